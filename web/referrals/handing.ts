import type { SessionData } from 'express-session';
import type { Begun, Outcome } from '../../client/answers';
import type { Answer } from '../answer';
import type { PublicVisit } from '../pipeline';
import type { Form } from '../visit';

declare module 'express-session' {
  interface SessionData {
    /** Under what the form that is being checked will be kept: sending it twice is one referral. */
    referral?: string;
  }
}

/** A form that somebody fills in, page by page. Nothing is kept until it is sent. */
export interface Handing {
  readonly visit: Pick<PublicVisit, 'authority' | 'now'> & {
    readonly request: { readonly session: Pick<SessionData, 'referral'> };
  };
  readonly typed: Form;
  readonly isPublic: boolean;
  readonly send: (form: unknown, reference: string) => Promise<Outcome<Begun>>;
  /** Once it is handed in. */
  readonly done: (reference: string) => Promise<Answer> | Answer;
}
