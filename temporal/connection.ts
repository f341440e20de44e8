import {
  Client,
  Connection,
  type ConnectionLike,
  type ConnectionOptions,
  ServiceError,
} from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Settings } from '../settings';
import { dataConverter } from './data-converter';
import { Unreachable } from './unreachable';
import { updateAgain } from './update-again';

const mostSeconds = 5;

export interface TemporalTarget {
  readonly address: string;
  readonly namespace: string;
  /** Fits Connection.connect and the worker's NativeConnection.connect alike. */
  readonly options: Pick<ConnectionOptions, 'address' | 'tls' | 'metadata'> & { apiKey?: string };
}

/** Where Temporal is and how to get in, from the environment and its profiles. */
export function temporalTarget(settings: Settings): TemporalTarget {
  const { embedded, address, namespace, environment } = settings.temporal;
  if (embedded) {
    if (address === null) throw notRunningHere();
    return { address, namespace: namespace ?? 'default', options: { address } };
  }
  const config = loadClientConnectConfig({ overrideEnvVars: { ...environment } });
  const { address: configured, apiKey, tls, metadata } = config.connectionOptions;
  const target = configured ?? 'localhost:7233';
  return {
    address: target,
    namespace: config.namespace ?? 'default',
    options: {
      address: target,
      ...(tls === undefined ? {} : { tls }),
      ...(metadata === undefined ? {} : { metadata }),
      ...(typeof apiKey === 'string' ? { apiKey } : {}),
    },
  };
}

/** A connected client that encrypts; throws Unreachable after so many seconds, at most five. */
export async function connectClient(settings: Settings, seconds = mostSeconds): Promise<Client> {
  const { address, namespace, options } = temporalTarget(settings);
  try {
    const connectTimeout = Math.min(seconds, mostSeconds) * 1000;
    const connection = await Connection.connect({ ...options, connectTimeout });
    return clientOver(connection, namespace, settings);
  } catch (cause) {
    throw notAnswering(address, settings, cause);
  }
}

/**
 * A client that encrypts, over a connection of any kind. A closed run has a result: nobody has it
 * played again to ask it something. An update that the server gave up is sent again.
 */
export function clientOver(
  connection: ConnectionLike,
  namespace: string,
  settings: Settings,
): Client {
  return new Client({
    ...{ connection, namespace, dataConverter: dataConverter(settings) },
    workflow: { queryRejectCondition: 'NOT_OPEN' },
    interceptors: { workflow: [updateAgain] },
  });
}

/** What to say when calls to Temporal fail after the connection had been made. */
export function notAnswering(address: string, settings: Settings, cause: unknown): Unreachable {
  const said = cause instanceof ServiceError ? cause.cause : cause;
  const why = said instanceof Error ? ` (${said.message})` : '';
  const howToCheck = settings.temporal.embedded
    ? 'Is `notifiable up` still running? Its data folder has temporal.log.'
    : 'Check TEMPORAL_ADDRESS, TEMPORAL_API_KEY and the TLS settings, and that the server is up.';
  return new Unreachable(`Temporal at ${address} does not answer${why}.`, howToCheck, { cause });
}

function notRunningHere(): Unreachable {
  return new Unreachable(
    'Temporal is not running on this machine for this data folder.',
    'Start it with `notifiable up`, or set TEMPORAL_ADDRESS to a server of yours.',
  );
}
