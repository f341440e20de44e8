import type { ErrorRequestHandler, Request, Response } from 'express';
import { AuthorityFileMistaken } from '../domain/authority-mistaken';
import { Unreachable } from '../temporal/unreachable';
import { Forbidden, NoRecord, TooMany } from './errors';

type Render = (response: Response, view: string, shown: object) => void;

/** Every error as a page that says what happened, in plain words, and what still works. */
export const showError =
  (render: Render): ErrorRequestHandler =>
  // eslint-disable-next-line max-params -- four of them is how Express knows it
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, view, shown } = pageFor(error, isKnown(request));
    response.status(status);
    response.locals['error'] = error instanceof Error ? error.name : 'unknown';
    render(response, view, shown);
  };

/** Without a session where its database does not answer. */
const isKnown = (request: Partial<Pick<Request, 'session'>>) =>
  request.session?.person !== undefined;

interface ErrorPage {
  readonly status: number;
  readonly view: string;
  readonly shown: object;
}

/** `isSomebody`: who asks has signed in; nobody else reads what the authority's file says. */
function pageFor(error: unknown, isSomebody: boolean): ErrorPage {
  if (error instanceof NoRecord) return { status: 404, view: 'not-found', shown: {} };
  if (error instanceof TooMany) return { status: 429, view: 'too-many', shown: {} };
  if (error instanceof Forbidden) {
    return { status: 403, view: 'forbidden', shown: { roles: error.roles } };
  }
  if (error instanceof Unreachable) {
    return { status: 503, view: 'unreachable', shown: { what: error.what } };
  }
  if (error instanceof AuthorityFileMistaken) {
    const shown = { problems: isSomebody ? error.problems : [] };
    return { status: 503, view: 'authority-mistaken', shown };
  }
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES') {
    const what = 'A file that this service needs cannot be read: most likely the authority’s file.';
    return { status: 503, view: 'unreachable', shown: { what } };
  }
  if (codeOf(error) === 'EBADCSRFTOKEN') return { status: 403, view: 'form-expired', shown: {} };
  return { status: 500, view: 'failed', shown: {} };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
