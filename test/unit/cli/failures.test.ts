import { AlreadyRunning } from '../../../local/up-lock';
import { Unreachable } from '../../../temporal/unreachable';
import { AuthorityFileMistaken } from '../../../domain/authority-mistaken';
import { runCommand } from '../../support/run-command';

const withError = (error: unknown, ...options: string[]) =>
  runCommand(['list', ...options], {
    openCases: () => {
      throw error;
    },
  });

const noPeople = { path: 'people', problem: 'none', remedy: 'Add one' };

describe('an error ends a command with a sentence and its status', () => {
  test.each<[string, unknown, number, RegExp]>([
    ['unreachable', new Unreachable('No server.', 'Start it.'), 3, /^No server\. Start it\.\n$/],
    ['running already', new AlreadyRunning(7, '/data'), 1, /^notifiable is already running/],
    ['a mistaken file', new AuthorityFileMistaken([noPeople]), 1, /people: none\. Mend/],
    [
      'a file that cannot be read',
      Object.assign(new Error('EACCES: …'), { code: 'EACCES', path: '/x' }),
      1,
      /^\/x cannot be read or written \(EACCES\)/,
    ],
    ['anything else', new TypeError('a is undefined\n  at b'), 3, /wrong: a is undefined\. LOG_/],
    ['what is no error', 'text', 3, /wrong: text\./],
  ])('%s', async (_, error, status, words) => {
    const ran = await withError(error);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(words);
    expect(ran.err).not.toMatch(/^\s+at /m);
  });

  test('with --json as the one document', async () => {
    const { out } = await withError(new Unreachable('No server.', 'Start it.'), '--json');
    expect(JSON.parse(out)).toEqual({
      problems: [{ path: '', problem: 'No server.', remedy: 'Start it.' }],
    });
  });
});

describe('wrong usage is status 2', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['frob']],
    ['an unknown option', ['list', '--frob']],
    ['a missing argument', ['show']],
    ['one argument too many', ['show', 'R', 'more']],
    ['a missing option', ['withdraw', 'R', '--by', 'officer-1']],
    ['a now that is no moment', ['assess', 'x.json', '--now', 'yesterday']],
  ])('%s', async (_, args) => {
    const ran = await runCommand(args);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).not.toBe('');
  });

  test('every missing option is named at once', async () => {
    const { err } = await runCommand(['done', 'R', 'panel']);
    expect(err).toMatch(/--at .*--channel .*--told .*--by /);
  });

  test('with --json as the one document', async () => {
    const { status, out } = await runCommand(['show', '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ problem: expect.stringContaining('missing') }],
    });
  });
});

test('a reference that is none is refused without being repeated', async () => {
  const ran = await runCommand(['start', 'x.json', '--reference', 'Some Name']);
  expect(ran.status).toBe(1);
  expect(ran.err).not.toContain('Some');
});

test.each(['assess', 'up', 'rehearse', 'start', 'done', 'amend', 'worker', 'doctor', 'list'])(
  'notifiable %s --help teaches and is done',
  async (command) => {
    const ran = await runCommand([command, '--help']);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).toMatch(/Usage: notifiable/);
  },
);
