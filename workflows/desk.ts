import type { Entry } from '../domain/case/entry';
import type { Stepped } from '../domain/case/machine';
import type { IncidentRecord } from './messages';

/** The record on the desk: the one place where a run's state changes. */
export interface Desk {
  /** Throws before the record is opened. */
  readonly record: IncidentRecord;
  readonly isOpen: boolean;
  open(record: IncidentRecord): void;
  /** Takes what a step brought about; answers the lines of history that it added. */
  take(stepped: Stepped): readonly Entry[];
  change(changes: Partial<IncidentRecord>): void;
}

/** `onTaken` hears of every step once the record holds it. */
export function createDesk(onTaken: (stepped: Stepped) => void): Desk {
  let current: IncidentRecord | null = null;
  const record = (): IncidentRecord => {
    if (!current) throw new Error('The record is not open yet');
    return current;
  };
  const put = (next: IncidentRecord) => {
    current = next;
  };
  return {
    get record() {
      return record();
    },
    get isOpen() {
      return current !== null;
    },
    open: put,
    change: (changes) => {
      put({ ...record(), ...changes });
    },
    take(stepped) {
      const { state, entries, batch } = stepped;
      const { unrecorded, outbox } = record();
      put({
        ...record(),
        state,
        unrecorded: [...unrecorded, ...entries],
        outbox: batch ? [...outbox, batch] : outbox,
      });
      onTaken(stepped);
      return entries;
    },
  };
}
