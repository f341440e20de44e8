import type { Cases, Wish } from '../client/answers';
import type { Authority } from '../domain/authority';
import { tasksOf } from '../domain/records';
import { endsBy } from '../domain/own-tasks';
import type { Role } from '../domain/roles';
import { evidence, personIn, valueOf } from './rehearsed-parts';

/** Plays the people once the waiting is over, at an instant: each task ends as it would, the rest is withdrawn. */
export async function playPeople(
  cases: Cases,
  reference: string,
  { authority, at }: { readonly authority: Authority; readonly at: string },
): Promise<void> {
  const act = async (wish: Wish, role: Role) =>
    valueOf(await cases.act(reference, wish, { by: personIn(authority, role) }));
  const finish = async () => {
    for (const { task, ends } of await openTasks(cases, reference)) {
      const done = { name: 'done', tasks: [task], ...evidence, at } as const;
      if (ends === 'done') await act(done, 'notifying-officer');
      if (ends === 'confirm') await act({ name: 'confirm', task, reason }, 'manager');
    }
  };
  await finish();
  const left = await openTasks(cases, reference);
  if (left.length === 0) return;
  await act({ name: 'withdraw', reason: 'the rehearsal ends here' }, 'manager');
  await act({ name: 'approve', proposal: await waiting(cases, reference) }, 'director');
  // Those who were told are told of the withdrawal.
  await finish();
}

const reason = 'played in a rehearsal';

async function openTasks(cases: Cases, reference: string) {
  return tasksOf(valueOf(await cases.inspect(reference)))
    .filter(({ state }) => state === 'open' || state === 'late')
    .map(({ task, kind }) => ({ task, ends: endsBy(kind) }));
}

async function waiting(cases: Cases, reference: string): Promise<string> {
  const { proposals } = valueOf(await cases.inspect(reference));
  return proposals.find(({ state }) => state === 'waiting')?.id ?? '';
}
