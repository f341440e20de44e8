import { connect } from 'node:net';
import { Connection } from '@temporalio/client';
import { areRegistered } from './register-search-attributes';

const patienceMs = 2_000;

/**
 * True when an unencrypted server at `address` serves the namespace and knows our search
 * attributes: what a workflow needs, not only an open port.
 */
export async function isServing(address: string, namespace: string): Promise<boolean> {
  if (!(await isListening(address))) return false;
  try {
    const connection = await Connection.connect({ address, connectTimeout: patienceMs });
    try {
      return await connection.withDeadline(Date.now() + patienceMs, async () => {
        await connection.workflowService.describeNamespace({ namespace });
        return areRegistered(connection, namespace);
      });
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

/** Asked first because gRPC backs off for a second after a refused connection. */
function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: patienceMs });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
