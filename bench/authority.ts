import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const officer = 'officer-1@council.example';

/** Whom the ladder tells at the start: the officer alone, or all whom the default names. */
export type Ladder = 'task only' | 'default ladder';

/**
 * The example authority with two partners, so that its incidents have three duties. `task only`
 * sends one message an incident: the ladder of `must` begins with the task and has no alert.
 */
export function writeAuthority(folder: string, ladder: Ladder): string {
  const text = readFileSync(resolve('config/authority.json'), 'utf8');
  const example = JSON.parse(text) as { partners: readonly object[] };
  const partners = example.partners.slice(0, 2);
  const file = join(folder, 'authority.json');
  const changed =
    ladder === 'default ladder'
      ? { partners }
      : {
          partners: partners.map((one) => ({ ...one, notice: false })),
          ladder: { must: taskOnly },
        };
  writeFileSync(file, JSON.stringify({ ...example, ...changed }));
  return file;
}

const officers = ['notifying-officer'];
const taskOnly = [
  { kind: 'task', when: 'start', to: officers },
  {
    kind: 'reminder',
    when: 'unacknowledged',
    workingDays: 1,
    at: '10:00',
    to: ['deputy', 'manager'],
  },
  { kind: 'reminder', when: 'before', workingDaysLeft: 3, at: '09:00', to: officers },
  { kind: 'late', when: 'due', to: [...officers, 'manager', 'director'] },
  { kind: 'chase', when: 'after', everyWorkingDays: 1, at: '09:00', to: officers },
];
