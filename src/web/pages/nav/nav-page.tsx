import { addDays } from '#domain/calendar/arithmetic.ts';
import { navParticipants } from '#domain/nav-meeting/finding.ts';
import type { AreaChoice, NavAnswer } from '#views/answers/nav.ts';
import type { PageContext } from '../../page-context.ts';
import { dayWithYear, shortDay } from '../../parts/dates.ts';
import { DateField, Options, SelectField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Layout } from '../../parts/layout.tsx';
import { Empty } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel, SideBox } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { YouthAreas } from '../../parts/youth-areas.tsx';
import { paths } from '../../paths.ts';
import { NavTable } from './nav-table.tsx';
import { navWords } from './words.ts';

export const areaKey = ({ kind, id }: Pick<AreaChoice, 'kind' | 'id'>): string => `${kind}:${id}`;

/** An area's OTUK list for the meeting with NAV: what is to be checked, what came of it, and a sheet to print. */
export function NavPage({ c, nav }: { c: PageContext; nav: NavAnswer }) {
  const t = navWords(c.language);
  return (
    <Layout c={c} title={t('title')} at="youths" live width="wide">
      <YouthAreas c={c} at="nav-meeting" />
      <PageHead
        title={nav.area === undefined ? t('title') : `${t('title')}, ${nav.area.name}`}
        lead={<span class="no-print">{t('lead')}</span>}
      />
      <Areas c={c} nav={nav} />
      {nav.area === undefined ? (
        <p class="soft">{t('area.none')}</p>
      ) : (
        <div class="nav-split">
          <div class="nav-sheet">
            <p class="print-only">{dayWithYear(c.language, nav.meeting?.on ?? nav.today)}</p>
            <div class="panel" data-flush>
              {nav.rows.length === 0 ? (
                <Empty c={c} icon="CheckmarkCircleFill" title={t('empty.title')} text={t('empty')} />
              ) : (
                <NavTable c={c} nav={nav} />
              )}
            </div>
            {nav.hidden > 0 && <p class="sub after">{t('hidden', { n: nav.hidden })}</p>}
          </div>
          <aside class="meeting-side stack">
            <Meetings c={c} nav={nav} />
            <TakeOut c={c} nav={nav} area={nav.area} />
          </aside>
        </div>
      )}
    </Layout>
  );
}

function Areas({ c, nav }: { c: PageContext; nav: NavAnswer }) {
  const t = navWords(c.language);
  return (
    <div class="filters no-print">
      <form class="choices" method="get" action={paths.navMeeting()} data-auto aria-label={t('area')}>
        <SelectField
          c={c}
          id="area"
          name="area"
          label={t('area')}
          none={t('area.choose')}
          options={nav.areas.map((area) => ({ id: areaKey(area), name: t(`area.${area.kind}`, { name: area.name }) }))}
          chosen={nav.area && areaKey(nav.area)}
        />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t('area.show')}
        </button>
      </form>
    </div>
  );
}

function Meetings({ c, nav }: { c: PageContext; nav: NavAnswer }) {
  const t = navWords(c.language);
  return (
    <>
      <SideBox title={t('meetings')}>
        <p class="sub">
          {nav.meeting === undefined
            ? t('meeting.first')
            : t('meeting.now', { day: shortDay(c.language, nav.meeting.on) })}
        </p>
        {nav.meetings.length === 0 ? (
          <p class="soft">{t('meetings.none')}</p>
        ) : (
          <ul>
            {nav.meetings.map((meeting) => (
              <li key={meeting.meetingId}>
                <a
                  href={paths.navMeeting(meeting.area, meeting.meetingId)}
                  aria-current={meeting.meetingId === nav.meeting?.meetingId ? 'page' : undefined}
                >
                  {t('meeting.line', { day: shortDay(c.language, meeting.on), n: meeting.entries })}
                </a>
                <span class="sub block">{meeting.tookPart.map((who) => t(`part.${who}`)).join(', ')}</span>
              </li>
            ))}
          </ul>
        )}
      </SideBox>
      {nav.mayMeet && nav.area !== undefined && <NewMeeting c={c} nav={nav} area={nav.area} />}
    </>
  );
}

function NewMeeting({ c, nav, area }: { c: PageContext; nav: NavAnswer; area: AreaChoice }) {
  const t = navWords(c.language);
  return (
    <details class="fold" id="meeting-new" open={nav.meeting === undefined}>
      <summary>{t('meeting.new')}</summary>
      <PostForm c={c} action={paths.navOpen} class="form" label={t('meeting.new')}>
        <input type="hidden" name="area" value={areaKey(area)} />
        <DateField
          c={c}
          id="meeting-on"
          name="on"
          label={t('meeting.on')}
          value={nav.today}
          min={addDays(nav.today, -400)}
          max={nav.today}
          required
        />
        <Options
          id="meeting-part"
          name="tookPart"
          legend={t('meeting.took-part')}
          many
          options={navParticipants.map((id) => ({ id, name: t(`part.${id}`) }))}
          chosen={['ot', 'nav']}
        />
        <div class="form-acts">
          <button type="submit" class="ds-button" data-variant={nav.meeting === undefined ? undefined : 'secondary'}>
            {t('meeting.open')}
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function TakeOut({ c, nav, area }: { c: PageContext; nav: NavAnswer; area: AreaChoice }) {
  const t = navWords(c.language);
  return (
    <Panel id="take-out" title={t('export')}>
      <p class="sub">{t('print')}</p>
      {nav.mayExport && nav.rows.length > 0 && (
        <PostForm c={c} action={paths.navExport} class="form-acts after">
          <input type="hidden" name="area" value={areaKey(area)} />
          <button type="submit" class="ds-button" data-variant="secondary">
            <Icon c={c} name="Download" />
            {t('export')}
          </button>
        </PostForm>
      )}
    </Panel>
  );
}
