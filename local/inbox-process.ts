import { z } from 'zod';
import { startInbox } from './inbox';

const optionsSchema = z.strictObject({
  folder: z.string(),
  smtpPort: z.int(),
  port: z.int(),
  hosts: z.array(z.string()),
});

/** Run as a process, with its InboxOptions in JSON as its argument; SIGTERM ends it. */
async function main(options: string | undefined): Promise<void> {
  const inbox = await startInbox(optionsSchema.parse(JSON.parse(options ?? '')));
  process.once('SIGTERM', () => void inbox.stop().then(() => process.exit(0)));
}

void main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
