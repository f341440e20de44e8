import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import type { Authority } from '../domain/authority';
import { bundlesOf, type Bundle } from '../domain/bundle';
import { londonDateOf, type Calendar } from '../domain/calendar';
import { composeMessage, type OutgoingMessage } from '../domain/messages';
import type { Delivery, Mailing } from '../domain/notice';
import { nextUpFrom } from '../domain/who-is-told';
import { MailRefused, withoutAddresses } from './mail-refused';
import { MailUnanswered } from './mail-unanswered';
import type { AuthorityFile, Mailer } from './ports';
import { readProgress, type Progress } from './progress';

export interface TellPorts {
  readonly mailer: Mailer;
  readonly authorityFile: AuthorityFile;
  readonly calendar: Calendar;
  /** What links in messages start with, without a slash at the end. */
  readonly url: string;
}

interface Round extends TellPorts {
  readonly batch: Mailing;
  readonly authority: Authority;
  /** What this attempt could not send. */
  readonly unsent: Delivery[];
  readonly progress: Progress;
}

/** From this attempt on (some three seconds) the history says what is not sent yet. */
const attemptsUnsaid = 3;

/** Makes the activity that sends a batch. */
export function createTell(ports: TellPorts) {
  /**
   * Tells everybody whom the batch concerns, and answers what became of each message that the batch
   * says nothing of yet. Whoever is refused for good is reported, and the next person up told at
   * once. A passing failure is thrown once all others are served; the retry sends only what was not
   * yet taken, to those whom the authority's file then names. The first of a batch's activities
   * gives up after a few attempts and answers what is waiting; one that knows of it goes on.
   */
  return async function tell(batch: Mailing): Promise<Delivery[]> {
    const progress = readProgress(batch);
    const authority = await readNow(ports.authorityFile, progress);
    const round: Round = { ...ports, batch, authority, progress, unsent: [] };
    await deliver(round, bundlesOf(batch, authority));
    if (round.unsent.length > 0 && !isTimeToSay(batch)) throw notTaken(round);
    return [...settledSince(round), ...round.unsent];
  };
}

const isTimeToSay = ({ deliveries }: Mailing): boolean =>
  deliveries.length === 0 && activityInfo().attempt >= attemptsUnsaid;

const isSettled = ({ outcome }: Delivery): boolean => outcome !== 'waiting';

/** What the history does not have yet. */
function settledSince({ batch, progress }: Round): Delivery[] {
  const before = new Set(batch.deliveries.filter(isSettled).map(({ messageId }) => messageId));
  return progress.deliveries().filter((one) => isSettled(one) && !before.has(one.messageId));
}

async function readNow(file: AuthorityFile, progress: Progress): Promise<Authority> {
  try {
    return await file.read();
  } catch (error) {
    progress.endUntried();
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw ApplicationFailure.retryable(
      `The authority's file must be mended before anybody can be told: ${withoutAddresses(why)}`,
      'AuthorityFileBroken',
    );
  }
}

async function deliver(round: Round, bundles: readonly Bundle[]): Promise<void> {
  await Promise.all(bundles.map((one) => deliverOne(round, one)));
}

async function deliverOne(round: Round, one: Bundle): Promise<void> {
  const message = composeMessage(round.batch, one, round);
  const before = round.progress.find(message.messageId);
  const delivery = before && isSettled(before) ? before : await send(round, one, message);
  if (delivery.outcome === 'waiting') round.unsent.push(delivery);
  if (delivery.outcome !== 'refused') return;
  const on = londonDateOf(round.batch.at);
  const next = nextUpFrom(round.authority, one.told, { on, except: new Set(one.after) });
  const after = [...one.after, one.told.id];
  await deliver(
    round,
    next.map((told) => ({ told, lines: one.lines, after })),
  );
}

async function send(
  { mailer, progress }: Round,
  { told, lines }: Bundle,
  message: OutgoingMessage,
): Promise<Delivery> {
  const { isKnown, ...answer } = await offer(mailer, message);
  const delivery = {
    messageId: message.messageId,
    to: told.id,
    kinds: [...new Set(lines.map(({ kind }) => kind))],
    tasks: lines.map(({ task }) => task.id),
    instead: told.instead,
    ...answer,
  };
  return progress.keep(delivery, isKnown);
}

type Answer = Pick<Delivery, 'outcome' | 'detail'> & { readonly isKnown: boolean };

/** What the mail server says to a message; `waiting` where the failure may pass. */
async function offer(mailer: Mailer, message: OutgoingMessage): Promise<Answer> {
  try {
    await mailer.send(message);
    return { outcome: 'accepted', detail: null, isKnown: true };
  } catch (error) {
    const detail = error instanceof Error ? withoutAddresses(error.message) : 'unknown';
    if (error instanceof MailRefused) return { outcome: 'refused', detail, isKnown: true };
    return { outcome: 'waiting', detail, isKnown: !(error instanceof MailUnanswered) };
  }
}

function notTaken({ unsent, progress }: Round): ApplicationFailure {
  progress.end();
  const all = progress.deliveries().length;
  const why = new Set(unsent.map(({ detail }) => detail));
  return ApplicationFailure.retryable(
    `${unsent.length} of ${all} messages could not be sent yet: ${[...why].join('; ')}`,
    'MailNotTaken',
  );
}
