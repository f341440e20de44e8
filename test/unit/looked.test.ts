import { createCases } from '../../client/cases';
import type { CasesContext } from '../../client/context';
import { englandAndWales } from '../../domain/bank-holidays';
import { readSettings } from '../../settings';
import { buildAuthority } from '../support/build-authority';
import { buildIncident } from '../support/build-incident';
import { DrivenCase } from '../support/drive-case';

const reference = 'SI-2026-TEST';

/** Cases of one request over a record, and how often Temporal was asked for it. */
function setUp() {
  const { state } = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
  const query = jest.fn(() => Promise.resolve({ state, unrecorded: [], outbox: [], answers: [] }));
  const handle = { query, executeUpdate: () => Promise.resolve({ entries: [] }) };
  const client = {
    workflow: { getHandle: () => handle },
    connection: { withDeadline: (_: number, call: () => unknown) => call() },
  };
  const context = {
    connect: () => Promise.resolve(client),
    ...{ settings: readSettings({ TEMPORAL_ADDRESS: 'localhost:1' }), calendar: englandAndWales },
    readAuthority: () => Promise.resolve(buildAuthority()),
    ...{ history: { read: () => Promise.resolve([]) }, register: null },
    ...{ now: () => '2026-12-23T11:00:00.000Z', looked: new Map() },
  } as unknown;
  return { cases: createCases(context as CasesContext), query };
}

test('a request asks Temporal for a record once, whatever it reads of it', async () => {
  const { cases, query } = setUp();
  await cases.inspect(reference);
  await cases.history(reference);
  await cases.report(reference, 'sheet');
  expect(query).toHaveBeenCalledTimes(1);
});

test('after an action it asks again', async () => {
  const { cases, query } = setUp();
  await cases.inspect(reference);
  const acted = await cases.act(
    reference,
    { name: 'acknowledge', tasks: ['panel'] },
    { by: 'officer-1' },
  );
  expect(acted).toMatchObject({ ok: true });
  await cases.inspect(reference);
  expect(query).toHaveBeenCalledTimes(2);
});
