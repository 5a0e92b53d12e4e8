/** Which youths a rule is about. */
export type RuleWhen =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'municipality'; readonly number: string }
  /** Four digits each, both ends among them. */
  | { readonly kind: 'postcode'; readonly from: string; readonly to: string };

/** Where they go: to a unit (null leaves it), and there to one person, evenly to its advisers, or to nobody yet. */
export interface RuleGoes {
  readonly unitId: string | null;
  readonly to: RuleTo;
}
export type RuleTo =
  | { readonly kind: 'one'; readonly staffId: string }
  | { readonly kind: 'evenly' }
  | { readonly kind: 'unit-only' };

export interface AssignmentRule {
  readonly when: RuleWhen;
  readonly goes: RuleGoes;
}

/** A run's rules, the first that fits counts; `onIntake`: new youths get theirs when a list is applied. */
export interface RuleSet {
  readonly rules: readonly AssignmentRule[];
  readonly onIntake: boolean;
}

export const noRules: RuleSet = { rules: [], onIntake: false };

/** What of a youth the rules look at. */
export interface Placed {
  readonly unitId: string | null;
  readonly municipality: string | null;
  readonly postcode: string | null;
}

export const ruleFor = (rules: readonly AssignmentRule[], youth: Placed): AssignmentRule | undefined =>
  rules.find(({ when }) => fits(when, youth));

function fits(when: RuleWhen, { unitId, municipality, postcode }: Placed): boolean {
  switch (when.kind) {
    case 'unit':
      return unitId === when.unitId;
    case 'municipality':
      return municipality === when.number;
    case 'postcode':
      return postcode !== null && postcode >= when.from && postcode <= when.to;
  }
}

/** What is wrong with a rule set, by place from 1: a rule that names nobody, a range turned about, one that an earlier hides. */
export function faultsOfRules(
  rules: readonly AssignmentRule[],
  known: { readonly units: ReadonlySet<string>; readonly staff: ReadonlySet<string> },
): readonly { readonly place: number; readonly code: RuleFault }[] {
  return rules.flatMap(({ when, goes }, index) => {
    const place = index + 1;
    const units = [when.kind === 'unit' ? when.unitId : null, goes.unitId].filter((id) => id !== null);
    const faults: RuleFault[] = [];
    if (units.some((id) => !known.units.has(id))) faults.push('unknownUnit');
    if (goes.to.kind === 'one' && !known.staff.has(goes.to.staffId)) faults.push('unknownPerson');
    if (goes.to.kind === 'unit-only' && goes.unitId === null) faults.push('doesNothing');
    if (when.kind === 'postcode' && !isRange(when.from, when.to)) faults.push('noRange');
    if (rules.slice(0, index).some((earlier) => hides(earlier.when, when))) faults.push('hidden');
    return faults.map((code) => ({ place, code }));
  });
}
export type RuleFault = 'unknownUnit' | 'unknownPerson' | 'doesNothing' | 'noRange' | 'hidden';

const isRange = (from: string, to: string): boolean => /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && from <= to;

function hides(earlier: RuleWhen, later: RuleWhen): boolean {
  if (earlier.kind === 'unit' && later.kind === 'unit') return earlier.unitId === later.unitId;
  if (earlier.kind === 'municipality' && later.kind === 'municipality') return earlier.number === later.number;
  return (
    earlier.kind === 'postcode' && later.kind === 'postcode' && earlier.from <= later.from && later.to <= earlier.to
  );
}
