import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIncident } from '../support/build-incident';

const root = join(__dirname, '../..');
const program = join(root, 'bin/notifiable.js');
const now = ['--now', '2026-12-22T18:00:00Z'];
let folder: string;

beforeAll(() => {
  if (!existsSync(join(root, 'dist/bin/main.js')))
    spawnSync('npm', ['run', 'build'], { cwd: root });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-assess-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function notifiable(args: readonly string[], input: string | Buffer = '') {
  const env = { PATH: process.env['PATH'], NOTIFIABLE_DATA: join(folder, 'data') };
  const maxBuffer = 64 * 1024 * 1024;
  const ran = spawnSync('node', [program, ...args], {
    cwd: root,
    env,
    input,
    maxBuffer,
    encoding: 'utf8',
  });
  expect(ran.stderr).not.toMatch(/^\s+at .+:\d+/m);
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = JSON.stringify(buildIncident());

describe('a good report', () => {
  test.each([
    ['a file', () => notifiable(['assess', file('r.json', good), ...now, '--json'])],
    ['standard input', () => notifiable(['assess', '-', ...now, '--json'], good)],
    ['a file with a byte order mark', () => assess(`\uFEFF${good}`)],
    ['YAML', () => notifiable(['assess', file('r.yaml', asYaml), ...now, '--json'])],
  ])('from %s is answered with one JSON document and nothing else', (_, run) => {
    const { status, out, err } = run();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      rulebook: 'england-2023',
      decision: 'notify',
      duties: [{ task: 'panel', dueOn: '2026-12-31' }, {}, {}, {}],
    });
  });

  test('is answered in words that a newcomer understands', () => {
    const { status, out } = notifiable(['assess', '-', ...now], good);
    expect(status).toBe(0);
    expect(out).toMatch(/^NOTIFY\. At least one criterion is met/);
    expect(out).toContain('due by the end of Thursday 31 December 2026; aim for 17:00 that day');
    expect(out).toContain('not counted: Fri 25 Dec (Christmas Day), Sat 26 Dec, Sun 27 Dec');
  });

  test('is answered without loading what only other commands need', () => {
    const loaded = file(
      'loaded.cjs',
      "process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));",
    );
    const { stderr } = spawnSync('node', [program, 'assess', '-', ...now], {
      env: { ...process.env, NODE_OPTIONS: `--require=${loaded}` },
      input: good,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/dist\/cli\/assess\.js/);
    expect(stderr).not.toMatch(/@temporalio|protobufjs|nodemailer|express|luxon|yaml|cli-table3/);
  });
});

const asYaml = `
becameAwareAt: 2026-12-22T17:30:00+00:00
occurredOn: 2026-12-20
place: in-area
children:
  - { ref: A, harm: died, abuseOrNeglect: suspected, lookedAfter: no, regulatedSetting: "no" }
`.replaceAll('lookedAfter: no', 'lookedAfter: "no"');

const assess = (content: string | Buffer) =>
  notifiable(['assess', file('r.json', content), ...now, '--json']);

describe('what is refused ends with status 1 and says why', () => {
  const large = Buffer.alloc(1024 * 1024 + 1, ' ');
  test.each<[string, () => ReturnType<typeof notifiable>, RegExp]>([
    ['every problem at once', () => assess('{"place":"x","children":[]}'), /place: .*\n.*children/],
    ['no JSON', () => assess('{"place":\n oops}'), /no JSON: wrong at line 2, column 2/],
    ['an empty file', () => assess(''), /is empty/],
    ['a file of 1 MiB and a byte', () => assess(large), /larger than 1 MiB/],
    ['as much from standard input', () => notifiable(['assess', '-'], large), /larger than 1 MiB/],
    ['no text', () => assess(Buffer.from([0x7b, 0xff, 0x7d])), /not text in UTF-8/],
    ['a folder', () => notifiable(['assess', folder]), /is a folder, not a file/],
    ['no such file', () => notifiable(['assess', 'none.json']), /There is no file none\.json/],
    ['no YAML', () => notifiable(['assess', file('r.yml', 'a: [')]), /no YAML at line 1/],
    [
      'an authority’s file with mistakes',
      () => notifiable(['assess', '-', '--authority', file('a.json', '{}')], good),
      /a\.json: code: This is missing/,
    ],
  ])('%s', (_, run, words) => {
    const { status, err } = run();
    expect(status).toBe(1);
    expect(err).toMatch(words);
  });

  test('with --json the problems are the one document', () => {
    const { out } = assess('{"place":"x"}');
    expect(JSON.parse(out)).toMatchObject({
      problems: expect.arrayContaining([
        { path: 'place', problem: expect.any(String), remedy: expect.any(String) },
      ]),
    });
  });

  test('nothing is left behind', () => {
    assess('{}');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

test.each([[['assess']], [['assess', 'x', '--frob']], [['frob']], [[]]])(
  'wrong usage ends with status 2: %j',
  (args) => {
    expect(notifiable(args)).toMatchObject({ status: 2, out: '' });
  },
);

describe('--ndjson', () => {
  test('good and bad lines are answered in order', () => {
    const input = [good, '{', good].join('\n');
    const { status, out } = notifiable(['assess', '--ndjson', '-', ...now], input);
    expect(status).toBe(1);
    expect(out.split('\n').map((line) => line.slice(0, 10))).toEqual([
      '{"rulebook',
      '{"line":2,',
      '{"rulebook',
      '',
    ]);
  });

  test('who reads only the first answer sees no error', async () => {
    const lines = file('many.ndjson', `${good}\n`.repeat(3000));
    const child = spawn('node', [program, 'assess', '--ndjson', lines, ...now]);
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    expect(Buffer.concat(said).toString()).toBe('');
  });
});
