import { type Day, parseDay } from '#domain/calendar/day.ts';
import { weekday } from '#domain/calendar/week.ts';
import type { Language } from '#domain/language.ts';
import type { Fault } from '#domain/outcome.ts';
import type { Finding } from '#domain/plan/finding.ts';
import { roles } from '#domain/plan/role.ts';
import { numericDate } from './dates.ts';
import { planTexts } from './plan.ts';

const { speak, knows } = planTexts;

/** A finding in words: what stood there, what it should have been, and what to do. */
export interface Said {
  readonly found: string;
  readonly wanted: string;
  readonly mend: string;
}

interface Manner {
  readonly language: Language;
  /** A person reads `fre 30.10.2026`, a program `2026-10-30 (Friday)`. */
  readonly day: (day: Day) => string;
  /** A title for the key of a task or date; the key itself where there is none. */
  readonly titleOf: (key: string) => string;
}

/** A finding for a reader; `titleOf` puts a task's title in place of its key. */
export const sayFinding = (language: Language, finding: Finding, titleOf = (key: string): string => key): Said =>
  say(finding, { language, day: (day) => numericDate(language, day), titleOf });

/** A finding for a program: English, ISO dates with weekday, keys as they stand. */
export const stateFinding = (finding: Finding): Said =>
  say(finding, {
    language: 'en',
    day: (day) => `${day} (${speak('en', `weekday.${weekday(day)}`)})`,
    titleOf: (key) => key,
  });

function say(finding: Finding, manner: Manner): Said {
  const { language } = manner;
  const written = Object.entries({ ...finding.facts, proposal: finding.proposal ?? '' });
  const facts = {
    ...Object.fromEntries(written.map(([name, fact]) => [name, inWords(name, fact, manner)])),
    roles: roles.join(', '),
  };
  const { atRisk, unit } = finding.facts;
  const more = [
    ...(atRisk === undefined ? [] : [speak(language, 'finding.F5.people', facts)]),
    ...(unit === undefined ? [] : [speak(language, 'finding.no-person.in-unit', facts)]),
  ];
  return {
    found: speak(language, `finding.${finding.id}.found`, facts),
    wanted: speak(language, `finding.${finding.id}.wanted`, facts),
    mend: [speak(language, `finding.${finding.id}.mend`, facts), ...more].join(' '),
  };
}

function inWords(name: string, fact: string | number | boolean | readonly string[], manner: Manner): string {
  if (Array.isArray(fact)) return fact.map(manner.titleOf).join(' → ');
  const text = String(fact);
  const day = parseDay(text);
  if (day) return manner.day(day);
  if (name === 'later' || name === 'earlier') return manner.titleOf(text);
  for (const kind of ['weekday', 'holiday', 'role', 'lacks', 'change']) {
    const key = `${kind}.${text}`;
    if (knows(key)) return speak(manner.language, key);
  }
  return text;
}

/** What a file's fault wanted, in words; the found text stands in the fault. */
export function sayTemplateFault(language: Language, fault: Fault): Said {
  const wanted = knows(fault.code) ? speak(language, fault.code, fault.facts ?? {}) : fault.code;
  return {
    found: fault.found === '' ? speak(language, 'found.nothing') : fault.found,
    wanted,
    mend: speak(language, 'fault.mend'),
  };
}
