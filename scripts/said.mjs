import { readFileSync } from 'node:fs';
import { root } from './root.mjs';

/** A line of src/texts/<language>/setup.json with its facts; AARSHJUL_LANGUAGE chooses, bokmål otherwise. */
export function said(key, facts = {}) {
  const wanted = process.env.AARSHJUL_LANGUAGE;
  const language = ['nb', 'nn', 'en'].includes(wanted) ? wanted : 'nb';
  const texts = JSON.parse(readFileSync(`${root}src/texts/${language}/setup.json`, 'utf8'));
  return texts[key].replaceAll(/\{(\w+)\}/g, (hole, name) => facts[name] ?? hole);
}

/** Talk goes to stderr, so that results on stdout stay clean. */
export const say = (key, facts) => process.stderr.write(`${said(key, facts)}\n`);
