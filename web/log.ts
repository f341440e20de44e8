import type { RequestHandler } from 'express';
import type { WebParts } from './parts';

/** One line a request: its route's pattern, never its address, which holds a reference. */
export const logged =
  (log: WebParts['log']): RequestHandler =>
  (request, response, next) => {
    const from = performance.now();
    response.on('finish', () => {
      const route = (request.route as { readonly path?: string } | undefined)?.path ?? 'none';
      const ms = Math.round(performance.now() - from);
      const error = response.locals['error'] as string | undefined;
      const line = { method: request.method, route, status: response.statusCode, ms };
      log(response.statusCode === 500 && error ? { ...line, error } : line);
    });
    next();
  };
