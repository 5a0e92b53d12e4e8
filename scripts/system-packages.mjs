import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isOnPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => isRunnable(join(folder, name)));

const wanted = [
  {
    name: 'Chromium',
    packages: ['chromium'],
    isThere: () => ['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath),
  },
  { name: 'qpdf', packages: ['qpdf'], isThere: () => isOnPath('qpdf') },
  { name: 'Poppler', packages: ['poppler-utils'], isThere: () => isOnPath('pdftotext') },
  {
    name: 'PostgreSQL',
    packages: ['postgresql'],
    isThere: () =>
      Boolean(process.env.DATABASE_URL_TEST) ||
      isOnPath('initdb') ||
      versionsOfPostgresql().some((version) => isRunnable(`/usr/lib/postgresql/${version}/bin/initdb`)),
  },
  {
    name: 'Kannel',
    packages: ['kannel', 'kannel-extras'],
    isThere: () => ['/usr/sbin/bearerbox', '/usr/sbin/smsbox', '/usr/lib/kannel/test/fakesmsc'].every(isRunnable),
  },
  {
    name: "Perl's Net::SMPP",
    packages: ['libnet-smpp-perl'],
    isThere: () => spawnSync('perl', ['-MNet::SMPP', '-e', '1']).status === 0,
  },
];

/** Installs what tests want from Debian where that is possible, and says in one line each what is missing where it is not. */
export function ensureSystemPackages(say) {
  const missing = wanted.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const isPossible = process.getuid?.() === 0 && isOnPath('apt-get');
  if (isPossible) {
    say(`Installing with apt-get: ${names} …`);
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...missing.flatMap(({ packages }) => packages)]);
  }
  for (const { name, isThere, packages } of missing) {
    if (!isThere())
      say(
        `${name} is not here, so the tests that need it are left out (Debian: apt-get install ${packages.join(' ')}).`,
      );
  }
}

// What apt-get says goes to stderr: our own last line must be the last on stdout.
const aptGet = (words) =>
  spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

const versionsOfPostgresql = () => (existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []);

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
