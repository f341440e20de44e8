import { readSettings } from '../../../settings';
import { temporalPages } from '../../../client/temporal-pages';
import { workflowFor } from '../../../web/operations/workflow-for';

const elsewhere = {
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  TEMPORAL_NAMESPACE: 'safeguarding',
  TEMPORAL_UI_URL: 'https://ui.example/',
};
const settings = readSettings(elsewhere);
const workflow = 'https://ui.example/namespaces/safeguarding/workflows/incident%2FSI-2026-7K3F';

test('operators are led to a record’s workflow, the sweep and all of them', () => {
  const pages = temporalPages(settings);
  expect(pages).toMatchObject({
    workflows: 'https://ui.example/namespaces/safeguarding/workflows',
    sweep: 'https://ui.example/namespaces/safeguarding/schedules/sweep',
  });
  expect(pages?.workflowOf('SI-2026-7K3F')).toBe(workflow);
});

test.each([
  ['an operator', ['operator'], workflow],
  ['an operator who is a manager too', ['manager', 'operator'], workflow],
  ['a director', ['director'], null],
  ['an auditor', ['auditor'], null],
] as const)('from a record, %s', (_, roles, led) => {
  expect(workflowFor({ roles }, settings, 'SI-2026-7K3F')).toBe(led);
});

test('nobody is led anywhere while nobody has said where it is', () => {
  const silent = readSettings({ ...elsewhere, TEMPORAL_UI_URL: '' });
  expect(temporalPages(silent)).toBeNull();
  expect(workflowFor({ roles: ['operator'] }, silent, 'SI-2026-7K3F')).toBeNull();
});
