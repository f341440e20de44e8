import { Runtime } from '@temporalio/worker';

/**
 * Run as a process, with a folder as its argument: lets the SDK fetch the server that it was
 * released with, run it once, and leave it there.
 */
async function main(folder: string): Promise<void> {
  const runtime = Runtime.instance();
  const server = await runtime.createEphemeralServer({
    type: 'dev-server',
    exe: {
      type: 'cached-download',
      downloadDir: folder,
      version: 'default',
      ttl: 0,
      sdkName: 'sdk-typescript',
      sdkVersion: '1.24.0',
    },
    ip: '127.0.0.1',
    port: null,
    uiPort: null,
    ui: false,
    namespace: 'default',
    dbFilename: null,
    log: { format: 'pretty', level: 'error' },
    extraArgs: [],
  });
  await runtime.shutdownEphemeralServer(server);
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('A folder is needed');
void main(folder).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
