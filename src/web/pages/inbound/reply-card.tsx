import { clockOf, dayOf } from '#domain/calendar/oslo-clock.ts';
import type { Fault } from '#domain/outcome.ts';
import { replyResponders, replyStatements } from '#domain/reply/statement.ts';
import type { InboundAnswer, InboundOpen } from '#views/answers/inbound.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Options, TextArea } from '../../parts/field.tsx';
import { faultWords } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { SenderChoices } from './sender-choices.tsx';
import { senderWords } from './sender-words.ts';
import { inboundWords } from './words.ts';

export type ReplyTyped = Readonly<Partial<Record<'case' | 'answeredBy' | 'says' | 'note' | 'mark' | 'code', string>>>;

interface ReplyCardProps {
  readonly c: PageContext;
  readonly inbound: InboundAnswer;
  readonly open: InboundOpen;
  readonly faults: readonly Fault[];
  readonly typed: ReplyTyped | undefined;
}

/** What came, and what is made of it. The digits choose what was said, Enter registers. */
export function ReplyCard({ c, inbound, open, faults, typed }: ReplyCardProps) {
  const t = inboundWords(c.language);
  const { understood } = open;
  const notes = [
    ...(understood.stop ? [t('understood.stop')] : []),
    ...(understood.wrongNumber ? [t('understood.wrong-number')] : []),
    ...understood.hints.map((says) => t('hint', { says: t(`says.${says}`) })),
  ];
  return (
    <div class="stack" id={`reply-${open.inboundId}`}>
      <Panel id="reply" title={senderWords(c, open)}>
        <p class="sub">
          {t(`channel.${open.channel}`)} · {shortDay(c.language, dayOf(open.at))} {clockOf(open.at)}
          {open.name !== undefined && open.from !== undefined && ` · ${open.from}`}
        </p>
        {open.text === '' ? <p class="soft">{t('card.no-text')}</p> : <blockquote class="said">{open.text}</blockquote>}
        {notes.length > 0 && <p class="sub">{notes.join(' · ')}</p>}
        {open.settled ? (
          <Settled c={c} open={open} />
        ) : inbound.show === 'set-aside' ? (
          <Act c={c} open={open} act="bring-back" />
        ) : (
          <>
            <SenderSearch c={c} inbound={inbound} open={open} />
            <RegisterForm c={c} open={open} faults={faults} typed={typed ?? {}} />
          </>
        )}
      </Panel>
    </div>
  );
}

function Settled({ c, open }: { c: PageContext; open: InboundOpen }) {
  const t = inboundWords(c.language);
  const { settled, caseId } = open;
  if (!settled || caseId === undefined) return null;
  const facts = { says: t(`says.${settled.says}`), who: t(`answered.${settled.answeredBy}`), name: settled.by ?? '' };
  return (
    <>
      <p>{t('settled', facts)}</p>
      <p class="sub">
        {settled.caseworker === undefined ? t('settled.nobody') : t('settled.with', { name: settled.caseworker })}
        {settled.done && ` · ${t('done.by-caseworker')}`}
      </p>
      <p>
        <a class="ds-button" data-variant="tertiary" href={paths.youth(caseId)}>
          {t('open-youth')}
        </a>
      </p>
      {!settled.done && <Act c={c} open={open} act="done" />}
    </>
  );
}

const Act = ({ c, open, act }: { c: PageContext; open: InboundOpen; act: 'bring-back' | 'done' }) => (
  <PostForm c={c} action={paths.inboundAct(open.inboundId, act)} live>
    <button type="submit" class="ds-button" data-variant="secondary">
      {inboundWords(c.language)(act)}
    </button>
  </PostForm>
);

