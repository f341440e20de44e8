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
  const person = { id: 'p', name: 'p', roles, coverFor: [] };
  const pages = temporalPages(settings);
  expect(workflowFor({ person, temporalPages: pages }, 'SI-2026-7K3F')).toBe(led);
});

test.each([
  ['nobody has said where they are', { ...elsewhere, TEMPORAL_UI_URL: '' }],
  ['this machine’s own server does not run', { TEMPORAL_UI_URL: 'https://ui.example' }],
])('there are none where %s', (_, env) => {
  expect(temporalPages(readSettings(env))).toBeNull();
});
