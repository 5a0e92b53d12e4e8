import type { DriveHead, PhoneOverview, PhoneUnit } from '#views/answers/phone.ts';
import type { DriveList } from '#views/counted-list.ts';
import type { PageContext } from '../../page-context.ts';
import { shortDay } from '../../parts/dates.ts';
import { Layout } from '../../parts/layout.tsx';
import { Notice } from '../../parts/notices.tsx';
import { number } from '../../parts/numbers.ts';
import { Figures, PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { phonePaths } from '../../phone-paths.ts';
import { Callers } from './drive-callers.tsx';
import { StartDrive } from './drive-start.tsx';
import { ofUnits, otukList } from './of-units.ts';
import { PhoneAreas } from './phone-areas.tsx';
import { phoneWords } from './words.ts';

/** OTUK per unit, who rings and how far they have come; a super user shares out from here. */
export function DrivePage({ c, overview }: { c: PageContext; overview: PhoneOverview }) {
  const t = phoneWords(c.language);
  const { drive, units } = overview;
  const sum = (of: (unit: PhoneUnit) => number) => units.reduce((all, unit) => all + of(unit), 0);
  return (
    <Layout c={c} title={t('area.drive')} at="phone" live>
      <PhoneAreas c={c} at="drive" />
      <PageHead
        kicker={t('title')}
        title={t('area.drive')}
        lead={
          drive
            ? t(`drive.${drive.state}`, {
                from: shortDay(c.language, drive.opensOn),
                to: shortDay(c.language, drive.closesOn),
              }) + ofUnits(c, drive.units?.length)
            : t('none.text')
        }
      >
        <Figures
          figures={[
            {
              label: 'OTUK',
              value: number(
                c.language,
                sum(({ otuk }) => otuk),
              ),
              ...otukList(drive?.units?.length),
            },
            ...(drive
              ? [
                  {
                    label: t('column.to-ring'),
                    value: number(
                      c.language,
                      sum(({ toRing }) => toRing),
                    ),
                    href: listOf(drive, 'to-ring'),
                  },
                  {
                    label: t('column.reached'),
                    value: number(
                      c.language,
                      sum(({ reached }) => reached),
                    ),
                    href: listOf(drive, 'reached'),
                  },
                ]
              : []),
          ]}
        />
      </PageHead>
      {overview.unshared > 0 && overview.mayRun && drive?.state === 'open' && <Unshared c={c} overview={overview} />}
      <Units c={c} overview={overview} />
      {drive && <Callers c={c} overview={overview} drive={drive} />}
      {overview.mayRun && (!drive || drive.state === 'closed') && <StartDrive c={c} overview={overview} />}
      {overview.mayRun && drive && drive.state !== 'closed' && <DriveActs c={c} drive={drive} />}
    </Layout>
  );
}

export const listOf = ({ driveId }: DriveHead, which: DriveList, unit?: PhoneUnit['unit']['id']): string =>
  paths.youths({ frozen: `drive.${driveId}.${which}`, ...(unit === undefined ? {} : { unit }) });

const Unshared = ({ c, overview }: { c: PageContext; overview: PhoneOverview }) => {
  const t = phoneWords(c.language);
  return (
    <Notice
      c={c}
      tone="risk"
      icon="PersonGroup"
      title={t('unshared.title', { n: number(c.language, overview.unshared) })}
    >
      <p class="sub">{t('unshared.text')}</p>
      <PostForm c={c} action={phonePaths.split} live>
        <button type="submit" class="ds-button" data-variant="secondary" name="how" value="new">
          {t('split.new', { n: number(c.language, overview.unshared) })}
        </button>
      </PostForm>
    </Notice>
  );
};

function Units({ c, overview: { units, drive } }: { c: PageContext; overview: PhoneOverview }) {
  const t = phoneWords(c.language);
  return (
    <Panel id="units" title={t('units')} flush>
      <div class="table-box">
        <table class="ds-table dense" data-hover>
          <caption class="ds-sr-only">{t('units')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.unit')}</th>
              {(
                [
                  'registered',
                  'otuk',
                  'no-mobile',
                  'to-ring',
                  'reached',
                  'needs-number',
                  'tried-out',
                  'callers',
                ] as const
              ).map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <Unit key={unit.unit.id} c={c} unit={unit} drive={drive} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Unit({ c, unit, drive }: { c: PageContext; unit: PhoneUnit; drive: DriveHead | undefined }) {
  const t = phoneWords(c.language);
  const { id, name } = unit.unit;
  const list = (which: DriveList) => (drive ? listOf(drive, which, id) : undefined);
  return (
    <tr id={`unit-${id}`}>
      <th scope="row">
        {name}
        {unit.hidden > 0 && <span class="sub block">{t('units.hidden', { n: unit.hidden })}</span>}
      </th>
      <Count c={c} label={t('column.registered')} n={unit.registered} href={paths.youths({ list: 'all', unit: id })} />
      <Count c={c} label={t('column.otuk')} n={unit.otuk} href={paths.youths({ list: 'otuk', unit: id })} />
      <Count
        c={c}
        label={t('column.no-mobile')}
        n={unit.noMobile}
        href={paths.youths({ list: 'no-mobile', unit: id, code: 'OTUK' })}
      />
      <Count c={c} label={t('column.to-ring')} n={unit.toRing} href={list('to-ring')} />
      <Count c={c} label={t('column.reached')} n={unit.reached} href={list('reached')} />
      <Count c={c} label={t('column.needs-number')} n={unit.out['needs-number']} href={list('needs-number')} />
      <Count c={c} label={t('column.tried-out')} n={unit.out['tried-out']} href={list('tried-out')} />
      <Count c={c} label={t('column.callers')} n={unit.callers} href={undefined} />
    </tr>
  );
}

interface CountProps {
  readonly c: PageContext;
  readonly label: string;
  readonly n: number;
  readonly href: string | undefined;
}

const Count = ({ c, label, n, href }: CountProps) => (
  <td class="number" data-label={label}>
    {n === 0 || href === undefined || !c.may('youths.see') ? (
      number(c.language, n)
    ) : (
      <a href={href}>{number(c.language, n)}</a>
    )}
  </td>
);

const DriveActs = ({ c, drive }: { c: PageContext; drive: DriveHead }) => {
  const t = phoneWords(c.language);
  return (
    <div class="form-acts">
      <PostForm c={c} action={phonePaths.act} live>
        <button
          type="submit"
          class="ds-button"
          data-variant={drive.state === 'planned' ? undefined : 'tertiary'}
          name="act"
          value={drive.state === 'planned' ? 'open' : 'close'}
        >
          {t(drive.state === 'planned' ? 'act.open' : 'act.close')}
        </button>
      </PostForm>
    </div>
  );
};
