import type { RequestHandler } from 'express';
import type { Settings } from '../settings';

const onThisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A foreign name that resolves to this machine must not let its pages act as ours. Where anybody may
 * say who they are, only this machine's own names are.
 */
export function onlyOurHosts({ url, oidc }: Pick<Settings, 'url' | 'oidc'>): RequestHandler {
  const known = new Set([...onThisMachine, ...(oidc === null ? [] : [new URL(url).hostname])]);
  return (request, response, next) => {
    if (known.has(nameOf(request.headers.host))) return next();
    response.status(421).type('text').send('This service answers under its own name only.');
  };
}

const nameOf = (host = ''): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
