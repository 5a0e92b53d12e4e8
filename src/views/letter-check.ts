import type { Actor } from '#domain/access/actor.ts';
import { mayDoMailing } from '#domain/access/letters.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { HouseholdLetters } from '#domain/household/letter-piece.ts';
import { lettersFor } from '#domain/household/letters-for.ts';
import { caseId } from '#domain/ids.ts';
import { emptyFields, type MessageTemplate } from '#domain/message/template.ts';
import { fullName } from '#domain/person/name.ts';
import type { MessageFacts } from '#ports/message-facts.ts';
import type { LetterCheckAnswer, LetterFaultRow, ManualLettersAnswer } from './answers/letters.ts';
import { templateNamed } from './message-templates.ts';
import type { Asking } from './ports.ts';
import { reachOf, within } from './reach.ts';
import { ofRun } from './youth-filter.ts';

interface Ask {
  readonly actor: Actor;
  readonly runId: string;
  readonly on: Day;
}

/** What must be found out before letters are sent that day, by person. Protected persons are not here: they are no fault. */
export async function letterCheck(
  asking: Asking,
  ask: Ask & { readonly templateId: string | undefined },
): Promise<LetterCheckAnswer> {
  const households = await householdsOf(asking, ask);
  const pieces = households.flatMap(({ letters }) => letters.pieces);
  const template = ask.templateId === undefined ? undefined : await templateNamed(asking, ask.templateId);
  return {
    on: ask.on,
    letters: pieces.filter(({ isCopy }) => !isCopy).length,
    copies: pieces.filter(({ isCopy }) => isCopy).length,
    faults: households.flatMap(({ facts, letters }) => faultRows(facts, letters)),
    emptyFields: template ? emptyIn(asking, template, households, ask.on) : [],
  };
}

/** Those to be written to by hand, as far as the reader may see them. Nothing says why: being here tells nothing. */
export async function manualLetters(asking: Asking, ask: Ask): Promise<ManualLettersAnswer> {
  const households = await householdsOf(asking, ask);
  const rows = households.flatMap(({ facts, letters }) =>
    letters.holds
      .filter(({ list }) => list === 'manual')
      .map(({ addressee }) => ({
        ...whoOf(facts),
        to: addressee === 'youth' ? ('youth' as const) : ('guardian' as const),
      })),
  );
  return { on: ask.on, rows };
}

interface Judged {
  readonly facts: MessageFacts;
  readonly letters: HouseholdLetters;
}

/** The households of everybody on the list for whom nothing else was chosen, as far as the reader may see them; by name. */
async function householdsOf({ db, ports }: Asking, { actor, runId, on }: Ask): Promise<readonly Judged[]> {
  if (!mayDoMailing(actor)) return [];
  const rows = await db
    .selectFrom('youth_case')
    .select('case_id')
    .where(ofRun(runId))
    .where(within(reachOf(actor)))
    .where('on_list', '=', true)
    .where((where) => where.or([where('choice', 'is', null), where('choice', '=', 'standard-letter')]))
    .orderBy('sort_name')
    .orderBy('case_id')
    .execute();
  const ids = rows.map(({ case_id }) => case_id);
  const [known, knowledge] = await Promise.all([ports.messageFacts.readMany(ids), ports.messageFacts.knowledge()]);
  return ids.flatMap((id) => {
    const facts = known.get(id);
    return facts ? [{ facts, letters: lettersFor(facts.youth, on, knowledge) }] : [];
  });
}

const whoOf = ({ caseId: id, youth, sender }: MessageFacts) => ({
  caseId: caseId(id),
  name: fullName(youth.name),
  unit: sender.office.name,
});

const faultRows = (facts: MessageFacts, { holds }: HouseholdLetters): readonly LetterFaultRow[] =>
  holds.flatMap((hold) =>
    hold.list === 'work'
      ? [
          {
            ...whoOf(facts),
            addressee: hold.addressee,
            why: hold.why,
            faults: hold.why === 'address' ? hold.faults : [],
          },
        ]
      : [],
  );

function emptyIn({ ports }: Asking, template: MessageTemplate, households: readonly Judged[], on: Day) {
  const recipients = households
    .filter(({ letters }) => letters.pieces.length > 0)
    .map(({ facts }) => {
      const language = facts.youth.languageForm ?? 'nb';
      return { language, values: ports.messageWriter.values(facts, language, on) };
    });
  return [...emptyFields(template, recipients)].map(([field, count]) => ({ field, count }));
}
