import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const mark = z.strictObject({ pid: z.int(), startedAt: z.string() });

/** `mark` null: not running; its ports are kept, so that addresses stay the same. */
const runFileSchema = z.strictObject({
  temporal: z
    .strictObject({ mark: mark.nullable(), port: z.int(), uiPort: z.int(), namespace: z.string() })
    .nullable(),
  inbox: z.strictObject({ mark: mark.nullable(), port: z.int(), smtpPort: z.int() }).nullable(),
  postgres: z.strictObject({ mark: mark.nullable(), port: z.int() }).nullable().default(null),
});

/** What runs for this data folder: `run.json`. */
export type RunFile = z.infer<typeof runFileSchema>;
export type TemporalPart = NonNullable<RunFile['temporal']>;
export type InboxPart = NonNullable<RunFile['inbox']>;
export type PostgresPart = NonNullable<RunFile['postgres']>;

const nothing: RunFile = { temporal: null, inbox: null, postgres: null };

/** A file that is missing or does not read means that nothing is known to run. */
export function readRunFile(dataFolder: string): RunFile {
  try {
    return runFileSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return nothing;
  }
}

export function noteRunning(dataFolder: string, change: Partial<RunFile>): void {
  const draft = `${fileIn(dataFolder)}.part`;
  const content = JSON.stringify({ ...readRunFile(dataFolder), ...change }, null, 2);
  writeFileSync(draft, `${content}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataFolder));
}

const fileIn = (dataFolder: string) => join(dataFolder, 'run.json');
