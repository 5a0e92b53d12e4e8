import type { AuditWord } from '#domain/access/audit-word.ts';
import type { Asked, AskedInRun, AskedSignedIn, Shown } from './asked.ts';
import type { Permission } from './permissions.ts';

interface Line {
  readonly verb: 'GET' | 'POST';
  readonly path: string;
  readonly audit: AuditWord | null;
}

/** One line of the route table: verb, path, permission, audit word, handler. */
export type Route = Line &
  (
    | { readonly asks: 'nobody'; readonly handler: (asked: Asked) => Promise<Shown> }
    | { readonly asks: 'signed-in'; readonly handler: (asked: AskedSignedIn) => Promise<Shown> }
    /** Outside a run too, but only for those who may. */
    | { readonly asks: 'run.start'; readonly handler: (asked: AskedSignedIn) => Promise<Shown> }
    | { readonly asks: Exclude<Permission, 'run.start'>; readonly handler: (asked: AskedInRun) => Promise<Shown> }
  );
