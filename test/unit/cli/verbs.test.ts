import type { Cases } from '../../../client/answers';
import { buildEntry, buildView } from '../../support/build-view';
import { noCases, runCommand } from '../../support/run-command';

/** Cases that note what they are asked to do and take it. */
function recording() {
  const asked: unknown[] = [];
  const cases: Cases = {
    ...noCases,
    act(reference, wish, { by }) {
      asked.push({ reference, by, wish });
      return Promise.resolve({ ok: true, value: [buildEntry({ text: 'It is written.' })] });
    },
    inspect: (reference) => Promise.resolve({ ok: true, value: buildView({ reference }) }),
  };
  return { asked, cases };
}

const reason = ['--reason', 'because'];
const at = '2026-12-22T17:45:00+00:00';
const evidence = ['--channel', 'telephone', '--told', 'all', '--at'];
const told = { channel: 'telephone', told: 'all' };

describe('what is typed becomes a wish', () => {
  test.each([
    ['acknowledge R panel ofsted', [], { name: 'acknowledge', tasks: ['panel', 'ofsted'] }],
    ['done R panel', [...evidence, at, '--reference', 'X'], { name: 'done', at, reference: 'X' }],
    ['done R ofsted', [...evidence, at], { name: 'done', tasks: ['ofsted'], reference: null }],
    ['done R ofsted', [...evidence, 'now'], { ...told, at: '2026-12-22T18:00:00.000Z' }],
    ['approve R p1', [], { name: 'approve', proposal: 'p1' }],
    [
      'change-answer R A care-leaver-death not-met',
      reason,
      { child: 'A', criterion: 'care-leaver-death', answer: 'not-met', reason: 'because' },
    ],
    ['confirm R confirm-none', [], { name: 'confirm', task: 'confirm-none', reason: null }],
    ['look-again R decide-1', ['--on', '2027-01-04', ...reason], { on: '2027-01-04' }],
    [
      'decide-not-to-notify R',
      [...reason, '--view', 'police=agrees: a=b', '--view', 'icb=no'],
      {
        views: [
          { partner: 'police', view: 'agrees: a=b' },
          { partner: 'icb', view: 'no' },
        ],
        dissent: null,
        lookAgainOn: null,
      },
    ],
    [
      'give-view R police',
      ['--view', 'agrees', ...reason],
      { name: 'giveView', partner: 'police', view: 'agrees', reason: 'because' },
    ],
    ['sign-off R', ['--view', 'given'], { name: 'signOff', view: 'given', reason: null }],
    [
      'note-alongside R coroner',
      ['--standing', 'in-hand'],
      { name: 'noteAlongside', item: 'coroner', standing: 'in-hand', note: null },
    ],
    ['withdraw R', reason, { name: 'withdraw', reason: 'because' }],
    ['reopen R', reason, { name: 'reopen', reason: 'because' }],
    ['reassign R panel', ['--to', 'officer-2'], { task: 'panel', to: 'officer-2' }],
    ['explain R panel', ['--text', 'it was down'], { task: 'panel', text: 'it was down' }],
    ['redate R', reason, { name: 'redate', reason: 'because' }],
  ])('notifiable %s %j', async (line, more, wish) => {
    const { asked, cases } = recording();
    const ran = await runCommand([...line.split(' '), ...more, '--by', 'officer-1'], { cases });
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(asked).toEqual([
      { reference: 'R', by: 'officer-1', wish: expect.objectContaining(wish) },
    ]);
  });

  test('amend reads its patch', async () => {
    const { asked, cases } = recording();
    const input = '{"place":"in-area"}';
    await runCommand(['amend', 'R', '-', '--by', 'officer-1'], { cases, input });
    const wish = { name: 'amend', patch: { place: 'in-area' }, correction: false, reason: null };
    expect(asked).toEqual([{ reference: 'R', by: 'officer-1', wish }]);
  });
});

test('a file that proves it is handed in first, and named by what was done', async () => {
  const { asked, cases } = recording();
  const file = { id: 'f-1', sha256: 'a'.repeat(64), type: 'text/plain', size: 5 };
  const attach: Cases['attach'] = (reference, { bytes, by }) => {
    asked.push({ reference, by, bytes: Buffer.from(bytes).toString() });
    return Promise.resolve({ ok: true, value: file });
  };
  const args = ['done', 'R', 'panel', ...evidence, at, '--file', '-', '--by', 'officer-1'];
  await runCommand(args, { cases: { ...cases, attach }, input: 'proof' });
  expect(asked).toEqual([
    { reference: 'R', by: 'officer-1', bytes: 'proof' },
    { reference: 'R', by: 'officer-1', wish: expect.objectContaining({ file }) },
  ]);
});

describe('what cannot be meant is refused before anything is sent', () => {
  test.each([
    ['done R panel', [...evidence, 'tomorrow'], '--at'],
    ['done R panel', [...evidence, '2026-12-22T17:45:00'], '--at'],
    ['change-answer R A care-leaver-death maybe', reason, 'met|not-met'],
    ['look-again R decide-1', ['--on', '2027-02-30', ...reason], '--on'],
    ['decide-not-to-notify R', [...reason, '--look-again', 'soon'], '--look-again'],
    ['decide-not-to-notify R', [...reason, '--view', 'police'], '--view'],
    ['withdraw R', ['--reason', ' '], '--reason'],
    ['sign-off RR-2026-7K3F', ['--view', 'agrees', ...reason], 'PARTNER'],
    ['give-view R police', ['--view', 'meets', ...reason], '--view'],
    ['note-alongside R weather', ['--standing', 'done'], 'ITEM'],
  ])('notifiable %s %j: %s', async (line, more, path) => {
    const args = [...line.split(' '), ...more, '--by', 'officer-1', '--json'];
    const ran = await runCommand(args);
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({
      problems: [{ path, problem: expect.any(String), remedy: expect.stringMatching(/./) }],
    });
  });

  test('a correction without a reason', async () => {
    const args = ['amend', 'R', '-', '--by', 'officer-1', '--correction'];
    const ran = await runCommand(args, { input: '{}' });
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toMatch(/--reason: A correction needs a reason\./);
  });
});

describe('what a command answers', () => {
  const done = ['done', 'R', 'panel', '--reference', "O'X 1", ...evidence, at, '--by', 'officer-1'];

  test('the lines that it added, what is left, and the offer to record one submission for all', async () => {
    const { out } = await runCommand(done, { cases: recording().cases });
    expect(out).toBe(
      [
        'Tue 22 Dec 2026 18:00  officer-1: It is written.',
        '',
        'R is open. Left to do:',
        '  ofsted: Notify Ofsted, due Thursday 31 December 2026',
        '',
        'One online submission may serve the Secretary of State and Ofsted too. If it did:',
        `  notifiable done R ofsted --at ${at} --channel telephone --reference 'O'\\''X 1' --told all --by officer-1`,
        '',
      ].join('\n'),
    );
  });

  test('one JSON document with --json', async () => {
    const { out, err } = await runCommand([...done, '--json'], { cases: recording().cases });
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      reference: 'R',
      status: 'open',
      entries: [{ text: 'It is written.' }],
      offer: expect.stringMatching(/^notifiable done R ofsted/),
    });
  });

  test('a refusal is a sentence and status 1', async () => {
    const problems = [{ path: '', problem: 'The Panel is told already.', remedy: '' }];
    const cases: Cases = { ...noCases, act: () => Promise.resolve({ ok: false, problems }) };
    const ran = await runCommand(done, { cases });
    expect(ran).toEqual({ status: 1, out: '', err: 'The Panel is told already.\n' });
  });
});
