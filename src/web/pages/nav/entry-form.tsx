import { runners } from '#domain/coding/situation.ts';
import { navFindings } from '#domain/nav-meeting/finding.ts';
import type { MeetingShown, NavRow } from '#views/answers/nav.ts';
import type { PageContext } from '../../page-context.ts';
import { Options, SelectField, TextField } from '../../parts/field.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { navWords } from './words.ts';

interface EntryFormProps {
  readonly c: PageContext;
  readonly meeting: MeetingShown;
  readonly row: NavRow;
}

/** What NAV knew of one youth; it stands under the youth's own id, so that nothing typed here can move to the next. */
export function EntryForm({ c, meeting, row }: EntryFormProps) {
  const t = navWords(c.language);
  const id = row.caseId;
  return (
    <details class="fold no-print" id={`enter-${id}`}>
      <summary aria-label={`${t('entry')}: ${row.name}`}>{t('entry')}</summary>
      <PostForm
        c={c}
        action={paths.navEnter}
        class="entry-form"
        id={`entry-${id}`}
        label={t('entry.for', { name: row.name })}
        live
      >
        <input type="hidden" name="meeting" value={meeting.meetingId} />
        <input type="hidden" name="case" value={id} />
        <SelectField
          c={c}
          id={`found-${id}`}
          name="found"
          label={t('entry')}
          options={navFindings.map((found) => ({ id: found, name: t(`found.${found}`) }))}
          chosen={row.entry?.found}
        />
        <Options
          id={`run-by-${id}`}
          name="runBy"
          legend={t('entry.run-by')}
          many
          options={runners.map((one) => ({ id: one, name: t(`run-by.${one}`) }))}
          chosen={row.entry?.runBy ?? []}
        />
        <TextField c={c} id={`mobile-${id}`} name="mobile" label={t('entry.mobile')} />
        <TextField c={c} id={`street-${id}`} name="street" label={t('entry.street')} />
        <div class="form-row">
          <TextField c={c} id={`postcode-${id}`} name="postcode" label={t('entry.postcode')} />
          <TextField c={c} id={`place-${id}`} name="place" label={t('entry.place')} />
        </div>
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant="secondary">
            {t('entry.save')}
          </button>
        </div>
      </PostForm>
    </details>
  );
}
