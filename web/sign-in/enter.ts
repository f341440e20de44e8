import type { Request } from 'express';
import type { SessionData } from 'express-session';

type WhoIs = Pick<SessionData, 'person' | 'roles' | 'idToken'>;

/** Begins a session of somebody's own: an identifier from before they signed in is of no more use. */
export async function enter(request: Request, who: WhoIs, now: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  // It is another session now.
  Object.assign(request.session, who, { signedInAt: now });
}

/** Ends the session, here and in the database. */
export async function leave({ session }: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('The session store refused');
