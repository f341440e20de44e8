import type { Bundle, Line } from './bundle';
import { asHtml, asText } from './mail-body';
import {
  agencyKinds,
  blocksForAgency,
  blocksForOwnPeople,
  type MessageContext,
} from './message-body';
import type { NoticeBatch } from './notice';
import { isAgency } from './who-is-told';
import { isNotification } from './task';
import { counted, leadWord } from './wording';

/** All that a mail server needs but the sender. Nothing about a child is in it. */
export interface OutgoingMessage {
  /** RFC 5322; the same each time that the message is composed: a repeat is recognisable. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Null: plain text alone. */
  readonly html: string | null;
}

/** The message for one person or agency. */
export function composeMessage(
  batch: NoticeBatch,
  one: Bundle,
  context: MessageContext,
): OutgoingMessage {
  const { told, lines } = one;
  const agency = isAgency(told);
  const blocks = (agency ? blocksForAgency : blocksForOwnPeople)(batch, one, context);
  const gist = agency ? agencyGist(lines) : gistOf(lines);
  const subject = `[${batch.reference}] ${gist}`;
  return {
    messageId: messageIdOf(batch, one),
    to: { name: told.name, address: told.email },
    subject,
    text: asText(blocks),
    html: asHtml(subject, blocks),
  };
}

const agencyGists = {
  'partner-notice': 'A notification is being made',
  'view-wanted': 'Your view is asked for',
  'no-agreement': 'Which authority notifies?',
} as const;

const agencyGist = (lines: readonly Line[]): string =>
  agencyKinds(lines)
    .map((kind) => agencyGists[kind])
    .join('; ');

/** `Late: 2 notification tasks`: the most urgent word, and how many tasks it is true of. */
function gistOf(lines: readonly Line[]): string {
  const words = lines.map(leadWord);
  const word = words.includes('Late') ? 'Late' : (words[0] ?? '');
  const tasks = lines.filter((_, index) => words[index] === word).map(({ task }) => task);
  const notifying = tasks.every(isNotification);
  return `${word}: ${counted(tasks.length, notifying ? 'notification task' : 'task')}`;
}

/** Made of the batch's id, the person's, and those who refused it; dots only between parts. */
function messageIdOf(batch: NoticeBatch, { told, after }: Bundle): string {
  const parts = [batch.id, told.id, ...after.flatMap((id) => ['for', id])];
  return `<${parts.map((part) => part.replace(/[^A-Za-z0-9-]/g, '_')).join('.')}@notifiable>`;
}
