import { userInfo } from 'node:os';
import { openCases } from '../../bin/open-cases';
import { summarise } from '../../domain/summary';
import { openRegister, type Register } from '../../register/register';
import { createSeal } from '../../temporal/seal';
import { readSettings } from '../../settings';
import { buildStand, buildEntries } from '../support/build-entries';
import { buildIncident } from '../support/build-incident';
import { DrivenCase } from '../support/drive-case';
import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { runCommand } from '../support/run-command';

const secret = Buffer.alloc(32, 7).toString('base64');
let postgres: TestPostgres;
let register: Register;

/** An incident of which the authority became aware then, kept under that reference. */
async function keep(reference: string, becameAwareAt: string): Promise<void> {
  const report = buildIncident({ becameAwareAt, occurredOn: '2026-01-01' });
  const { state, entries } = new DrivenCase(report, '2026-12-31T12:00:00.000Z');
  const own = { ...state, reference };
  await register.recorder.append(reference, entries, { summary: summarise(own), state: own });
}

beforeAll(async () => {
  postgres = await startTestPostgres();
  const keys = readSettings({ NOTIFIABLE_PAYLOAD_KEY: secret }).payloadKeys;
  register = openRegister(postgres.databaseUrl, createSeal(keys));
});
afterAll(async () => {
  await register.close();
  await postgres.stop();
});

const notifiable = (...args: string[]) =>
  runCommand(['figures', '--from', '2026-04-01', '--to', '2026-06-30', ...args], {
    env: { DATABASE_URL: postgres.databaseUrl, NOTIFIABLE_PAYLOAD_KEY: secret },
    openCases: (settings, by) => openCases(settings, { by, warn: () => undefined }),
  });

test('figures are of every incident of the period by London’s dates, however many pages', async () => {
  const others = ['2026-03-31T22:59:59+00:00', '2026-07-01T00:00:00+01:00'];
  for (const [index, at] of others.entries()) await keep(`SI-2026-X${index}`, at);
  const within = Array.from({ length: 205 }, (_, index) => `SI-2026-${1000 + index}`);
  for (const reference of within) await keep(reference, '2026-04-01T00:00:00+01:00');
  await keep('SI-2026-LAST', '2026-06-30T23:59:59+01:00');
  const old = buildStand([], { becameAwareAt: '2026-05-01T09:00:00.000Z' });
  await register.recorder.append('SI-2026-OLD', buildEntries(1), old);
  const { out, status } = await notifiable('--json');
  expect(status).toBe(0);
  const { incidents, quarters, unreadable } = JSON.parse(out) as {
    incidents: { reference: string }[];
    quarters: unknown;
    unreadable: string[];
  };
  expect(incidents.map(({ reference }) => reference)).toEqual([...within, 'SI-2026-LAST']);
  expect(quarters).toMatchObject([{ quarter: '2026 Q2', incidents: 206, late: 824 }]);
  expect(unreadable).toEqual(['SI-2026-OLD']);
});

test('who read them, and of which period, is recorded; nobody unknown reads them', async () => {
  expect(await notifiable('--by', 'manager-1')).toMatchObject({ status: 0, err: '' });
  expect(await notifiable('--csv')).toMatchObject({ status: 0 });
  expect(await notifiable('--by', 'a-name')).toMatchObject({ status: 1, out: '' });
  const asked = { reference: null, limit: 3, before: null };
  const { accesses } = await register.queries.accesses(asked);
  const login = `login ${userInfo().username}`;
  expect(accesses.map(({ who }) => who)).toEqual(['manager-1', login, login]);
  expect(new Set(accesses.map(({ what }) => what))).toEqual(
    new Set(['figures 2026-04-01 to 2026-06-30']),
  );
});
