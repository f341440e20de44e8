import { conditionsOf } from '../../bin/conditions';
import { readSettings } from '../../settings';
import { until } from '../support/until';

test('a Temporal server of this machine that does not run does not answer', async () => {
  const { known } = conditionsOf(readSettings({}));
  expect(known()).toEqual({ temporal: true, mail: true, database: true });
  await until(() => !known().temporal, 5_000);
  expect(known()).toEqual({ temporal: false, mail: true, database: true });
});

test('whoever asks how it is now waits for the answer', async () => {
  const { now } = conditionsOf(readSettings({ SMTP_URL: 'smtp://127.0.0.1:9' }));
  expect(await now()).toEqual({ temporal: false, mail: false, database: true });
});
