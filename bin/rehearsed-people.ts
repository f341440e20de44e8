import type { Cases, Wish } from '../client/answers';
import type { Authority } from '../domain/authority';
import { tasksOf, type RecordView } from '../domain/records';
import { endsBy } from '../domain/own-tasks';
import type { Role } from '../domain/roles';

/** Plays the people once the waiting is over, at an instant: each task ends as it would, the rest is withdrawn. */
export async function playPeople(
  cases: Cases,
  reference: string,
  { authority, at }: { readonly authority: Authority; readonly at: string },
): Promise<void> {
  const act = async (wish: Wish, by: string) => {
    const outcome = await cases.act(reference, wish, { by });
    if (!outcome.ok) throw new Error(outcome.problems.map(({ problem }) => problem).join(' '));
  };
  const [officer, manager, director] = (['notifying-officer', 'manager', 'director'] as const).map(
    (role) => personIn(authority, role),
  );
  for (const { task, ends } of await openTasks(cases, reference)) {
    if (ends === 'done') await act({ name: 'done', tasks: [task], ...evidence, at }, officer ?? '');
    if (ends === 'confirm') await act({ name: 'confirm', task, reason }, manager ?? '');
  }
  const left = await openTasks(cases, reference);
  if (left.length === 0) return;
  await act({ name: 'withdraw', reason: 'the rehearsal ends here' }, manager ?? '');
  await act({ name: 'approve', proposal: await waiting(cases, reference) }, director ?? '');
}

const reason = 'played in a rehearsal';

const evidence = {
  channel: 'rehearsal',
  reference: 'REHEARSAL',
  told: 'nobody, this is a rehearsal',
} as const;

function personIn(authority: Authority, role: Role): string {
  return authority.people.find(({ roles }) => roles.includes(role))?.id ?? '';
}

async function openTasks(cases: Cases, reference: string) {
  return tasksOf(await look(cases, reference))
    .filter(({ state }) => state === 'open' || state === 'late')
    .map(({ task, kind }) => ({ task, ends: endsBy(kind) }));
}

async function waiting(cases: Cases, reference: string): Promise<string> {
  const { proposals } = await look(cases, reference);
  return proposals.find(({ state }) => state === 'waiting')?.id ?? '';
}

async function look(cases: Cases, reference: string): Promise<RecordView> {
  const found = await cases.inspect(reference);
  if (!found.ok) throw new Error(found.problems.map(({ problem }) => problem).join(' '));
  return found.value;
}
