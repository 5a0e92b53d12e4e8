import type { StaffId } from '#domain/ids.ts';
import type { Role } from '#domain/plan/role.ts';

/** The demo's people, to be chosen from; empty outside a demo. */
export interface SignInAnswer {
  readonly county: string;
  readonly demo: readonly {
    readonly staffId: StaffId;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly unit: string | undefined;
  }[];
}
