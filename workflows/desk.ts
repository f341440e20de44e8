import type { Entry } from '../domain/record/entry';
import type { OwnEvent, Stepped } from '../domain/record/machine';
import type { TaskBook } from '../domain/record/task-book';
import type { Mailing } from '../domain/notice';
import type { KeptRecord } from './messages';

/** The record on the desk: the one place where a run's state changes. */
export interface Desk<State extends TaskBook> {
  /** Throws before the record is opened. */
  readonly record: KeptRecord<State>;
  readonly isOpen: boolean;
  open(record: KeptRecord<State>): void;
  /** Takes what a step brought about; answers the lines of history that it added. */
  take(stepped: Stepped<State>): readonly Entry[];
  change(changes: Partial<KeptRecord<State>>): void;
}

/** Puts what happened by itself onto the desk. */
export type Take = (event: OwnEvent) => void;

/** A desk of any kind of record, to those who only look at its tasks and its mail. */
export type AnyDesk = Desk<TaskBook>;

/** `onTaken` hears of every step once the record holds it, and of the mail that it brought. */
export function createDesk<State extends TaskBook>(
  onTaken: (mailing: Mailing | null) => void,
): Desk<State> {
  let current: KeptRecord<State> | null = null;
  const record = (): KeptRecord<State> => {
    if (!current) throw new Error('The record is not open yet');
    return current;
  };
  const put = (next: KeptRecord<State>) => {
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
      const mailing = batch && { ...batch, deliveries: [], interrupted: false };
      put({
        ...record(),
        state,
        unrecorded: [...unrecorded, ...entries],
        outbox: mailing ? [...outbox, mailing] : outbox,
      });
      onTaken(mailing);
      return entries;
    },
  };
}
