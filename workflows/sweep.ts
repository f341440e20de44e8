import type { Swept } from '../domain/sweep-findings';
import { publishDailyHead, sweepRecords } from './activities';

/** Compares the register with what runs, once; a Schedule starts it every ten minutes. */
export async function sweep(): Promise<Swept> {
  const compared = await sweepRecords();
  return { ...compared, head: await publishDailyHead() };
}
