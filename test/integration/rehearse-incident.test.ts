import { resolve } from 'node:path';
import { rehearse } from '../../bin/rehearse';
import { readSettings } from '../../settings';
import { buildChild, buildIncident } from '../support/build-incident';
import { valueOf } from '../support/outcomes';

test('an incident with a child of whom too little is known is rehearsed to its end', async () => {
  const becameAwareAt = new Date().toISOString();
  const children = [buildChild({}), buildChild({ ref: 'B', abuseOrNeglect: 'not-yet-known' })];
  const report = buildIncident({ becameAwareAt, occurredOn: null, children });
  const settings = readSettings({ NOTIFIABLE_DATA: resolve('.notifiable'), LOG_LEVEL: 'fatal' });
  const { entries } = valueOf(await rehearse(report, settings, () => undefined));
  const done = entries.filter(({ kind }) => kind === 'done').flatMap(({ tasks }) => tasks);
  expect(done).toEqual(expect.arrayContaining(['panel', 'withdraw:panel', 'end-review']));
});
