import { resolve } from 'node:path';
import { rehearseReferral, type RehearsedRecords } from '../../bin/rehearse-referral';
import { londonDateOf } from '../../domain/calendar';
import { dayNumber } from '../../domain/day';
import { runCommand } from '../support/run-command';
import { valueOf } from '../support/outcomes';

test('a referral is rehearsed through its incident and both reviews until the report is published', async () => {
  let records: RehearsedRecords = [];
  const { status, out } = await runCommand(['rehearse', 'examples/referral-serious-harm.json'], {
    env: { NOTIFIABLE_DATA: resolve('.notifiable'), LOG_LEVEL: 'fatal' },
    now: () => new Date().toISOString(),
    async rehearseReferral(...given) {
      const rehearsed = await rehearseReferral(...given);
      records = valueOf(rehearsed);
      return rehearsed;
    },
  });
  expect(status).toBe(0);
  expect(records.map(({ reference }) => reference.slice(0, 3))).toEqual(['PR-', 'SI-', 'RR-']);
  const [referral, , review] = records;
  const published = review?.entries.find(({ kind }) => kind === 'published');
  const days = dayOf(published?.at) - dayOf(referral?.entries[0]?.at);
  expect(days).toBeGreaterThan(8 * 30);
  expect(days).toBeLessThan(10 * 30);
  for (const { reference, entries } of records) {
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    expect(out).toContain(`${reference}: ${entries[0]?.text}`);
  }
  expect(out).toContain(`${review?.reference}: ${published?.text}`);
  expect(out.split('\n').filter((line) => line.includes('*** REHEARSAL'))).toHaveLength(2);
});

const dayOf = (at = ''): number => dayNumber(londonDateOf(at));
