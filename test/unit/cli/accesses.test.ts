import type { AccessPage, AccessRequest, Cases } from '../../../client/answers';
import { buildView } from '../../support/build-view';
import { noCases, runCommand } from '../../support/run-command';

const at = '2026-12-22T18:00:00.000Z';
const page: AccessPage = {
  accesses: [
    { number: 7, at, who: 'login root', what: 'history', reference: 'SI-2026-7K3F' },
    { number: 8, at, who: 'officer-1', what: 'accesses', reference: null, refused: 'No.' },
  ],
  before: null,
};

function keeping(value: AccessPage = page) {
  const asked: AccessRequest[] = [];
  const cases: Cases = {
    ...noCases,
    accesses(request) {
      asked.push(request);
      return Promise.resolve({ ok: true, value });
    },
  };
  return { asked, cases };
}

const asks = { reference: null, by: 'auditor-1', limit: 50, before: null };

test.each<[string, Partial<AccessRequest>]>([
  ['', {}],
  ['SI-2026-7K3F', { reference: 'SI-2026-7K3F' }],
  ['--limit 7 --before 120', { limit: 7, before: 120 }],
])('notifiable accesses %s --by auditor-1 asks for %j', async (options, changed) => {
  const { asked, cases } = keeping();
  const args = ['accesses', ...options.split(' ').filter(Boolean), '--by', 'auditor-1'];
  const ran = await runCommand(args, { cases });
  expect([asked, ran.status]).toEqual([[{ ...asks, ...changed }], 0]);
});

const print = async (value: AccessPage, ...options: string[]) =>
  (await runCommand(['accesses', '--by', 'auditor-1', ...options], keeping(value))).out;

test('it is one line each with number, when, who and what; a refusal with its sentence', async () => {
  expect(await print(page)).toBe(
    '     7  Tue 22 Dec 2026 18:00  login root: history SI-2026-7K3F\n' +
      '     8  Tue 22 Dec 2026 18:00  officer-1: refused accesses: No.\n',
  );
  expect(JSON.parse(await print(page, '--json'))).toEqual(page);
});

test('earlier ones are pointed to; none at all is said', async () => {
  expect(await print({ ...page, before: 7 })).toMatch(/^Earlier ones: .*--before 7\.\n/);
  expect(await print({ accesses: [], before: null })).toBe('Nothing is recorded.\n');
});

test('who asks must be said', async () => {
  const ran = await runCommand(['accesses']);
  expect(ran).toMatchObject({ status: 2, err: expect.stringContaining('--by') });
});

test.each([
  ['show R', null],
  ['show R --by officer-1', 'officer-1'],
  ['history R --by officer-1', 'officer-1'],
  ['acknowledge R panel --by officer-1', 'officer-1'],
])('the cases are opened for whoever says that they are: %s', async (line, by) => {
  const cases: Cases = {
    ...noCases,
    act: () => Promise.resolve({ ok: true, value: [] }),
    inspect: () => Promise.resolve({ ok: true, value: buildView() }),
    history: () => Promise.resolve({ ok: true, value: [] }),
  };
  const opened: unknown[] = [];
  await runCommand(line.split(' '), {
    openCases(_, reader) {
      opened.push(reader);
      return Promise.resolve({ cases, close: () => Promise.resolve() });
    },
  });
  expect(opened).toEqual([by]);
});
