import type { Actor } from '#domain/access/actor.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import type { Language } from '#domain/language.ts';
import { accepted, type Outcome, refused } from '#domain/outcome.ts';
import type { LetterPost, PostedLetter, PrintBatch } from '#ports/letter-post.ts';
import type { BoundLetter, LetterPress } from '#ports/letter-press.ts';
import type { MessageFactsBook } from '#ports/message-facts.ts';
import type { Runs } from '#ports/runs.ts';
import { missing, type Wish } from './commands.ts';

interface Ports {
  readonly runs: Runs;
  readonly messageFacts: MessageFactsBook;
  readonly letterPost: LetterPost;
  readonly letterPress: LetterPress;
}
export interface PrintWish extends Wish {
  readonly runId: string;
  /** A batch that was made before, to be printed again; a new one of all that waits where it is left out. */
  readonly batchId?: string;
  readonly language: Language;
}
export interface Printed {
  readonly batchId: string;
  readonly letters: number;
  readonly pages: number;
  /** Whose letters they are, for the read log. */
  readonly cases: readonly string[];
  /** Letters taken out since they were made: whoever they were for is not to get them any more. */
  readonly withdrawn: number;
  readonly pdf: Uint8Array;
}

/** A batch for the printer. The register is asked once more: between the making and the printing somebody may have been protected. */
export async function printBatch(
  ports: Ports,
  actor: Actor,
  units: readonly string[] | 'all',
  wish: PrintWish,
): Promise<Outcome<Printed>> {
  const { runId, language } = wish;
  const { now } = await ports.runs.clock(runId);
  const batch = await (wish.batchId === undefined
    ? ports.letterPost.gather({ batchId: wish.commandId, runId, units, at: now, by: actor.staffId })
    : ports.letterPost.batch(wish.batchId));
  const reaches = ({ unitId }: PostedLetter) => units === 'all' || (unitId !== null && units.includes(unitId));
  if (!batch || batch.runId !== runId || !batch.letters.every(reaches)) return missing();
  const gone = await withdrawn(ports, batch);
  await ports.letterPost.discard(gone);
  const letters = batch.letters.filter(({ key }) => !gone.includes(key));
  const [first] = letters;
  if (!first) return refused({ code: 'letter.nothingToPrint' });
  const county = (await ports.messageFacts.readMany([first.caseId])).get(first.caseId)?.sender.county ?? '';
  const bound = await withPages(ports.letterPost, letters);
  const pdf = await ports.letterPress.bind(bound, { language, county, batch: batch.batchId, on: batch.made });
  return accepted({
    batchId: batch.batchId,
    letters: letters.length,
    pages: letters.reduce((sum, letter) => sum + letter.pages, 0),
    cases: [...new Set(letters.map(({ caseId }) => caseId))],
    withdrawn: gone.length,
    pdf,
  });
}

async function withdrawn({ messageFacts }: Ports, { letters }: PrintBatch): Promise<readonly string[]> {
  const facts = await messageFacts.readMany([...new Set(letters.map(({ caseId }) => caseId))]);
  const knowledge = await messageFacts.knowledge();
  return letters.flatMap(({ key, caseId, addressee, on }) => {
    const known = facts.get(caseId);
    const still =
      known &&
      !known.isProtected &&
      lettersFor(known.youth, on, knowledge).pieces.some((piece) => piece.addressee === addressee);
    return still ? [] : [key];
  });
}

async function withPages(post: LetterPost, letters: readonly PostedLetter[]): Promise<readonly BoundLetter[]> {
  const bound: BoundLetter[] = [];
  for (const { key, unit, postcode, pages } of letters) {
    const pdf = await post.pdf(key);
    if (!pdf) throw new Error(`a letter of the pile has no file: ${key}`);
    bound.push({ key, unit, postcode, pages, pdf });
  }
  return bound;
}
