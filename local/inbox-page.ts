import { createServer } from 'node:http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { inboxStyle, listPage, mailPage, plainPage } from './inbox-html';
import type { MailStore } from './mail-store';
import { loopback } from './ports';

const onThisMachine = ['localhost', '127.0.0.1', '[::1]'];
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

/** Formatted mail is somebody else's page: no scripts, no forms, nothing fetched, its own origin. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The page on which a person reads the messages; `hosts` are further names it may be called by. */
export function inboxPage(store: MailStore, hosts: readonly string[]): Express {
  const app = express();
  const known = new Set([...onThisMachine, ...hosts]);
  app.disable('x-powered-by');
  app.use(headers);
  app.use((request, response, next) => {
    // A foreign name that resolves to this machine must not let its pages read the messages.
    if (known.has(hostname(request.headers.host))) return next();
    response.status(421).send(plainPage('Not here', 'This page answers on localhost only.'));
  });
  app.get('/', (_, response) => response.redirect('/inbox'));
  app.get('/inbox.css', (_, response) => response.type('css').send(inboxStyle));
  app.get('/inbox.json', async (_, response) => response.json(await store.list()));
  app.get('/inbox/health', (_, response) => response.json({ inbox: process.pid }));
  app.get('/inbox', async (_, response) => response.send(listPage(await store.list())));
  addMessagePages(app, store);
  app.use((_, response) => {
    response.status(404).send(plainPage('Page not found', 'There is no such page or message.'));
  });
  return app;
}

function addMessagePages(app: Express, store: MailStore): void {
  app.get('/inbox/:id', async (request, response, next) => {
    const mail = await store.find(request.params.id);
    if (mail === null) return next();
    response.send(mailPage(mail));
  });
  app.get('/inbox/:id/html', async (request, response, next) => {
    const html = (await store.find(request.params.id))?.html;
    if (html === null || html === undefined) return next();
    response.set('Content-Security-Policy', mailPolicy).send(html);
  });
  app.get('/inbox/:id/raw', async (request, response, next) => {
    const message = await store.raw(request.params.id);
    if (message === null) return next();
    response.attachment(`${request.params.id}.eml`).type('message/rfc822').send(message);
  });
}

export function startInboxPage(app: Express, port: number): Promise<{ stop(): Promise<void> }> {
  const server = createServer(app);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => resolve({ stop }));
  });
}

function hostname(host = ''): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
