// The table "Rooms and doors" of docs/decisions/0001-the-house.md as rules. Each comment says the mend.

const engine = '^node_modules/@temporalio/';
const sql = '^node_modules/(kysely|pg|@electric-sql)/';
const web = '^node_modules/(fastify|fastify-[^/]+|@fastify|preact|preact-[^/]+|idiomorph)/';
const core =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|events|fs|http|https|net|os|path|perf_hooks|process|readline|stream|string_decoder|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(/|$)';

/** From `room` only the `doors` may be imported: our rooms, packages and Node's own modules alike. */
const only = (name, room, doors, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: room },
  to: { pathNot: [room, ...doors] },
});

/** From `room` only the `doors` among our own rooms may be imported, and any package but those `without` names. */
const rooms = (name, room, doors, without, comment) => [
  {
    name,
    comment,
    severity: 'error',
    from: { path: room },
    to: { path: '^(src|workflows|activities|machines|test|bench|scripts)/', pathNot: [room, ...doors] },
  },
  { name: `${name}-packages`, comment, severity: 'error', from: { path: room }, to: { path: without } },
];

const domain = '^src/domain/';
const texts = '^src/texts/';
const messages = '^workflows/messages\\.ts$';

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      '^src/domain/',
      ['^node_modules/date-fns/'],
      'src/domain may import itself and date-fns. Take the clock, the random and the file as an argument, or move the code out.',
    ),
    only(
      'machines-are-charts',
      '^machines/',
      [domain, '^node_modules/xstate/'],
      'machines may import src/domain and xstate. Send an order and let an activity do the act.',
    ),
    only(
      'workflows-carry-orders',
      '^workflows/',
      ['^machines/', domain, '^activities/', '^node_modules/@temporalio/(workflow|common)/', '^node_modules/xstate/'],
      'workflows may import machines, src/domain, @temporalio/workflow and types of activities. What touches the world is an activity.',
    ),
    {
      name: 'workflows-know-activities-by-type',
      comment: 'Write `import type`: a workflow that loads an activity takes its packages into the sandbox.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'activities-act-through-ports',
      '^activities/',
      [domain, '^src/ports/', '^node_modules/@temporalio/(activity|common)/', core],
      'activities may import src/domain, src/ports and @temporalio/activity. Name the need as a port; wiring.ts chooses the real thing.',
    ),
    only(
      'ports-name-our-need',
      '^src/ports/',
      [domain],
      'A port speaks domain types only. A type of a package belongs in the adapter.',
    ),
    ...rooms(
      'intake-reads',
      '^src/intake/',
      [domain],
      `${engine}|${sql}|${web}`,
      "src/intake turns bytes into domain rows. Writing them is an activity's work, showing them a page's.",
    ),
    ...rooms(
      'letters-are-made',
      '^src/letters/',
      [domain, texts, '^src/ports/'],
      `${engine}|${sql}|${web}`,
      "src/letters turns facts into text and PDF. Fetching and sending are an activity's work.",
    ),
    ...rooms(
      'demo-makes-files',
      '^src/demo/',
      [domain, texts],
      `${engine}|${sql}|${web}`,
      'src/demo makes people and files from the domain. They come in by the ordinary intake.',
    ),
    ...rooms(
      'adapters-meet-ports',
      '^src/adapters/',
      [domain, '^src/ports/', messages],
      `${sql}|${web}`,
      'An adapter may import its port, the domain, its client package and workflows/messages.ts. SQL lives in src/store.',
    ),
    {
      name: 'adapters-stand-alone',
      comment: 'One adapter may not lean on another. What they share is a domain rule or belongs in the port.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    only(
      'store-keeps-rows',
      '^src/store/',
      [domain, '^src/ports/', sql, core],
      'src/store may import the domain, ports, kysely, pg and PGlite. The engine and the pages reach it through ports and views.',
    ),
    only(
      'views-ask',
      '^src/views/',
      [domain, '^src/ports/', '^src/store/', '^node_modules/kysely/'],
      'src/views may import the domain, ports, kysely and types of the store: one question, one file.',
    ),
    {
      name: 'views-never-write',
      comment:
        "Write `import type`: views know the store's tables, and its writes are for activities and the desk's commands.",
      severity: 'error',
      from: { path: '^src/views/' },
      to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'desk-takes-commands',
      '^src/desk/',
      [domain, '^src/ports/', messages, core],
      "src/desk may import the domain, ports and workflows/messages.ts: it checks access and sends. Reading is a view's work.",
    ),
    ...['web', 'api'].flatMap((room) =>
      rooms(
        `${room}-is-thin`,
        `^src/${room}/`,
        [domain, '^src/desk/', '^src/views/', texts],
        `${engine}|${sql}`,
        `src/${room} may import desk, views, domain and texts. Ask a view or send the desk a command.`,
      ),
    ),
    ...rooms(
      'cli-is-thin',
      '^src/cli/',
      [
        domain,
        '^src/desk/',
        '^src/views/',
        texts,
        '^src/api/wire/',
        '^src/(intake|demo|runtime)/',
        '^src/(wiring|config)\\.ts$',
      ],
      `${engine}|${sql}`,
      'src/cli may import views, domain, texts, intake, demo, what goes over the line (api/wire), and runtime to start the engine. The rest goes over the local API.',
    ),
    ...rooms(
      'texts-are-words',
      texts,
      [domain, '^src/intake/fault\\.ts$'],
      '^node_modules/',
      'src/texts has words and knows the languages, and of other rooms only the shape of what it puts into words.',
    ),
    {
      name: 'no-circle',
      comment: 'These files import each other in a ring. Find the idea both need and give it a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-missing-file',
      comment: 'What is imported is not there. Mend the path, or add the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-the-house',
      comment: 'What runs for users may not lean on tests, benches or set-up scripts.',
      severity: 'error',
      from: { path: '^(src|workflows|activities|machines)/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-development-package',
      comment:
        'A production install has no development packages. Move it to "dependencies", or import it in tests, bench or src/demo only.',
      severity: 'error',
      from: { path: '^(src|workflows|activities|machines)/', pathNot: '^src/(demo|web/browser)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
