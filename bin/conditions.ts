import { connect } from 'node:net';
import type { Settings } from '../settings';
import { temporalTarget } from '../temporal/connection';
import { Unreachable } from '../temporal/unreachable';
import type { Conditions } from '../web/parts';

const freshMs = 10_000;
const patienceMs = 2_000;

/**
 * Whether each part takes connections: `known` as it was when it was asked last, so that no page waits
 * to know it; `now` waits, two seconds at most.
 */
export function conditionsOf(settings: Settings): {
  readonly known: () => Conditions;
  readonly now: () => Promise<Conditions>;
} {
  let known: Conditions = { temporal: true, mail: true, database: true };
  let askedAt = 0;
  const now = async () => {
    askedAt = Date.now();
    const { smtpUrl, databaseUrl } = settings;
    const [temporal, mail, database] = await Promise.all([
      isTemporalThere(settings),
      isThere(smtpUrl, smtpUrl?.startsWith('smtps:') ? 465 : 587),
      isThere(databaseUrl, 5432),
    ]);
    known = { temporal, mail, database };
    return known;
  };
  return {
    now,
    known() {
      if (Date.now() - askedAt > freshMs) void now();
      return known;
    },
  };
}

/** False too where this machine's own does not run. */
async function isTemporalThere(settings: Settings): Promise<boolean> {
  try {
    return await isThere(`tcp://${temporalTarget(settings).address}`, 7233);
  } catch (error) {
    if (error instanceof Unreachable) return false;
    throw error;
  }
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** What is not configured is not missed. */
async function isThere(url: string | null, usualPort: number): Promise<boolean> {
  const address = url === null ? null : addressIn(url, usualPort);
  return address === null || (await answers(address));
}

function addressIn(url: string, usual: number): Address | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port } = new URL(url);
  return hostname === '' ? null : { host: hostname, port: Number(port) || usual };
}

function answers(address: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, timeout: patienceMs });
    const end = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false));
  });
}
