import type { ComponentChildren } from 'preact';
import type { YouthAnswer } from '#views/answers/youth.ts';
import type { PageContext } from '../../page-context.ts';
import { dayWithYear, shortDay } from '../../parts/dates.ts';
import { SelectField } from '../../parts/field.tsx';
import { SideBox } from '../../parts/panel.tsx';
import { shownMobile } from '../../parts/phone-number.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { codeWords, sharedWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { youthWords } from './words.ts';

/** Who it is, how to reach them, and whose they are. */
export function YouthFacts({ c, youth }: { c: PageContext; youth: YouthAnswer }) {
  const t = youthWords(c.language);
  return (
    <aside class="side" aria-label={t('facts')}>
      <SideBox title={t('facts')}>
        <dl class="facts">
          {factsOf(c, youth).map(([name, fact]) => (
            <Fact key={name} name={name} fact={fact} />
          ))}
        </dl>
      </SideBox>
      {youth.guardians.length > 0 && (
        <SideBox title={t('fact.guardians')}>
          <ul class="plain-list">
            {youth.guardians.map((guardian) => (
              <li key={guardian.id}>
                {guardian.name}
                <span class="sub digits">
                  {guardian.mobile === undefined ? sharedWords(c.language)('missing') : shownMobile(guardian.mobile)}
                </span>
              </li>
            ))}
          </ul>
        </SideBox>
      )}
      <Assignment c={c} youth={youth} />
    </aside>
  );
}

const Fact = ({ name, fact }: { name: string; fact: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{fact}</dd>
  </>
);

function factsOf(c: PageContext, youth: YouthAnswer): readonly (readonly [string, ComponentChildren])[] {
  const t = youthWords(c.language);
  const shared = sharedWords(c.language);
  const missing = <span class="missing">{shared('missing')}</span>;
  const hidden = youth.protected ? [] : undefined;
  const { transfer, firstContact } = youth;
  return [
    [t('fact.born'), youth.born === undefined ? missing : dayWithYear(c.language, youth.born)],
    ...(youth.nationalId === undefined
      ? []
      : [[t('fact.national-id'), <span class="digits">{youth.nationalId}</span>] as const]),
    ...(youth.languageForm === undefined
      ? []
      : [[t('fact.language'), shared(`language.${youth.languageForm}`)] as const]),
    ...(hidden ?? [
      [
        t('fact.address'),
        youth.address === undefined
          ? missing
          : youth.address.map((line) => (
              <span key={line} class="block">
                {line}
              </span>
            )),
      ] as const,
      ...(youth.letterBack === undefined
        ? []
        : [
            [
              t('fact.letters'),
              <span class="missing">{t('fact.letter-back', { day: shortDay(c.language, youth.letterBack) })}</span>,
            ] as const,
          ]),
      [
        t('fact.mobile'),
        youth.mobile === undefined ? missing : <span class="digits">{shownMobile(youth.mobile)}</span>,
      ] as const,
      ...(youth.email === undefined ? [] : [[t('fact.email'), youth.email] as const]),
    ]),
    ...(transfer === undefined
      ? []
      : [
          [
            t('fact.transfer'),
            `${transfer.code}, ${codeWords(c.language, transfer.code)}, ${shortDay(c.language, transfer.on)}`,
          ] as const,
        ]),
    ...(firstContact === undefined ? [] : [[t('fact.first-contact'), dayWithYear(c.language, firstContact)] as const]),
    [t('fact.unit'), youth.unit.name],
  ];
}

function Assignment({ c, youth }: { c: PageContext; youth: YouthAnswer }) {
  const t = youthWords(c.language);
  return (
    <SideBox title={t('assign')}>
      <p>{youth.caseworker?.name ?? t('assign.none')}</p>
      {youth.mayAssign && (
        <details class="fold" id={`assign-${youth.caseId}`}>
          <summary aria-label={`${t('assign.do')}: ${t('assign')}`}>{t('assign.do')}</summary>
          <PostForm c={c} action={paths.youthAssign(youth.caseId)} class="form-row" live>
            <input type="hidden" name="seen" value={youth.caseworker?.staffId ?? 'none'} />
            <SelectField
              c={c}
              id="assign-to"
              name="to"
              label={t('assign.to')}
              none={t('assign.none')}
              options={youth.caseworkers}
              chosen={youth.caseworker?.staffId}
            />
            <button type="submit" class="ds-button" data-variant="secondary">
              {t('assign.do')}
            </button>
          </PostForm>
        </details>
      )}
    </SideBox>
  );
}
