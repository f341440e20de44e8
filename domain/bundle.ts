import type { Authority } from './authority';
import { londonDateOf } from './calendar';
import type { NoticeBatch, NoticeKind, TaskInNotice } from './notice';
import { eachOnce, type Told } from './people';
import { whoIsTold } from './who-is-told';
import { kindWords } from './wording';

/** One task in one person's message. */
export interface Line {
  readonly kind: NoticeKind;
  readonly task: TaskInNotice;
}

/** What one person is to be told at one moment about one incident: one message. */
export interface Bundle {
  readonly told: Told;
  readonly lines: readonly Line[];
  /** The ids that refused it before, the first one first; empty where the person was meant. */
  readonly after: readonly string[];
}

const urgency = Object.keys(kindWords);
const byUrgency = (a: Line, b: Line): number => urgency.indexOf(a.kind) - urgency.indexOf(b.kind);

/** Groups a batch by person; each task stands once, under its most urgent kind, urgent first. */
export function bundlesOf(batch: NoticeBatch, authority: Authority): Bundle[] {
  const on = londonDateOf(batch.at);
  const each = batch.notices.flatMap(({ kind, task, to }) =>
    whoIsTold(authority, to, on).map((told) => ({ told, line: { kind, task } })),
  );
  return eachOnce(each.map(({ told }) => told)).map((told) => {
    const lines = each.filter((one) => one.told.id === told.id).map(({ line }) => line);
    return { told, lines: eachTaskOnce(lines.sort(byUrgency)), after: [] };
  });
}

function eachTaskOnce(lines: readonly Line[]): Line[] {
  const firstOf = new Map<string, Line>();
  for (const line of lines) {
    if (!firstOf.has(line.task.id)) firstOf.set(line.task.id, line);
  }
  return [...firstOf.values()];
}
