import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Role } from '../domain/roles';
import { applicationRole } from '../register/database';
import type { Pending } from './sign-in/oidc';
import { OutlastingStore } from './outlasting-store';

declare module 'express-session' {
  interface SessionData {
    /** A person's id in the authority's file. */
    person?: string;
    /** What their directory says; absent: the authority's file alone gives roles. */
    roles?: readonly Role[];
    /** Instant, UTC. */
    signedInAt?: string;
    /** What a sign-in that is under way needs once it comes back, and where it then leads. */
    pending?: Pending;
    backTo?: string;
  }
}

/** Without a request for so long, a person is asked to sign in again. */
export const idleMinutes = 60;
/** However busy: a day's work. */
export const longestHours = 12;

const idleMs = idleMinutes * 60_000;

/** Sessions in PostgreSQL; the first of `secrets` signs the cookie. */
export function sessions(
  databaseUrl: string,
  { secrets, secure }: { readonly secrets: readonly string[]; readonly secure: boolean },
): { readonly handler: RequestHandler; readonly close: () => void } {
  const kept = new (connectPgSimple(session))({
    conObject: { connectionString: databaseUrl, options: `-c role=${applicationRole}` },
    tableName: 'web_sessions',
    pruneSessionInterval: 15 * 60,
    errorLog: () => undefined,
  });
  const handler = session({
    store: new OutlastingStore(kept, idleMs),
    name: secure ? '__Host-notifiable' : 'notifiable',
    secret: [...secrets],
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: idleMs, path: '/' },
  });
  return { handler, close: () => kept.close() };
}
