import type { Outcome, Started } from '../client/answers';
import { inboxOf } from '../local/local-inbox';
import { startLocal, type LocalStack } from '../local/run';
import { requireSignIn, withLocal, type Settings } from '../settings';
import { migrateRegister } from './database';
import { openCases, type OpenCases } from './open-cases';
import { servePages } from './web';
import { untilToldToEnd, work } from './work';

export interface Up {
  readonly settings: Settings;
  readonly say: (line: string) => void;
  /** Called once everything runs; null where no incident is to be started. */
  readonly begin: ((cases: OpenCases['cases']) => Promise<Outcome<Started>>) | null;
}

/**
 * Everything on this machine: Temporal, the database, the worker, the pages and the inbox. Open incidents go on
 * from where they were. Runs until it is told to end, and then ends all of it. False: the incident
 * was refused.
 */
export async function up({ settings, say, begin }: Up): Promise<boolean> {
  requireSignIn(settings);
  const stack = await startLocal(settings, say);
  try {
    const here = withLocal(settings, stack);
    await migrateRegister(here);
    const pages = await servePages(
      here,
      stack.inboxUrl === null ? null : inboxOf(settings.dataFolder),
    );
    try {
      const worker = await work(here);
      whereItIs(stack, here).forEach(say);
      const began = begin === null || (await beginHere(here, begin, say));
      if (!began) worker.stop();
      await untilToldToEnd(worker);
      return began;
    } finally {
      await pages.stop();
    }
  } finally {
    await stack.stop();
  }
}

async function beginHere(
  settings: Settings,
  begin: NonNullable<Up['begin']>,
  warn: Up['say'],
): Promise<boolean> {
  const { cases, close } = await openCases(settings, { by: null, warn });
  try {
    return (await begin(cases)).ok;
  } finally {
    await close();
  }
}

function whereItIs(
  { temporalAddress, temporalUi, inboxUrl, smtpUrl }: LocalStack,
  { url }: Settings,
): string[] {
  return [
    'notifiable is running.',
    `Pages:    ${url}`,
    ...(inboxUrl === null
      ? [`Mail goes to ${smtpUrl ?? 'no server'}.`]
      : [`Inbox:    ${inboxUrl}`]),
    `Temporal: ${temporalUi ?? temporalAddress}`,
    'Ctrl-C ends it; everything is kept for the next start.',
  ];
}
