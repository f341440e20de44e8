import { condition } from '@temporalio/workflow';

/** Runs what it is handed one at a time, in the order in which it came. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  let isBusy = false;
  return async (work) => {
    await condition(() => !isBusy);
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
}
