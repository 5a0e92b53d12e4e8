import { addDays } from '#domain/calendar/arithmetic.ts';
import { parseDay } from '#domain/calendar/day.ts';
import { channels, directions, responders, statements } from '#domain/coding/situation.ts';
import type { Fault } from '#domain/outcome.ts';
import type { ContactEntry, YouthAnswer } from '#views/answers/youth.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { DateField, SelectField, TextArea } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icon-name.ts';
import { faultWords } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { youthWords } from './words.ts';

/** What came back in the form, as it was typed. */
export type ContactTyped = Readonly<
  Partial<Record<'on' | 'channel' | 'direction' | 'answeredBy' | 'says' | 'note', string>>
>;

interface ContactPanelProps {
  readonly c: PageContext;
  readonly youth: YouthAnswer;
  readonly faults: readonly Fault[];
  readonly typed: ContactTyped | undefined;
}

export function ContactPanel({ c, youth, faults, typed }: ContactPanelProps) {
  const t = youthWords(c.language);
  return (
    <Panel id="contact" title={t('contact')}>
      {youth.contacts.length === 0 ? (
        <p class="soft">{t('contact.none')}</p>
      ) : (
        <ol class="timeline">
          {youth.contacts.map((contact) => (
            <Contact key={contact.id} c={c} youth={youth} contact={contact} />
          ))}
        </ol>
      )}
      {youth.mayContact && (
        <details class="fold" id={`contact-new-${youth.caseId}`} open={typed !== undefined}>
          <summary>{t('contact.new')}</summary>
          <ContactForm c={c} youth={youth} faults={faults} typed={typed ?? {}} />
        </details>
      )}
    </Panel>
  );
}

function ContactForm({ c, youth, faults, typed }: ContactPanelProps & { typed: ContactTyped }) {
  const t = youthWords(c.language);
  const dayFault = faultWords(
    c,
    faults.find((fault) => fault.place === 'contact-on'),
  );
  const named = <K extends string>(ids: readonly K[], words: (id: K) => string) =>
    ids.map((id) => ({ id, name: words(id) }));
  return (
    <PostForm c={c} action={paths.youthContact(youth.caseId)} class="form" id={`contact-${youth.caseId}`} live>
      <div class="form-row">
        <DateField
          c={c}
          id="contact-on"
          name="on"
          label={t('contact.on')}
          value={parseDay(typed.on ?? '') ?? youth.today}
          min={addDays(youth.today, -400)}
          max={youth.today}
          narrow
          required
          {...(dayFault === undefined ? {} : { error: dayFault })}
        />
        <SelectField
          c={c}
          id="contact-channel"
          name="channel"
          label={t('contact.channel')}
          options={named(channels, (id) => t(`channel.${id}`))}
          chosen={typed.channel ?? 'phone'}
        />
        <SelectField
          c={c}
          id="contact-direction"
          name="direction"
          label={t('contact.direction')}
          options={named(directions, (id) => t(`direction.${id}`))}
          chosen={typed.direction ?? 'out'}
        />
      </div>
      <div class="form-row">
        <SelectField
          c={c}
          id="contact-answered-by"
          name="answeredBy"
          label={t('contact.answered-by')}
          options={named(responders, (id) => t(`answered-by.${id}`))}
          chosen={typed.answeredBy ?? 'youth'}
        />
        <SelectField
          c={c}
          id="contact-says"
          name="says"
          label={t('contact.says')}
          none="–"
          options={named(statements, (id) => t(`says.${id}`))}
          chosen={typed.says}
        />
      </div>
      <TextArea
        c={c}
        id={`contact-note-${youth.caseId}`}
        name="note"
        label={t('contact.note')}
        hint={t('contact.note.hint')}
        value={typed.note ?? ''}
      />
      <div class="form-acts">
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('contact.do')}
        </button>
      </div>
    </PostForm>
  );
}

export const channelIcons: Readonly<Record<ContactEntry['channel'], IconName>> = {
  letter: 'EnvelopeClosed',
  sms: 'ChatElipsis',
  email: 'EnvelopeClosed',
  phone: 'Phone',
  'reply-form': 'FileText',
  meeting: 'PersonGroup',
  'drop-in': 'Door',
};

function Contact({ c, youth, contact }: { c: PageContext; youth: YouthAnswer; contact: ContactEntry }) {
  const t = youthWords(c.language);
  return (
    <li id={`contact-${contact.id}`}>
      <time datetime={contact.on}>{shortDay(c.language, contact.on)}</time>
      <Icon c={c} name={channelIcons[contact.channel]} />
      <div>
        {contactWords(c, contact)}
        <span class="sub block">
          {t(contact.counts ? 'contact.counts' : 'contact.attempt')}
          {contact.by !== undefined && `, ${t('history.by', { name: contact.by })}`}
        </span>
        {contact.note !== undefined && <p class="sub">{contact.note}</p>}
        {contact.mayWithdraw && youth.mayContact && (
          <PostForm c={c} action={paths.youthWithdraw(youth.caseId)} live>
            <input type="hidden" name="contact" value={contact.id} />
            <button
              type="submit"
              class="ds-button"
              data-variant="tertiary"
              data-row
              aria-label={`${t('contact.withdraw')}: ${contactWords(c, contact)}`}
            >
              {t('contact.withdraw')}
            </button>
          </PostForm>
        )}
      </div>
    </li>
  );
}

/** `Telefon, frå oss. Svar: ungdommen. Vil ha oppfølging` */
export function contactWords(c: PageContext, contact: ContactEntry): string {
  const t = youthWords(c.language);
  const answer = contact.answeredBy === 'none' ? [] : [t(`answered-by.${contact.answeredBy}`)];
  const said = contact.says === undefined ? [] : [t(`says.${contact.says}`)];
  return [t(`channel.${contact.channel}`), t(`direction.${contact.direction}`), ...answer, ...said].join(' · ');
}
