import { Unreachable } from '../../../../temporal/unreachable';
import { takeDone } from '../../../../web/tasks/done';
import { buildTaskView, buildView } from '../../../support/build-view';
import { buildVisit } from '../../../support/build-visit';

test('what was typed stays, and is sent again under its id, where Temporal does not answer', async () => {
  const act = () => Promise.reject(new Unreachable('Temporal does not answer.', 'Look.'));
  const body = {
    ...{ tasks: 'ofsted', channel: 'telephone', told: 'Ofsted', actionId: 'an-id' },
    ...{ 'at-day': '29', 'at-month': '12', 'at-year': '2026', 'at-time': '11:00' },
  };
  const visit = buildVisit({
    ...{ body, record: buildView({ duties: [buildTaskView()] }) },
    cases: { act } as never,
  });
  const answer = await takeDone(visit);
  expect(answer).toMatchObject({
    ...{ view: 'tasks/done', status: 503 },
    with: { typed: { told: 'Ofsted' }, actionId: 'an-id' },
  });
  expect(JSON.stringify(answer)).toContain('Temporal does not answer');
});
