import type { Cases } from '../../../client/answers';
import { buildEntry } from '../../support/build-view';
import { noCases, runCommand } from '../../support/run-command';

const args = ['link', 'R', 'S', '--reason', 'entered twice', '--by', 'officer-1'];

test('two references, a reason and who says so are sent, and the lines that it added printed', async () => {
  const asked: unknown[] = [];
  const cases: Cases = {
    ...noCases,
    link(...given) {
      asked.push(given);
      return Promise.resolve({ ok: true, value: [buildEntry({ text: 'They are one.' })] });
    },
  };
  const ran = await runCommand(args, { cases });
  expect(asked).toEqual([['R', { other: 'S', reason: 'entered twice', by: 'officer-1' }]]);
  expect(ran).toEqual({
    status: 0,
    out: 'Tue 22 Dec 2026 18:00  officer-1: They are one.\n',
    err: '',
  });
  const { out } = await runCommand([...args, '--json'], { cases });
  expect(JSON.parse(out)).toMatchObject({ entries: [{ text: 'They are one.' }] });
});

test('a refusal is a sentence and status 1', async () => {
  const problems = [{ path: '', problem: 'R and S are linked already.', remedy: '' }];
  const cases = { ...noCases, link: () => Promise.resolve({ ok: false as const, problems }) };
  const ran = await runCommand(args, { cases });
  expect(ran).toEqual({ status: 1, out: '', err: 'R and S are linked already.\n' });
});
