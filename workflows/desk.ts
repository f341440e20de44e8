import type { Entry } from '../domain/case/state';
import type { Stepped } from '../domain/case/step';
import type { NoticeBatch } from '../domain/notice';
import type { IncidentRecord } from './messages';

/** The record on the desk: the one place where a run's state changes. */
export interface Desk {
  /** Throws before the record is opened. */
  readonly record: IncidentRecord;
  readonly isOpen: boolean;
  /** Goes up with every change: whoever waits compares it. */
  readonly version: number;
  open(record: IncidentRecord): void;
  /** Takes what a step brought about; answers the lines of history that it added. */
  take(stepped: Stepped): readonly Entry[];
  change(changes: Partial<IncidentRecord>): void;
}

export function createDesk(onBatch: (batch: NoticeBatch) => void): Desk {
  let current: IncidentRecord | null = null;
  let version = 0;
  const record = (): IncidentRecord => {
    if (!current) throw new Error('The record is not open yet');
    return current;
  };
  const put = (next: IncidentRecord) => {
    current = next;
    version += 1;
  };
  return {
    get record() {
      return record();
    },
    get isOpen() {
      return current !== null;
    },
    get version() {
      return version;
    },
    open: put,
    change: (changes) => {
      put({ ...record(), ...changes });
    },
    take({ state, entries, batch }) {
      const { unrecorded, outbox } = record();
      put({
        ...record(),
        state,
        unrecorded: [...unrecorded, ...entries],
        outbox: batch ? [...outbox, batch] : outbox,
      });
      if (batch) onBatch(batch);
      return entries;
    },
  };
}
