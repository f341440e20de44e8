import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One saved record: its workflow's id and the history of each of its runs, oldest first. */
export interface Golden {
  readonly workflowId: string;
  readonly runs: readonly GoldenRun[];
}

export interface GoldenRun {
  readonly events: readonly GoldenEvent[];
}

export interface GoldenEvent {
  readonly timerStartedEventAttributes?: { readonly startToFireTimeout: string };
  readonly workflowExecutionCompletedEventAttributes?: Ended;
  readonly workflowExecutionContinuedAsNewEventAttributes?: Ended;
}

interface Ended {
  readonly result?: { readonly payloads: readonly EncodedPayload[] };
  readonly input?: { readonly payloads: readonly EncodedPayload[] };
}

export interface EncodedPayload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

export const goldenFolder = join(__dirname, '../histories');

/** Nothing but these histories is encrypted with it. */
export const goldenKey = `golden:${Buffer.alloc(32, 'saved histories of tests').toString('base64')}`;

export const goldenNames = (): string[] =>
  readdirSync(goldenFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));

export const readGolden = (name: string): Golden =>
  JSON.parse(readFileSync(join(goldenFolder, `${name}.json`), 'utf8')) as Golden;
