import type { HistoryEvent, YouthAnswer } from '#views/answers/youth.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icon-name.ts';
import { Panel } from '../../parts/panel.tsx';
import { fieldWords } from '../intake/field-words.ts';
import { channelIcons, contactWords } from './contact-panel.tsx';
import { youthWords } from './words.ts';

/** All that has happened, newest first; nothing in it is ever changed. */
export const HistoryPanel = ({ c, youth }: { c: PageContext; youth: YouthAnswer }) => (
  <Panel id="history" title={youthWords(c.language)('history')}>
    <ol class="timeline">
      {youth.history.map((event) => (
        <li key={event.id} id={`event-${event.id}`}>
          <time datetime={event.on}>{shortDay(c.language, event.on)}</time>
          <Icon c={c} name={iconOf(event)} />
          <div>
            {eventWords(c, event)}
            <Because c={c} event={event} />
          </div>
        </li>
      ))}
    </ol>
  </Panel>
);

function Because({ c, event }: { c: PageContext; event: HistoryEvent }) {
  const t = youthWords(c.language);
  const reason = 'reason' in event ? event.reason : undefined;
  return (
    <span class="sub block">
      {t('history.by', { name: event.by ?? t('system') })}
      {event.onBehalfOf !== undefined && ` ${t('history.behalf', { name: event.onBehalfOf })}`}
      {reason !== undefined && `. ${reason}`}
    </span>
  );
}

function iconOf(event: HistoryEvent): IconName {
  switch (event.what) {
    case 'transferred':
      return 'FileImport';
    case 'coded':
      return 'Pencil';
    case 'assigned':
      return 'Person';
    case 'contacted':
      return channelIcons[event.contact.channel];
    case 'withdrawn':
      return 'ArrowUndo';
    case 'chosen':
      return 'Checkmark';
    case 'letter-back':
      return 'EnvelopeClosed';
    case 'changed':
      return 'ArrowsCirclepath';
    case 'returned':
      return 'ArrowUndo';
    case 'closed':
      return 'PadlockLocked';
    case 'reopened':
      return 'Door';
  }
}

function eventWords(c: PageContext, event: HistoryEvent): string {
  const t = youthWords(c.language);
  switch (event.what) {
    case 'transferred':
      return event.transfer === undefined
        ? t('history.transferred', { unit: event.unit })
        : t('history.transferred-as', { code: event.transfer, unit: event.unit });
    case 'coded':
      return event.from === undefined
        ? t('history.coded-first', { to: event.to })
        : t('history.coded', { from: event.from, to: event.to });
    case 'assigned':
      return event.to === undefined
        ? t('history.unassigned', { unit: event.unit })
        : t('history.assigned', { to: event.to, unit: event.unit });
    case 'contacted':
      return event.withdrawn
        ? `${contactWords(c, event.contact)} (${t('contact.withdrawn')})`
        : contactWords(c, event.contact);
    case 'withdrawn':
      return t('history.withdrawn', { what: contactWords(c, event.contact) });
    case 'chosen': {
      const choice = t(event.choice === undefined ? 'choice.none' : `choice.${event.choice}`);
      return event.to === undefined
        ? t('history.chosen', { choice })
        : t('history.chosen-coded', { choice, to: event.to });
    }
    case 'letter-back':
      return t(event.toGuardian ? 'history.letter-back.guardian' : 'history.letter-back');
    case 'changed':
      return t('history.changed', { fields: event.fields.map((field) => fieldWords(c.language, field)).join(', ') });
    case 'returned':
    case 'closed':
    case 'reopened':
      return t(`history.${event.what}`);
  }
}
