import type { Cases } from '../../../client/answers';
import { Unreachable } from '../../../temporal/unreachable';
import { noCases, runCommand } from '../../support/run-command';

test('an action that was taken is said to be, even where the record cannot be read after it', async () => {
  const cases: Cases = {
    ...noCases,
    act: () => Promise.resolve({ ok: true, value: [] }),
    inspect: () => Promise.reject(new Unreachable('No answer.', 'Check the worker.')),
  };
  const ran = await runCommand(['acknowledge', 'SI-1', 'panel', '--by', 'officer-1'], { cases });
  expect(ran.status).toBe(0);
  expect(ran.out).toMatch(/was recorded[^]*Do not repeat it/);
});
