import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { readSettings } from '../../settings';
import { connectClient } from '../../temporal/connection';
import { withDeadline } from '../../temporal/deadline';
import { Unreachable } from '../../temporal/unreachable';

/** What a proxy does with a wrong address, or a login page. */
function serverThatAnswers(status: number): Http2Server {
  const server = createServer();
  server.on('stream', (stream) => {
    stream.respond({ ':status': status }, { endStream: true });
  });
  server.on('session', (session) => {
    sessions.push(session);
  });
  return server;
}

const sessions: ServerHttp2Session[] = [];
afterEach(() => {
  sessions.splice(0).forEach((session) => {
    session.destroy();
  });
});

test.each([
  ['knows nothing of Temporal', 404],
  ['wants another login', 401],
])('a server that %s is said to be none that answers', async (_, status) => {
  const server = serverThatAnswers(status);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const env = { TEMPORAL_ADDRESS: `127.0.0.1:${port}`, NOTIFIABLE_DATA: tmpdir() };
  const settings = readSettings({
    ...env,
    NOTIFIABLE_PAYLOAD_KEY: Buffer.alloc(32).toString('base64'),
  });
  const asking = async () => {
    const client = await connectClient(settings);
    try {
      await withDeadline(client, { settings, seconds: 5 }, () =>
        client.workflow.getHandle('incident/SI-2026-NONE').describe(),
      );
    } finally {
      await client.connection.close();
    }
  };
  const failure = await asking().catch((error: unknown) => error);
  server.close();
  expect(failure).toBeInstanceOf(Unreachable);
  expect(String(failure)).toMatch(
    /^Unreachable: Temporal at 127\.0\.0\.1:\d+ does not answer \(.*\b(404|401)\b.*\)/,
  );
});
