import type { Role } from '#domain/plan/role.ts';

/** A role somebody holds: in one unit or the whole county, in one run or in all. */
export interface Grant {
  readonly role: Role;
  readonly unitId: string | null;
  readonly runId: string | null;
}

export interface StaffMember {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
  readonly active: boolean;
  readonly grants: readonly Grant[];
}

export interface Unit {
  readonly unitId: string;
  /** The number the lists name the unit by. */
  readonly number: string | null;
  readonly name: string;
  readonly region: string;
  readonly municipalities: readonly Municipality[];
}

export interface Municipality {
  readonly number: string;
  readonly name: string;
}

/** A county with its units and people, as `county.json` of a made county has it. */
export interface CountyFacts {
  readonly name: string;
  readonly number: string;
  readonly units: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly region: string;
    readonly municipality: Municipality;
  }[];
  readonly staff: readonly {
    readonly id: string;
    readonly login: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly roles: readonly { readonly role: Role; readonly unit: string | null }[];
  }[];
}

/** The county's units and people. */
export interface StaffBook {
  /** Writes county, units, people and their roles; again is the same. Passwords, languages and sessions stay. */
  readonly writeCounty: (county: CountyFacts) => Promise<void>;
  readonly units: () => Promise<readonly Unit[]>;
  /** Everybody, by name in Norwegian order. */
  readonly everybody: () => Promise<readonly StaffMember[]>;
  readonly byId: (staffId: string) => Promise<StaffMember | undefined>;
  /** For sign-in: login as typed, any case. */
  readonly byLogin: (
    login: string,
  ) => Promise<{ readonly member: StaffMember; readonly passwordHash: string | null } | undefined>;
  /** Somebody who is not active cannot sign in; their sessions end. */
  readonly setActive: (staffId: string, active: boolean) => Promise<void>;
  readonly setPassword: (staffId: string, passwordHash: string) => Promise<void>;
  readonly setLanguage: (staffId: string, language: string) => Promise<void>;
}

/** A signed-in browser. `kept` holds what may not stand in an address: receipts, searches. */
export interface Session {
  readonly staffId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly kept: Readonly<Record<string, unknown>>;
}

/** Sessions by the hash of their token; the token itself is only in the browser. */
export interface Sessions {
  readonly open: (tokenHash: string, session: Session) => Promise<void>;
  /** Undefined when it is unknown or over at that moment. */
  readonly read: (tokenHash: string, at: number) => Promise<Session | undefined>;
  /** Moves the end of a session that is in use. */
  readonly touch: (tokenHash: string, expiresAt: number) => Promise<void>;
  /** Sets entries of `kept`; undefined takes one away. */
  readonly keep: (tokenHash: string, entries: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly end: (tokenHash: string) => Promise<void>;
  readonly endAllOf: (staffId: string) => Promise<void>;
  /** Forgets those that are over; gives how many. */
  readonly sweep: (at: number) => Promise<number>;
}

/** That somebody looked at persons: who, when, what and whom. */
export interface ReadEntry {
  readonly staffId: string;
  readonly onBehalfOf: string | null;
  readonly at: number;
  /** Audit word of the route, for example `youth.read`. */
  readonly what: string;
  readonly route: string;
  /** Case ids. */
  readonly subjects: readonly string[];
}

/** Who has read what; appended to, never changed. */
export interface ReadLog {
  readonly append: (entry: ReadEntry) => Promise<void>;
  /** Who has looked at a case, newest first. */
  readonly ofCase: (caseId: string) => Promise<readonly Omit<ReadEntry, 'subjects'>[]>;
}
