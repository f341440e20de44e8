import type { Cases } from '../client/answers';
import type { TemporalPages } from '../client/temporal-pages';
import type { Authority } from '../domain/authority';
import type { Calendar } from '../domain/calendar';
import type { Register } from '../register/register';
import type { Seal } from '../register/seal';
import type { Settings } from '../settings';
import type { Inbox } from './inbox/mails';
import type { Oidc } from './sign-in/oidc';

/** What the pages are given. */
export interface WebParts {
  readonly settings: Settings;
  /** The database in which sessions are kept. */
  readonly databaseUrl: string;
  /** The first signs cookies, all are known; the same in every process of a deployment. */
  readonly cookieSecrets: readonly string[];
  /** null: mail goes to a real server. */
  readonly inbox: Inbox | null;
  /** null: one chooses who one is. */
  readonly oidc: Oidc | null;
  /** The cases as one person uses them in one request: need-to-know, recorded, by what the file says. */
  readonly casesFor: (person: string, authority: Authority) => Cases;
  /** As they are to nobody in particular: the public form alone. */
  readonly nobody: Pick<Cases, 'refer'>;
  readonly register: Register;
  /** With the payload keys. */
  readonly seal: Seal;
  readonly readAuthority: () => Promise<Authority>;
  readonly calendar: Calendar;
  readonly now: () => string;
  /** Whether each part answers: as it was when it was asked last, or, waiting for it, now. */
  readonly conditions: {
    readonly known: () => Conditions;
    readonly now: () => Promise<Conditions>;
  };
  /** null: nobody has said where they are. */
  readonly temporalPages: TemporalPages | null;
  /** Never with anything that a person typed. */
  readonly log: (line: RequestLine) => void;
}

/** False: it does not answer just now. */
export interface Conditions {
  readonly temporal: boolean;
  readonly mail: boolean;
  readonly database: boolean;
}

export interface RequestLine {
  readonly method: string;
  /** The pattern, never the address itself. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The class of an error that nobody expected. */
  readonly error?: string;
}
