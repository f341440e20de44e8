import type { CaseList, Cases, ListQuery } from '../../../client/answers';
import { buildListed, buildListedTask, buildListQuery } from '../../support/build-list';
import { noCases, runCommand } from '../../support/run-command';

function listing(value: CaseList = { records: [], next: null }) {
  const asked: ListQuery[] = [];
  const cases: Cases = {
    ...noCases,
    list(query) {
      asked.push(query);
      return Promise.resolve({ ok: true, value });
    },
  };
  return { asked, cases };
}

const list = async (value: CaseList, ...options: string[]) =>
  (await runCommand(['list', ...options], listing(value))).out;

test.each<[string, Partial<ListQuery>]>([
  ['', {}],
  ['--late --all', { state: 'late', all: true }],
  ['--state acknowledged --days-left 0', { state: 'acknowledged', daysLeft: 0 }],
  ['--status withdrawn --kind review', { status: 'withdrawn', kind: 'review' }],
  ['--reference si-2026', { reference: 'si-2026' }],
  ['--task-owner officer-1', { taskOwner: 'officer-1' }],
  ['--recipient partner:police', { recipient: 'partner:police' }],
  ['--criterion care-leaver-death', { criterion: 'care-leaver-death' }],
  ['--due-before 2027-01-05', { dueBefore: '2027-01-05' }],
  ['--limit 7 --after abc', { limit: 7, after: 'abc' }],
])('notifiable list %s asks for %j', async (options, changed) => {
  const { asked, cases } = listing();
  const ran = await runCommand(['list', ...options.split(' ').filter(Boolean)], { cases });
  expect([asked, ran.out]).toEqual([[buildListQuery(changed)], 'Nothing to show.\n']);
});

test.each(['many', '-1', '2.5'])('a limit of %s is wrong usage', async (limit) => {
  expect(await runCommand(['list', '--limit', limit])).toMatchObject({ status: 2, out: '' });
});

test.each([
  [{ state: 'open' }, '5 working days left, open'],
  [{ state: 'acknowledged' }, '5 working days left, acknowledged'],
  [{ state: 'open', dueOn: '2026-12-22' }, 'due today, open'],
  [{ state: 'late', dueOn: '2026-12-18', dueAt: '2026-12-18T23:59:59.999Z' }, 'late by 2 working'],
  [{ state: 'late', strength: 'local', dueAt: '2026-12-22T12:00:00.000Z' }, 'target missed'],
  [{ state: 'done-late' }, 'done-late'],
  [{ state: 'open', dueOn: null, dueAt: null }, ' open'],
] as const)('%j stands as %j', async (task, words) => {
  const out = await list({ records: [buildListed(buildListedTask(task))], next: null });
  expect(out).toContain(words);
});

test('an incident without a task to show is there with its status', async () => {
  const out = await list({ records: [buildListed()], next: null });
  expect(out).toMatch(/SI-2026-7K3F .* open /);
});

test('a page that is not the last says how to go on, and the JSON gives it as next', async () => {
  const page = { records: [buildListed(buildListedTask())], next: 'CURSOR' };
  expect(await list(page)).toMatch(/\nThere are more: .*--after CURSOR goes on\.\n$/);
  expect(JSON.parse(await list(page, '--json'))).toEqual({
    ...{ incidents: page.records, referrals: [], reviews: [] },
    next: 'CURSOR',
  });
});
