import { addDays } from '#domain/calendar/arithmetic.ts';
import { type Day, parseDay } from '#domain/calendar/day.ts';
import type { Fault } from '#domain/outcome.ts';
import { isLeavingReason, leavingReasons, notDone, participants } from '#domain/youth/leaving.ts';
import type { LeavingAnswer } from '#views/answers/early-leavers.ts';
import type { PageContext } from '../../page-context.ts';
import { DateField, Options, SelectField, TextField } from '../../parts/field.tsx';
import { faultWords } from '../../parts/notices.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { leaversWords } from './words.ts';

/** The form as it was sent, when it comes back with a fault. */
export type LeavingTyped = Readonly<Record<string, string>>;

interface LeavingFormProps {
  readonly c: PageContext;
  readonly leaving: LeavingAnswer;
  readonly faults: readonly Fault[];
  readonly typed: LeavingTyped | undefined;
}

/** What the school has told: the notice, the day, the reason, and whether meeting and plan have been. */
export function LeavingForm({ c, leaving, faults, typed }: LeavingFormProps) {
  const t = leaversWords(c.language);
  const known = leaving.leaving;
  const reason = known.reason ?? undefined;
  const older = reason !== undefined && !leavingReasons.some((code) => code === reason) ? [reason] : [];
  const day = (name: string, label: string, value: Day | null) => (
    <DayField c={c} leaving={leaving} faults={faults} typed={typed} name={name} label={label} value={value} />
  );
  return (
    <PostForm c={c} action={paths.leaving(leaving.caseId)} class="form" label={t('form')}>
      <input type="hidden" name="seen" value={JSON.stringify(leaving.leaving)} />
      <div class="form-row">
        {day('noticeOn', t('notice-on'), known.noticeOn)}
        {day('leftOn', t('left-on'), known.leftOn)}
        <SelectField
          c={c}
          id="reason"
          name="reason"
          label={t('reason')}
          none={t('reason.none')}
          options={[...leavingReasons, ...older].map((id) => ({ id, name: `${t(`reason.${id}`)} (${id})` }))}
          chosen={isLeavingReason(typed?.reason ?? '') ? typed?.reason : reason}
        />
        <TextField
          c={c}
          id="school"
          name="school"
          label={t('school')}
          hint={t('school.hint')}
          value={typed?.school ?? leaving.school ?? ''}
        />
      </div>
      <Held c={c} leaving={leaving} faults={faults} typed={typed} />
      {leaving.mayNote && (
        <div class="form-acts">
          <button type="submit" class="ds-button">
            {t('save')}
          </button>
        </div>
      )}
    </PostForm>
  );
}

function Held({ c, leaving, faults, typed }: LeavingFormProps) {
  const t = leaversWords(c.language);
  const known = leaving.leaving;
  const meeting = known.meetingHeldOn === null ? (known.meetingNotHeld ?? 'unknown') : 'held';
  const plan = known.planMadeOn === null ? (known.planNotMade ?? 'unknown') : 'made';
  const day = (name: string, label: string, value: Day | null) => (
    <DayField c={c} leaving={leaving} faults={faults} typed={typed} name={name} label={label} value={value} />
  );
  return (
    <>
      <Options
        id="meeting"
        name="meeting"
        legend={t('meeting')}
        across
        options={(['held', ...notDone, 'unknown'] as const).map((id) => ({ id, name: t(`held.${id}`) }))}
        chosen={[typed?.meeting ?? meeting]}
      />
      <div class="form-row">{day('meetingHeldOn', t('meeting-on'), known.meetingHeldOn)}</div>
      <Options
        id="took-part"
        name="tookPart"
        legend={t('took-part')}
        many
        across
        options={participants.map((id) => ({ id, name: t(`part.${id}`) }))}
        chosen={known.tookPart ?? []}
      />
      <Options
        id="plan"
        name="plan"
        legend={t('plan')}
        across
        options={(['made', ...notDone, 'unknown'] as const).map((id) => ({ id, name: t(`made.${id}`) }))}
        chosen={[typed?.plan ?? plan]}
      />
      <div class="form-row">{day('planMadeOn', t('plan-on'), known.planMadeOn)}</div>
    </>
  );
}

interface DayFieldProps extends LeavingFormProps {
  readonly name: string;
  readonly label: string;
  readonly value: Day | null;
}

function DayField({ c, leaving, faults, typed, name, label, value }: DayFieldProps) {
  const wrong = faultWords(
    c,
    faults.find(({ place }) => place === name),
  );
  return (
    <DateField
      c={c}
      id={name}
      name={name}
      label={label}
      value={typed === undefined ? (value ?? undefined) : parseDay(typed[name] ?? '')}
      min={addDays(leaving.today, -800)}
      max={addDays(leaving.today, name === 'leftOn' ? 120 : 0)}
      narrow
      {...(wrong === undefined ? {} : { error: wrong })}
    />
  );
}
