import type { Client } from '@temporalio/client';
import type { Settings } from '../settings';
import { connectClient } from './connection';

/** One connection for everybody who asks, made when the first one does. */
export interface SharedConnection {
  /** Rejects with Unreachable; the next call then tries again. */
  readonly connect: (seconds: number) => Promise<Client>;
  readonly close: () => Promise<void>;
}

export function connectOnce(settings: Settings): SharedConnection {
  let connecting: Promise<Client> | null = null;
  return {
    connect(seconds) {
      connecting ??= connectClient(settings, seconds).catch((error: unknown) => {
        connecting = null;
        throw error;
      });
      return connecting;
    },
    async close() {
      const client = await connecting;
      await client?.connection.close();
    },
  };
}
