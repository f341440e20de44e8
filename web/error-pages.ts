import type { ErrorRequestHandler, Response } from 'express';
import { Unreachable } from '../temporal/unreachable';
import { Forbidden, NoRecord, TooMany } from './errors';

type Render = (response: Response, view: string, shown: object) => void;

/** Every error as a page that says what happened, in plain words, and what still works. */
export const showError =
  (render: Render): ErrorRequestHandler =>
  // eslint-disable-next-line max-params -- four of them is how Express knows it
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, view, shown } = pageFor(error);
    response.status(status);
    response.locals['error'] = error instanceof Error ? error.name : 'unknown';
    render(response, view, shown);
  };

function pageFor(error: unknown): { status: number; view: string; shown: object } {
  if (error instanceof NoRecord) return { status: 404, view: 'not-found', shown: {} };
  if (error instanceof TooMany) return { status: 429, view: 'too-many', shown: {} };
  if (error instanceof Forbidden) {
    return { status: 403, view: 'forbidden', shown: { roles: error.roles } };
  }
  if (error instanceof Unreachable) {
    return { status: 503, view: 'unreachable', shown: { what: error.what } };
  }
  if (codeOf(error) === 'EBADCSRFTOKEN') return { status: 403, view: 'form-expired', shown: {} };
  return { status: 500, view: 'failed', shown: {} };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
