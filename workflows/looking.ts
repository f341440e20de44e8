import { condition, setHandler } from '@temporalio/workflow';
import type { Acted } from '../domain/record/machine';
import type { AnyState } from '../domain/records';
import type { Desk } from './desk';
import type { InTurn } from './in-turn';
import { look } from './messages';
import type { Dated, RecordKind } from './record-kind';

/** What a look sets going. */
export interface Looking {
  readonly inTurn: InTurn;
  /** Lets it work out anew what is due, record what waits, and go on in a new run where it must. */
  readonly wake: () => void;
}

/**
 * Lets the sweep wake a record: what is due happens, what is not recorded is handed over, and dates
 * follow a new calendar. Where nothing is behind it changes nothing, however often it comes.
 */
export function acceptLooks<State extends AnyState, Command extends Acted, Plan extends Dated>(
  kind: RecordKind<State, Command, Plan>,
  desk: Desk<State>,
  { inTurn, wake }: Looking,
): void {
  const followCalendar = async () => {
    const planned = await kind.prepareRedate(desk.record.state, now())?.();
    if (!planned?.ok || planned.plan.calendar === desk.record.state.calendar) return;
    const { plan } = planned;
    const stepped = kind.step(desk.record.state, { type: 'calendar', now: plan.now, plan });
    if (!('refused' in stepped)) desk.take(stepped);
  };
  const handler = async (): Promise<undefined> => {
    if (!desk.isOpen) await condition(() => desk.isOpen);
    await inTurn(followCalendar);
    wake();
  };
  setHandler(look, handler, { description: 'Wakes the record: the sweep found it behind' });
}

const now = () => new Date().toISOString();
