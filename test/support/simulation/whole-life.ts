import { englandAndWales } from '../../../domain/bank-holidays';
import type { Calendar } from '../../../domain/calendar';
import type { Refused } from '../../../domain/record/machine';
import { isFinished } from '../../../domain/record/settle';
import type { TaskBook } from '../../../domain/record/task-book';
import { minutesAfter } from './chance';

interface Holidaying {
  readonly now: string;
  surroundings: { readonly calendar: Calendar };
}

/** A one-off bank holiday is announced, four days ahead. */
export function announceHoliday<Driven extends Holidaying>(driven: Driven): void {
  const on = minutesAfter(driven.now, 4 * 1440).slice(0, 10);
  const holidays = { ...englandAndWales.holidays, [on]: 'A day of celebration' };
  const calendar = { ...englandAndWales, version: `with ${on}`, holidays };
  driven.surroundings = { ...driven.surroundings, calendar };
}

interface Finishing<Command> {
  readonly state: TaskBook;
  readonly openIds: () => string[];
  send(command: Command): object | Refused;
}

const mostSteps = 300;

/** Does what is left, one action after the other. Throws where that does not come to an end. */
export function finish<
  Command extends { readonly name: string },
  Driven extends Finishing<Command>,
>(driven: Driven, nextToFinish: (driven: Driven) => Command | null): void {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const command = nextToFinish(driven);
    if (!command) break;
    const taken = driven.send(command);
    if ('refused' in taken) throw new Error(`stuck at ${command.name}: ${taken.refused}`);
  }
  if (!isFinished(driven.state)) throw new Error(`never finished: ${driven.openIds().join(', ')}`);
}
