import type { Chance } from './random.ts';

/**
 * What is out of the ordinary with a youth: at most one thing each, per mille. Such shares are not published: ours are
 * chosen so that every kind is met in a county of a few hundred.
 */
const perMille = {
  'strictly-confidential': 3,
  confidential: 5,
  client: 3,
  missing: 12,
  abroad: 15,
  emigrated: 4,
  deceased: 1,
  /** A VIGO-fictive number and no address: to be coded Feil and sent back. */
  'fictive-homeless': 5,
  fictive: 5,
  'd-number': 15,
} as const;

export type Trait = keyof typeof perMille | 'plain';

/** One trait per youth; from 20 youths on, every kind has at least one. */
export function traitsFor(count: number, chance: Chance): Trait[] {
  const traits: Trait[] = new Array<Trait>(count).fill('plain');
  const order = chance.shuffle(traits.map((_, at) => at));
  let next = 0;
  for (const trait of Object.keys(perMille) as (keyof typeof perMille)[]) {
    const wanted = Math.round((count * perMille[trait]) / 1000);
    const share = count < 20 ? 0 : Math.max(1, wanted);
    for (const at of order.slice(next, next + share)) traits[at] = trait;
    next += share;
  }
  return traits;
}
