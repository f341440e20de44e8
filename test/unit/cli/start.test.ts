import { start } from '../../../cli/start';
import type { Cases } from '../../../client/answers';
import { Unreachable } from '../../../temporal/unreachable';

const reference = 'SI-2026-7K3F';
const unreachable = () => Promise.reject(new Unreachable('No answer.', 'Check the worker.'));
const incident = { report: {}, reference: null, by: null };

/** A client whose worker does not answer. */
const withoutWorker = (already: boolean): Cases => ({
  start: () => Promise.resolve({ ok: true, value: { reference, already } }),
  inspect: unreachable,
  act: unreachable,
  history: unreachable,
  list: unreachable,
  accesses: unreachable,
});

test('an incident that no worker has taken up is started all the same, and says so', async () => {
  const started = await start(withoutWorker(false), incident);
  expect(started.ok && started.value.text()).toMatch(/is started[^]*Do not start it again/);
  expect(started.ok && started.value.json).toEqual({ reference, already: false, record: null });
});

test('a start that cannot be made is no start', async () => {
  await expect(start({ ...withoutWorker(false), start: unreachable }, incident)).rejects.toThrow(
    'No answer.',
  );
});
