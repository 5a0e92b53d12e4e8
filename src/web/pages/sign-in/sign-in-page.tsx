import type { Fault } from '#domain/outcome.ts';
import type { Role } from '#domain/plan/role.ts';
import type { SignInAnswer } from '#views/answers/sign-in.ts';
import type { PageContext } from '../../page-context.ts';
import { PasswordField, TextField } from '../../parts/field.tsx';
import { Layout } from '../../parts/layout.tsx';
import { ErrorSummary } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Initials } from '../../parts/person.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { roleWords } from '../../parts/words.ts';
import { paths } from '../../paths.ts';
import { signInWords } from './words.ts';

interface SignInPageProps {
  readonly c: PageContext;
  readonly signIn: SignInAnswer;
  readonly faults?: readonly Fault[];
  readonly login?: string;
}

/** Name and password; in a demo also its people to choose from. */
export function SignInPage({ c, signIn, faults = [], login = '' }: SignInPageProps) {
  const t = signInWords(c.language);
  const demo = signIn.demo.length > 0;
  return (
    <Layout c={c} title={t('title')} width={demo ? undefined : 'narrow'}>
      <PageHead title={t('title')} lead={t('lead', { county: signIn.county })} />
      <ErrorSummary c={c} faults={faults} />
      {demo && <DemoPeople c={c} signIn={signIn} />}
      <Panel id="sign-in" title={demo ? t('demo.other') : undefined}>
        <PostForm c={c} action={c.path.startsWith(paths.signIn) ? c.path : paths.signIn} class="form">
          <TextField c={c} id="login" name="login" label={t('login')} value={login} autocomplete="username" required />
          <PasswordField c={c} id="password" name="password" label={t('password')} />
          <div class="form-acts">
            <button type="submit" class="ds-button" data-main data-variant={demo ? 'secondary' : undefined}>
              {t('do')}
            </button>
          </div>
        </PostForm>
      </Panel>
    </Layout>
  );
}

function DemoPeople({ c, signIn }: { c: PageContext; signIn: SignInAnswer }) {
  const t = signInWords(c.language);
  return (
    <Panel id="demo" title={t('demo.title')}>
      <PostForm c={c} action={c.path.startsWith(paths.signIn) ? c.path : paths.signIn} class="form">
        <p class="sub">{t('demo.lead')}</p>
        <ul class="demo-people">
          {signIn.demo.toSorted(fewFirst).map((person) => (
            <li key={person.staffId}>
              <button type="submit" class="demo-person" name="staff" value={person.staffId}>
                <Initials name={person.name} />
                <span>
                  <b>{person.name}</b>
                  <span class="sub">
                    {[
                      ...person.roles.map((role) => roleWords(c.language, role)),
                      ...(person.unit === undefined ? [] : [person.unit]),
                    ].join(', ')}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </PostForm>
    </Panel>
  );
}

/** Roles that few hold are looked for among many advisers: they stand first. */
const order: readonly Role[] = [
  'process_owner',
  'system_owner',
  'manager',
  'review_group',
  'admissions_office',
  'super_user',
  'office_staff',
  'adviser',
];

type DemoPerson = SignInAnswer['demo'][number];

const fewFirst = (a: DemoPerson, b: DemoPerson): number => placeOf(a) - placeOf(b);
const placeOf = ({ roles }: DemoPerson): number => order.findIndex((role) => roles.includes(role));
