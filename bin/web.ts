import { hkdfSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import pino from 'pino';
import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import { noRegister, reachRegister } from '../client/reach';
import { startReceived } from '../client/start-received';
import { temporalPages } from '../client/temporal-pages';
import type { Register } from '../register/register';
import { requireSignIn, type Settings } from '../settings';
import { payloadKeys } from '../temporal/payload-keys';
import { createSeal } from '../temporal/seal';
import { Unreachable } from '../temporal/unreachable';
import type { WebParts } from '../web/parts';
import { createWeb } from '../web/server';
import { createOidc } from '../web/sign-in/oidc';
import { conditionsOf } from './conditions';
import { databaseHere } from './database-here';
import { keepTrying } from './keep-trying';
import { openContext } from './open-cases';
import { casesInBrowser } from './web-cases';
import { untilToldToStop } from './work';

/** Pages that are being served. */
export interface ServedPages {
  readonly stop: () => Promise<void>;
}

/** The pages alone, until this process is told to end. Throws Unreachable. */
export async function serveAlone(settings: Settings, say: (line: string) => void): Promise<void> {
  requireSignIn(settings);
  const { settings: here, release } = await databaseHere(settings, { make: true });
  try {
    const pages = await servePages(here);
    say(`The pages are at ${settings.url}`);
    await untilToldToStop();
    await pages.stop();
  } finally {
    await release();
  }
}

/**
 * Serves the pages at the settings' port; `inbox` holds the mail that goes no further. Throws
 * Unreachable where the port is taken.
 */
export async function servePages(
  settings: Settings,
  inbox: WebParts['inbox'] = null,
): Promise<ServedPages> {
  const { databaseUrl } = settings;
  const { context, close } = openContext(settings);
  const { register } = context;
  if (databaseUrl === null || !register) throw noRegister();
  const log = pino({ level: settings.logLevel }, pino.destination(2));
  const cases = createCases(context);
  const keys = payloadKeys(settings);
  const web = createWeb({
    ...{ settings, databaseUrl, inbox },
    cookieSecrets: keys.map(({ secret }) => cookieSecret(secret)),
    oidc: settings.oidc && createOidc(settings.oidc, `${settings.url}/sign-in/done`),
    ...casesInBrowser(cases, context, (sentence) => log.warn(sentence)),
    register,
    seal: createSeal(keys),
    readAuthority: context.readAuthority,
    ...{ calendar: context.calendar, now: context.now },
    ...{ conditions: conditionsOf(settings), temporalPages: temporalPages(settings) },
    log: pageNoted(log),
  });
  const server = createServer(web.app);
  await listening(server, settings);
  const background = inBackground(cases, context.now, { register, log });
  return {
    stop: async () => {
      await Promise.all(background.map(({ stop }) => stop()));
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      web.close();
      await close();
    },
  };
}

interface Background {
  readonly register: Register;
  readonly log: pino.Logger;
}

/** What the pages' process does beside answering. */
const inBackground = (cases: Cases, now: () => string, { register, log }: Background) => [
  keepTrying(() => startReceived(cases, register.received), {
    everyMs: 3_000,
    failed: noted(log, 'what was received could not be started'),
  }),
  keepTrying(() => reachRegister(() => register.drafts.removeOld(now())), {
    everyMs: 3_600_000,
    failed: noted(log, 'old drafts could not be removed'),
  }),
];

/** Where anybody may say who they are, nobody else's machine is answered. */
const hostOf = ({ production }: Settings): string => (production ? '0.0.0.0' : '127.0.0.1');

function listening(server: Server, settings: Settings): Promise<void> {
  const { port } = settings;
  return new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Unreachable(
          `Port ${port} is taken by another program.`,
          `End it, or set PORT to a free port, for example PORT=${port === 65_535 ? 8080 : port + 1}.`,
        ),
      ),
    );
    server.listen(port, hostOf(settings), resolve);
  });
}

/** Of the payload key, so that every process of a deployment knows each other's cookies. */
const cookieSecret = (key: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', 'web cookies', 32)).toString(
    'base64',
  );

const pageNoted =
  (log: pino.Logger): WebParts['log'] =>
  ({ error, ...line }) => {
    if (error) log.error({ ...line, error }, 'a page failed');
    else log.debug(line, 'a page');
  };

const noted = (log: pino.Logger, sentence: string) => (error: unknown) => {
  log.error({ error: nameOf(error) }, sentence);
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
