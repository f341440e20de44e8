import { conditionsOf } from '../../bin/conditions';
import { readSettings } from '../../settings';
import { until } from '../support/until';

test('a Temporal server of this machine that does not run does not answer', async () => {
  const conditions = conditionsOf(readSettings({}));
  expect(conditions()).toEqual({ temporal: true, mail: true, database: true });
  await until(() => !conditions().temporal, 5_000);
  expect(conditions()).toEqual({ temporal: false, mail: true, database: true });
});
