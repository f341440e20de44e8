import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity';
import { z } from 'zod';
import type { Authority } from '../domain/authority';
import { bundlesOf, type Bundle } from '../domain/bundle';
import { londonDateOf, type Calendar } from '../domain/calendar';
import { composeMessage, type OutgoingMessage } from '../domain/messages';
import type { Delivery, NoticeBatch } from '../domain/notice';
import { nextUpFrom } from '../domain/who-is-told';
import { MailRefused, withoutAddresses } from './mail-refused';
import type { AuthorityFile, Mailer } from './ports';

export interface TellPorts {
  readonly mailer: Mailer;
  readonly authorityFile: AuthorityFile;
  readonly calendar: Calendar;
  /** What links in messages start with, without a slash at the end. */
  readonly url: string;
}

interface Round extends TellPorts {
  readonly batch: NoticeBatch;
  readonly authority: Authority;
  /** By Message-ID. It is the heartbeat's detail, which the server hands to the next attempt. */
  readonly delivered: Record<string, Delivery>;
  /** Why messages could not be sent yet. */
  readonly unsent: string[];
}

const deliveredSchema = z.record(z.string(), z.custom<Delivery>());

/** Makes the activity that sends a batch. */
export function createTell(ports: TellPorts) {
  /**
   * Tells everybody whom the batch concerns. Whoever is refused for good is reported, and the next
   * person up told at once. A passing failure is thrown once all others are served; the retry
   * sends only what was not yet taken, to those whom the authority's file then names.
   */
  return async function tell(batch: NoticeBatch): Promise<Delivery[]> {
    const authority = await readNow(ports.authorityFile);
    const before = deliveredSchema.safeParse(activityInfo().heartbeatDetails);
    const round = { ...ports, batch, authority, delivered: before.data ?? {}, unsent: [] };
    await deliver(round, bundlesOf(batch, authority));
    assertAllSent(round);
    return Object.values(round.delivered);
  };
}

async function readNow(file: AuthorityFile): Promise<Authority> {
  try {
    return await file.read();
  } catch (error) {
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
  const delivery = round.delivered[message.messageId] ?? (await send(round, one, message));
  if (delivery?.outcome !== 'refused') return;
  const on = londonDateOf(round.batch.at);
  const next = nextUpFrom(round.authority, one.told, { on, except: new Set(one.after) });
  const after = [...one.after, one.told.id];
  await deliver(
    round,
    next.map((told) => ({ told, lines: one.lines, after })),
  );
}

/** Null where the failure may pass: the whole batch is then tried again. */
async function send(
  round: Round,
  { told, lines }: Bundle,
  message: OutgoingMessage,
): Promise<Delivery | null> {
  let refusal: MailRefused | null = null;
  try {
    await round.mailer.send(message);
  } catch (error) {
    if (!(error instanceof MailRefused)) {
      round.unsent.push(error instanceof Error ? withoutAddresses(error.message) : 'unknown');
      return null;
    }
    refusal = error;
  }
  const delivery: Delivery = {
    to: told.id,
    kinds: [...new Set(lines.map(({ kind }) => kind))],
    tasks: lines.map(({ task }) => task.id),
    outcome: refusal ? 'refused' : 'accepted',
    instead: told.instead,
    detail: refusal?.message ?? null,
  };
  round.delivered[message.messageId] = delivery;
  heartbeat(round.delivered);
  return delivery;
}

function assertAllSent({ unsent, delivered }: Round): void {
  if (unsent.length === 0) return;
  const all = unsent.length + Object.keys(delivered).length;
  throw ApplicationFailure.retryable(
    `${unsent.length} of ${all} messages could not be sent yet: ${[...new Set(unsent)].join('; ')}`,
    'MailNotTaken',
  );
}
