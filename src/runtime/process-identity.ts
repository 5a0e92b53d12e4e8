import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** What the operating system says about its start; compared, never read. */
  readonly started: string;
}

/** Who a process number belongs to right now; undefined when nobody has it. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : toldByPs(pid, 'lstart=');
  return started === undefined ? undefined : { pid, started };
}

/** Whether exactly this process still lives. */
export const isAlive = (identity: ProcessIdentity): boolean => identityOf(identity.pid)?.started === identity.started;

/** The words a process was started with, joined; empty when they cannot be had. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return toldByPs(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Ends exactly this process: asks first, forces after `patience` milliseconds. Does nothing when it is gone. */
export async function endProcess(identity: ProcessIdentity, patience = 10_000): Promise<void> {
  if (!isAlive(identity)) return;
  signal(identity.pid, 'SIGTERM');
  if (await goneWithin(identity, patience)) return;
  signal(identity.pid, 'SIGKILL');
  await goneWithin(identity, 5_000);
}

async function goneWithin(identity: ProcessIdentity, patience: number): Promise<boolean> {
  const limit = Date.now() + patience;
  while (isAlive(identity)) {
    if (Date.now() > limit) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

// Field 22 counts ticks since boot, so the boot is part of the identity. The name in field 2 may hold spaces and brackets.
// A zombie (state Z) has ended; only its parent has not looked yet.
function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function toldByPs(pid: number, column: string): string | undefined {
  try {
    const told = execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
    return told === '' ? undefined : told;
  } catch {
    return undefined;
  }
}
