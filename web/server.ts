import compression from 'compression';
import { csrfSync } from 'csrf-sync';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { RouteName } from './access';
import { showError } from './error-pages';
import { limits, publicFormLimit } from './limits';
import { logged } from './log';
import { onlyOurHosts } from './hosts';
import { pages } from './pages';
import type { WebParts } from './parts';
import { answering, noPage } from './pipeline';
import { styleSheet } from './render';
import { sessions } from './session';
import { createShow, type Show } from './show';
import { uploads } from './uploads';
import { textOf, type Form } from './visit';

const headers = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
  });

/** The pages over the given parts; `close` lets go of the sessions. */
export function createWeb(parts: WebParts): { app: Express; close: () => void } {
  const secure = parts.settings.url.startsWith('https:');
  const { handler, close } = sessions(parts.databaseUrl, { secrets: parts.cookieSecrets, secure });
  const { csrfSynchronisedProtection, generateToken } = csrfSync({
    getTokenFromRequest: ({ body }) => textOf((body ?? {}) as Form, '_csrf'),
  });
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.settings.production ? 1 : false);
  app.use(logged(parts.log), headers(secure), onlyOurHosts(parts.settings), compression());
  addUnkept(app);
  app.use(notKept, limits, handler);
  app.use(express.urlencoded({ extended: false, limit: '1mb' }), uploads);
  app.use(csrfSynchronisedProtection);
  app.post('/public/refer', publicFormLimit());
  addPages(app, parts, createShow(parts, generateToken));
  return { app, close };
}

/** What needs no session. */
function addUnkept(app: Express): void {
  app.get(styleSheet.path, (_, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    response.type('css').send(styleSheet.content);
  });
  app.get('/health', (_, response) => void response.json({ web: 'answers' }));
}

/** What a page says of a child stays in nobody's browser. */
const notKept: RequestHandler = (_, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function addPages(app: Express, parts: WebParts, { show, render }: Show): void {
  for (const [name, page] of Object.entries(pages)) {
    const [method, path = ''] = name.split(' ');
    const answer = answering(parts, name as RouteName, show)(page);
    if (method === 'GET') app.get(path, answer);
    else app.post(path, answer);
  }
  app.use(noPage(parts, show));
  app.use(showError(render));
}
