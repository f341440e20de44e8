import { log } from '@temporalio/activity';
import { isHeadDue } from '../domain/head-due';
import type { DailyHead } from '../domain/sweep-findings';
import { withoutAddresses } from './mail-refused';
import type { Runs } from './ports';
import { publishHead, type HeadPorts } from './publish-head';

export interface DailyHeadPorts {
  /** null: there is no register whose head could be published. */
  readonly head: HeadPorts | null;
  readonly runs: Runs;
}

/** Makes the activity that lets the register's head leave it once a day. */
export function createDailyHead({ head, runs }: DailyHeadPorts) {
  /** The last sweep says when that was. What fails is tried again by the next one. */
  return async function publishDailyHead(): Promise<DailyHead> {
    const publishedAt = (await runs.lastSweep())?.head.publishedAt ?? null;
    const now = new Date().toISOString();
    if (head === null || !isHeadDue(publishedAt, now)) return { publishedAt, problem: null };
    try {
      await publishHead(head);
      return { publishedAt: now, problem: null };
    } catch (error) {
      const problem = withoutAddresses(error instanceof Error ? error.message : String(error));
      log.warn('The register’s head could not be published', { problem });
      return { publishedAt, problem };
    }
  };
}
