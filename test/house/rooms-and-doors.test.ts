import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const config: { readonly forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
  `${root}.dependency-cruiser.cjs`,
);

/** Every rule of the house with a file that breaks it: the rule, the file, what it writes. */
const broken = [
  ['domain-is-pure', 'src/domain/now.ts', "import 'node:fs';"],
  ['domain-is-pure', 'src/domain/checked.ts', "import 'zod';"],
  ['domain-is-pure', 'src/domain/kept.ts', "import '#store/rows.ts';"],
  ['machines-are-charts', 'machines/late.ts', "import 'node:timers';"],
  ['machines-are-charts', 'machines/acting.ts', "import '#ports/letter-post.ts';"],
  ['workflows-carry-orders', 'workflows/reading.ts', "import 'node:fs';"],
  ['workflows-carry-orders', 'workflows/checking.ts', "import 'zod';"],
  ['workflows-carry-orders', 'workflows/keeping.ts', "import '#store/rows.ts';"],
  ['workflows-know-activities-by-type', 'workflows/acting.ts', "import { post } from '#activities/post.ts'; post();"],
  ['activities-act-through-ports', 'activities/asking.ts', "import 'kysely';"],
  ['activities-act-through-ports', 'activities/telling.ts', "import '#workflows/messages.ts';"],
  ['activities-act-through-ports', 'activities/showing.ts', "import '#web/page.ts';"],
  ['ports-name-our-need', 'src/ports/vendor.ts', "import type { Pool } from 'pg'; export type Ours = Pool;"],
  ['intake-reads', 'src/intake/writing.ts', "import '#store/rows.ts';"],
  ['intake-reads-packages', 'src/intake/sending.ts', "import '@temporalio/client';"],
  ['letters-are-made', 'src/letters/writing.ts', "import '#store/rows.ts';"],
  ['letters-are-made-packages', 'src/letters/asking.ts', "import 'kysely';"],
  ['demo-makes-files', 'src/demo/writing.ts', "import '#store/rows.ts';"],
  ['demo-makes-files-packages', 'src/demo/asking.ts', "import 'pg';"],
  ['adapters-meet-ports', 'src/adapters/post/steering.ts', "import '#workflows/steps.ts';"],
  ['adapters-meet-ports-packages', 'src/adapters/post/asking.ts', "import 'kysely';"],
  ['adapters-stand-alone', 'src/adapters/post/leaning.ts', "import '#adapters/sms/gateway.ts';"],
  ['store-keeps-rows', 'src/store/sending.ts', "import '@temporalio/client';"],
  ['store-keeps-rows', 'src/store/showing.ts', "import '#web/page.ts';"],
  ['views-ask', 'src/views/sending.ts', "import '#desk/desk.ts';"],
  ['views-never-write', 'src/views/writing.ts', "import { rows } from '#store/rows.ts'; rows();"],
  ['desk-takes-commands', 'src/desk/asking.ts', "import 'kysely';"],
  ['desk-takes-commands', 'src/desk/showing.ts', "import '#web/page.ts';"],
  ['web-is-thin', 'src/web/writing.ts', "import '#store/rows.ts';"],
  ['web-is-thin-packages', 'src/web/sending.ts', "import '@temporalio/client';"],
  ['api-is-thin', 'src/api/writing.ts', "import '#store/rows.ts';"],
  ['api-is-thin-packages', 'src/api/asking.ts', "import 'kysely';"],
  ['cli-is-thin', 'src/cli/writing.ts', "import '#store/rows.ts';"],
  ['cli-is-thin-packages', 'src/cli/sending.ts', "import '@temporalio/client';"],
  ['texts-are-words', 'src/texts/showing.ts', "import '#web/page.ts';"],
  ['texts-are-words-packages', 'src/texts/checking.ts', "import 'zod';"],
  ['no-circle', 'src/domain/egg.ts', "import type { Hen } from './hen.ts'; export type Egg = Hen | undefined;"],
  ['no-missing-file', 'src/runtime/lost.ts', "import './nowhere.ts';"],
  ['no-test-in-the-house', 'src/runtime/leaning.ts', "import '#test/support.ts';"],
  ['no-development-package', 'src/runtime/playing.ts', "import 'tsx';"],
] as const;

