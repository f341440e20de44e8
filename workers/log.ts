import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import type { LogLevel } from '../settings';

/** Logs go to standard error: standard output is for answers. Nothing about a child is in them. */
export function installLog(level: LogLevel): pino.Logger {
  const log = pino({ level }, pino.destination(2));
  // What the SDK calls information is of use to its developers alone.
  const levels = {
    TRACE: 'trace',
    DEBUG: 'trace',
    INFO: 'debug',
    WARN: 'warn',
    ERROR: 'error',
  } as const;
  const logger = new DefaultLogger('TRACE', ({ level: at, message, meta }) => {
    log[levels[at]](meta ?? {}, message);
  });
  Runtime.install({ logger, telemetryOptions: { logging: { filter: 'WARN', forward: {} } } });
  return log;
}
