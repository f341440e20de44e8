import type { Cases } from '../../../../client/answers';
import { Unreachable } from '../../../../temporal/unreachable';
import { showAction, takeAction } from '../../../../web/actions/page';
import { actionsOnRecord } from '../../../../web/actions/table';
import { buildTaskView, buildView } from '../../../support/build-view';
import { buildVisit } from '../../../support/build-visit';

type Visit = Parameters<typeof buildVisit>[0];
const take = (given: Visit) => takeAction(buildVisit(given));

/** Acts as it is told to, and keeps what it was asked. */
function actingAs(act: Cases['act']) {
  const asked: Parameters<Cases['act']>[] = [];
  const cases = {
    act: (...given: Parameters<Cases['act']>) => {
      asked.push(given);
      return act(...given);
    },
  } as Cases;
  return { asked, cases };
}
const accepting = () => actingAs(() => Promise.resolve({ ok: true, value: [] }));

const reassign = { action: 'reassign', body: { task: 'ofsted', to: 'deputy-1', reason: 'leave' } };

describe('an action on a record', () => {
  test('has a form on which what the address says is chosen', () => {
    const shown = showAction(buildVisit({ action: 'reassign', query: { task: 'ofsted' } }));
    expect(shown).toMatchObject({ view: 'act', status: 200, with: { typed: { task: 'ofsted' } } });
  });

  test('is not there for whoever may not take it', () => {
    expect(showAction(buildVisit({ action: 'approve' }))).toEqual({ notFound: true });
    expect(showAction(buildVisit({ action: 'no-such' }))).toEqual({ notFound: true });
  });

  test('is looked at before it is done', async () => {
    const { asked, cases } = accepting();
    const checked = await take({ ...reassign, cases });
    expect(checked).toMatchObject({
      view: 'act-confirm',
      with: { rows: [{ words: ['Notify Ofsted'] }, { words: ['Deputy 1'] }, { words: ['leave'] }] },
    });
    expect(asked).toEqual([]);
  });

  test('is done once it is confirmed, under the id of its form', async () => {
    const { asked, cases } = accepting();
    const body = { ...reassign.body, step: 'act', actionId: 'once' };
    const done = await take({ ...reassign, cases, body });
    expect(done).toEqual({ to: '/records/SI-2026-7K3F?said=reassign' });
    expect(asked).toEqual([
      [
        'SI-2026-7K3F',
        { name: 'reassign', task: 'ofsted', to: 'deputy-1', reason: 'leave' },
        { by: 'officer-1', actionId: 'once' },
      ],
    ]);
  });

  test('leads back to the page on which it was begun, if that is one of ours', async () => {
    const { cases } = accepting();
    const body = { tasks: 'ofsted', step: 'act' };
    const from = (returnTo: string) =>
      take({ action: 'acknowledge', cases, body: { ...body, returnTo } });
    expect(await from('/tasks')).toEqual({ to: '/tasks?said=acknowledge' });
    expect(await from('//elsewhere.example')).toEqual({ to: '/?said=acknowledge' });
  });

  test('keeps what was typed where it is refused, and leads to the field', async () => {
    const problems = [{ path: '--to', problem: 'Nobody has this id', remedy: 'Choose another' }];
    const { cases } = actingAs(() => Promise.resolve({ ok: false, problems }));
    const body = { ...reassign.body, step: 'act' };
    const refused = await take({ ...reassign, cases, body });
    expect(refused).toMatchObject({
      status: 422,
      with: {
        typed: { task: 'ofsted', to: 'deputy-1' },
        wrong: { summary: [{ text: 'Nobody has this id. Choose another.', href: '#to' }] },
      },
    });
  });

  test('can be sent again as the same action where nothing answers', async () => {
    const { cases } = actingAs(() =>
      Promise.reject(new Unreachable('Temporal does not answer.', 'Check it.')),
    );
    const body = { ...reassign.body, step: 'act', actionId: 'once' };
    const unreached = await take({ ...reassign, cases, body });
    expect(unreached).toMatchObject({
      ...{ view: 'act-confirm', status: 503 },
      with: { actionId: 'once', unreached: 'Temporal does not answer.' },
    });
  });

  test('lists every problem of its form', async () => {
    const wrong = await take({
      action: 'changeAnswer',
      ...{ roles: ['manager'], body: { answer: 'perhaps', reason: 'x'.repeat(4001) } },
    });
    expect(wrong).toMatchObject({ view: 'act', status: 422 });
    const { wrong: mistakes } = (wrong as { with: { wrong: { summary: { href: string }[] } } })
      .with;
    expect(mistakes.summary.map(({ href }) => href)).toEqual([
      '#child',
      '#criterion',
      '#answer',
      '#reason',
    ]);
  });
});

describe('deciding not to notify', () => {
  test('asks each partner of the authority’s file, and leaves out who said nothing', async () => {
    const { asked, cases } = accepting();
    const body = { reason: 'a natural cause', 'view-police': 'agrees', step: 'act' };
    await take({ action: 'decideNotToNotify', roles: ['manager'], cases, body });
    expect(asked[0]?.[1]).toEqual({
      ...{ name: 'decideNotToNotify', reason: 'a natural cause', dissent: null },
      ...{ lookAgainOn: null, views: [{ partner: 'police', view: 'agrees' }] },
    });
  });
});

describe('what can be done to a record as it stands', () => {
  const names = (record: Parameters<typeof buildView>[0]) =>
    actionsOnRecord(buildVisit({ roles: ['manager'], record: buildView(record) })).map(
      ({ name }) => name,
    );

  test.each([
    ['open', ['redate', 'changeAnswer', 'link', 'withdraw']],
    ['closed', ['changeAnswer', 'link', 'withdraw', 'reopen']],
    ['withdrawn', ['link', 'reopen']],
  ] as const)('%s', (status, expected) => {
    expect(names({ status })).toEqual(expected);
  });

  test('a decision not to notify is for where no criterion is met', () => {
    expect(names({ decision: 'not-yet-known' })).toContain('decideNotToNotify');
  });

  test('a withdrawal says who was told already', () => {
    const evidence = {
      ...{ at: '2026-12-23T09:00:00.000Z', channel: 'mail', reference: null, told: 'all' },
      ...{ by: 'officer-1', recordedAt: '2026-12-23T09:00:00.000Z' },
    };
    const told = buildTaskView({ task: 'partner:icb', state: 'done', evidence });
    const record = buildView({ duties: [told, buildTaskView()] });
    const { with: shown } = showAction(buildVisit({ action: 'withdraw', record })) as {
      with: { foreseen: string[] };
    };
    expect(shown.foreseen[1]).toBe(
      'These were told, and are then to be told that it is withdrawn: Health Board.',
    );
  });
});