/** What each room is there to do, and therefore may. */
const allowed = {
  'src/domain/week.ts': "import './day.ts'; import 'date-fns';",
  'machines/youth.ts': "import '#domain/day.ts'; import 'xstate';",
  'workflows/messages.ts': "import '#domain/day.ts';",
  'workflows/steps.ts':
    "import '@temporalio/workflow'; import '#machines/youth.ts'; import type { post } from '#activities/post.ts'; export type Acts = typeof post;",
  'activities/post.ts':
    "import '@temporalio/activity'; import '#ports/letter-post.ts'; import 'node:crypto'; export const post = () => {};",
  'src/domain/day.ts': 'export type Day = string;',
  'src/ports/letter-post.ts': "import type { Day } from '#domain/day.ts'; export type LetterPost = (on: Day) => void;",
  'src/adapters/post/real.ts':
    "import '#ports/letter-post.ts'; import '#workflows/messages.ts'; import '@temporalio/client';",
  'src/adapters/sms/gateway.ts': "import 'node:http';",
  'src/store/rows.ts': "import 'kysely'; import 'pg'; import '@electric-sql/pglite'; export const rows = () => {};",
  'src/views/list.ts': "import 'kysely'; import type { rows } from '#store/rows.ts'; export type Rows = typeof rows;",
  'src/desk/desk.ts': "import '#ports/letter-post.ts'; import '#workflows/messages.ts';",
  'src/web/page.ts':
    "import 'fastify'; import 'preact'; import 'zod'; import '#desk/desk.ts'; import '#views/list.ts'; import '#texts/text.ts';",
  'src/api/routes.ts': "import 'fastify'; import '#desk/desk.ts'; import '#views/list.ts';",
  'src/cli/main.ts':
    "import 'commander'; import '#intake/read.ts'; import '#demo/make.ts'; import '#runtime/start.ts';",
  'src/intake/read.ts': "import 'hucre'; import 'zod'; import '#domain/day.ts'; import 'node:fs';",
  'src/letters/letter.ts': "import '#texts/text.ts'; import '#domain/day.ts'; import '#ports/letter-post.ts';",
  'src/demo/make.ts': "import '@faker-js/faker'; import 'hucre';",
  'src/texts/text.ts': "import type { Day } from '#domain/day.ts'; export type Told = Day;",
  'src/runtime/start.ts': "import '#store/rows.ts'; import '@temporalio/client'; import '#web/page.ts';",
  'test/support.ts': '',
} as const;

/** The other half of the ring; a ring is told once, from one of its files. */
const ring = { 'src/domain/hen.ts': "import type { Egg } from './egg.ts'; export type Hen = readonly Egg[];" };

const packages = {
  dependencies: [
    ...['@temporalio/client', '@temporalio/workflow', '@temporalio/activity', '@electric-sql/pglite'],
    ...['commander', 'date-fns', 'fastify', 'hucre', 'kysely', 'pg', 'preact', 'xstate', 'zod'],
  ],
  devDependencies: ['tsx', '@faker-js/faker'],
};

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** A house of its own with these files, and what the rules say of it: `rule file`. */
async function judged(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const house = await temporaryFolder();
  const place = async (path: string, text: string) => {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text);
  };
  const { imports }: { readonly imports: unknown } = createRequire(import.meta.url)(`${root}package.json`);
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const { dependencies, devDependencies } = packages;
  const described = {
    type: 'module',
    imports,
    dependencies: named(dependencies),
    devDependencies: named(devDependencies),
  };
  await place('package.json', JSON.stringify(described));
  await place('tsconfig.json', '{"compilerOptions":{"module":"NodeNext","moduleResolution":"NodeNext"}}');
  for (const name of [...dependencies, ...devDependencies]) {
    await place(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await place(`node_modules/${name}/index.js`, '');
  }
  for (const [path, text] of Object.entries(files)) await place(path, text);
  const words = [
    '--config',
    `${root}.dependency-cruiser.cjs`,
    '-T',
    'json',
    'src',
    'workflows',
    'activities',
    'machines',
  ];
  const cruised = run(`${root}node_modules/.bin/depcruise`, words, { cwd: house, maxBuffer: 50_000_000 });
  // It exits with the number of violations.
  const { stdout } = await cruised.catch((error: { readonly stdout: string }) => error);
  const { summary }: { readonly summary: { readonly violations: readonly Violation[] } } = JSON.parse(stdout);
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

it('each rule of rooms and doors finds the file that breaks it', async () => {
  const files = { ...allowed, ...ring, ...Object.fromEntries(broken.map(([, path, text]) => [path, text])) };

  const found = await judged(files);

  expect(broken.map(([rule, path]) => `${rule} ${path}`).filter((each) => !found.includes(each))).toEqual([]);
  const shown = new Set<string>(broken.map(([rule]) => rule));
  expect(config.forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

it('what each room is there to do passes', async () => {
  expect(await judged(allowed)).toEqual([]);
});
