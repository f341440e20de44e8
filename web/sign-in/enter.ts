import type { Request } from 'express';
import type { SessionData } from 'express-session';

type WhoIs = Pick<SessionData, 'person' | 'roles'>;

/** Begins a session of somebody's own: an identifier from before they signed in is of no more use. */
export async function enter(request: Request, who: WhoIs, now: string): Promise<void> {
  await stored((done) => request.session.regenerate(done));
  // It is another session now.
  await keep(request, { ...who, signedInAt: now });
}

/** Before the browser is sent elsewhere: it may be there before the session would be. */
export async function keep({ session }: Request, data: Partial<SessionData>): Promise<void> {
  Object.assign(session, data);
  await stored((done) => session.save(done));
}

/** Ends the session, here and in the database. */
export async function leave({ session }: Request): Promise<void> {
  await stored((done) => session.destroy(done));
}

const stored = (ask: (done: (error: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    ask((error) => (error ? reject(asError(error)) : resolve()));
  });

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('The session store refused');
