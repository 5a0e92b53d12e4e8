import { describe, expect, it } from 'vitest';
import { type Candidate, senderAmong } from '#domain/reply/sender.ts';
import { factsOf, replyStatements } from '#domain/reply/statement.ts';

const youth = (caseId: string, by: Candidate['by'] = 'phone'): Candidate => ({ caseId, as: 'youth', by });
const guardian = (caseId: string): Candidate => ({ caseId, as: 'guardian', by: 'phone' });

describe('whose reply it is', () => {
  it.each<[string, readonly Candidate[], ReturnType<typeof senderAmong>]>([
    ['a number nobody has', [], { kind: 'unknown' }],
    ['one youth’s number', [youth('a')], { kind: 'certain', caseId: 'a' }],
    [
      'a number that is in two fields of the same youth',
      [youth('a'), youth('a', 'email')],
      { kind: 'certain', caseId: 'a' },
    ],
    ['two siblings’ number', [youth('a'), youth('b')], { kind: 'asked', cases: ['a', 'b'] }],
    ['a guardian’s number', [guardian('a')], { kind: 'asked', cases: ['a'] }],
    ['a youth’s number that is the mother’s too', [youth('a'), guardian('a')], { kind: 'asked', cases: ['a'] }],
    [
      'a youth’s number that is the mother’s of another',
      [youth('a'), guardian('b')],
      { kind: 'asked', cases: ['a', 'b'] },
    ],
    ['the form’s own key, whatever the number', [youth('a', 'key'), guardian('b')], { kind: 'certain', caseId: 'a' }],
  ])('%s', (_name, candidates, sender) => {
    expect(senderAmong(candidates)).toEqual(sender);
  });

  it('takes facts from what the youth says, never from a guardian', () => {
    for (const says of replyStatements) expect(factsOf(says, 'guardian')).toEqual({});
    expect(factsOf('in-work', 'youth')).toEqual({ atFirstContact: 'in-work', activity: { kind: 'work', runBy: [] } });
  });
});