/** A form of its own: what is searched for never reaches the address, and nothing that is ticked is lost by it. */
function SenderSearch({ c, inbound, open }: { c: PageContext; inbound: InboundAnswer; open: InboundOpen }) {
  const t = inboundWords(c.language);
  return (
    <PostForm c={c} action={paths.inboundAct(open.inboundId, 'search')} class="form-row" label={t('search')} live>
      <div class="field">
        <label class="field-label" for="search">
          {t('search.label')}
        </label>
        <input
          class="ds-input"
          data-size="sm"
          id="search"
          name="search"
          type="search"
          value={inbound.searched ?? ''}
          autocomplete="off"
        />
      </div>
      <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
        {t('search')}
      </button>
    </PostForm>
  );
}

function RegisterForm({
  c,
  open,
  faults,
  typed,
}: Pick<ReplyCardProps, 'c' | 'open' | 'faults'> & { typed: ReplyTyped }) {
  const t = inboundWords(c.language);
  const wrong = (place: string) =>
    faultWords(
      c,
      faults.find((fault) => fault.place === place),
    );
  const isMine = open.takenBy?.isMe === true;
  return (
    <PostForm c={c} action={paths.inboundAct(open.inboundId, 'register')} class="form" label={t('register')} live>
      <SenderChoices c={c} open={open} chosen={typed.case} error={wrong('reply-case')} />
      <Options
        id="reply-spoke"
        name="answeredBy"
        legend={t('spoke')}
        across
        options={replyResponders.map((id) => ({ id, name: t(`answered.${id}`) }))}
        chosen={[typed.answeredBy ?? (open.sender === 'certain' ? 'youth' : '')]}
      />
      <fieldset id="reply-said">
        <legend class="legend">{t('said')}</legend>
        {wrong('reply-said') !== undefined && <p class="field-error">{wrong('reply-said')}</p>}
        <div class="options" data-across>
          {replyStatements.map((says, place) => (
            <label key={says} class="option" for={`reply-said-${says}`}>
              <input
                class="ds-input"
                type="radio"
                id={`reply-said-${says}`}
                name="says"
                value={says}
                checked={typed.says === says}
                data-key={String(place + 1)}
              />
              {t(`says.${says}`)}
              <kbd>{place + 1}</kbd>
            </label>
          ))}
        </div>
      </fieldset>
      {open.hasNumber && (
        <Options
          id="reply-mark"
          name="mark"
          legend={t('number')}
          across
          options={(['keep', 'wrong', 'stop'] as const).map((id) => ({ id, name: t(`number.${id}`) }))}
          chosen={[typed.mark ?? (open.understood.stop ? 'stop' : open.understood.wrongNumber ? 'wrong' : 'keep')]}
        />
      )}
      <CodeChoice c={c} open={open} chosen={typed.code} />
      <TextArea
        c={c}
        id={`reply-note-${open.inboundId}`}
        name="note"
        label={t('note')}
        value={typed.note ?? ''}
        rows={2}
      />
      <div class="form-acts">
        <button type="submit" class="ds-button" data-main>
          {t('register')}
        </button>
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          formaction={paths.inboundAct(open.inboundId, isMine ? 'let-go' : 'take')}
        >
          {t(isMine ? 'let-go' : 'take')}
        </button>
        <button
          type="submit"
          class="ds-button"
          data-variant="tertiary"
          formaction={paths.inboundAct(open.inboundId, 'set-aside')}
        >
          {t('set-aside')}
        </button>
      </div>
    </PostForm>
  );
}

/** The codes the rules give, by what is said; a made-up combination is refused where codes are set. */
function CodeChoice({ c, open, chosen }: { c: PageContext; open: InboundOpen; chosen: string | undefined }) {
  const t = inboundWords(c.language);
  if (open.codes.length === 0) return null;
  return (
    <div class="field">
      <label class="field-label" for="reply-code">
        {t('code')}
      </label>
      <select class="ds-input" data-size="sm" id="reply-code" name="code">
        <option value="">{t('code.none')}</option>
        {open.codes
          .filter(({ codes }) => codes.length > 0)
          .map(({ says, codes }) => (
            <optgroup key={says} label={t(`says.${says}`)}>
              {codes.map((code) => (
                <option key={code} value={code} selected={code === chosen}>
                  {`${code} ${codeWords(c.language, code)}`}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </div>
  );
}
