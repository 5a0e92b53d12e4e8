import { staffId } from '#domain/ids.ts';
import { languages } from '#domain/language.ts';
import { type Asked, back, go, one, oneOf, type Shown, show, showAgain } from '../asked.ts';
import { schemes } from '../page-context.ts';
import { AccessibilityPage } from '../pages/errors/accessibility-page.tsx';
import { SettingsPage } from '../pages/settings/settings-page.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { paths } from '../paths.ts';

export async function home({ c }: Asked): Promise<Shown> {
  return go(c.reader ? paths.year : paths.signIn);
}

export async function signInPage({ c, needs }: Asked): Promise<Shown> {
  if (c.reader) return go(paths.year);
  return show(<SignInPage c={c} signIn={await needs.views.signIn(needs.config.demo)} />);
}

/** Name and password, or in a demo one of its people. Never says which of the two was wrong. */
export async function signIn(asked: Asked): Promise<Shown> {
  const { c, needs, body } = asked;
  const answer = await needs.views.signIn(needs.config.demo);
  const chosen = one(body, 'staff');
  const demoPerson = answer.demo.find((person) => person.staffId === chosen);
  const login = one(body, 'login') ?? '';
  const found = demoPerson
    ? demoPerson.staffId
    : await needs.signIn(login.slice(0, 200), body.password?.at(-1)?.slice(0, 1000) ?? '');
  if (found === undefined) {
    const faults = [{ place: 'login', code: 'web.signIn.wrong', found: '' }];
    return showAgain(<SignInPage c={c} signIn={answer} faults={faults} login={login} />);
  }
  await asked.signInAs(staffId(found));
  return go(one(asked.query, 'to') ?? paths.year);
}

export async function signOut(asked: Asked): Promise<Shown> {
  await asked.signOut();
  return go(paths.signIn);
}

export async function settings({ c, needs }: Asked): Promise<Shown> {
  return show(<SettingsPage c={c} runs={c.reader ? await needs.views.runs() : []} />);
}

/** From the settings page or from the buttons at the top: what is sent is set, the rest stays. */
export async function saveSettings(asked: Asked): Promise<Shown> {
  const { c, needs } = asked;
  const language = oneOf(languages, one(asked.body, 'language'));
  const scheme = oneOf(schemes, one(asked.body, 'scheme'));
  const keys = oneOf(['on', 'off'] as const, one(asked.body, 'keys'));
  const run = one(asked.body, 'run');
  const isKnown = run === 'current' || (c.reader && (await needs.views.runs()).some(({ runId }) => runId === run));
  asked.prefer({
    ...(language === undefined ? {} : { language }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(keys === undefined ? {} : { keys }),
    ...(run !== undefined && isKnown ? { run } : {}),
  });
  return go(back(asked, paths.settings));
}

export async function accessibility({ c }: Asked): Promise<Shown> {
  return show(<AccessibilityPage c={c} />);
}
