import { PassThrough, Readable } from 'node:stream';
import { assessStream } from '../../../cli/assess-stream';
import { englandAndWales as calendar } from '../../../domain/bank-holidays';
import { buildAuthority } from '../../support/build-authority';
import { anInstant, buildIncident } from '../../support/build-incident';
import { runCommand } from '../../support/run-command';

const basis = { authority: buildAuthority(), calendar };
const good = JSON.stringify(buildIncident());
const bad = JSON.stringify(buildIncident({ place: 'nowhere' }));

test('answers come in order, bad lines with their number, and the status says so', async () => {
  const input = [good, bad, '', '{', good].join('\n');
  const { status, out } = await runCommand(['assess', '--ndjson', '-'], { input });
  expect(status).toBe(1);
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(answers).toEqual([
    expect.objectContaining({ decision: 'notify' }),
    { line: 2, problems: [expect.objectContaining({ path: 'place' })] },
    { line: 3, problems: [expect.objectContaining({ problem: 'This line is empty' })] },
    {
      line: 4,
      problems: [expect.objectContaining({ problem: expect.stringMatching(/line 1, column 2/) })],
    },
    expect.objectContaining({ decision: 'notify' }),
  ]);
});

test('a line over 1 MiB is refused, and the next is answered', async () => {
  const input = `${' '.repeat(1024 * 1024 + 1)}\n${good}\n`;
  const { out } = await runCommand(['assess', '--ndjson', '-'], { input });
  expect(out.split('\n').map((line) => line.slice(0, 20))).toEqual([
    '{"line":1,"problems"',
    '{"rulebook":"england',
    '',
  ]);
});

test('no more is read while the reader of the answers is slow', async () => {
  let given = 0;
  const input = Readable.from(
    (function* () {
      for (; given < 1000; given += 1) yield Buffer.from(`${good}\n`);
    })(),
  );
  const out = new PassThrough({ highWaterMark: 1024 });
  const ended = assessStream({ input, out, basis, now: () => anInstant });
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(given).toBeLessThan(100);
  out.resume();
  expect(await ended).toBe(0);
  expect(given).toBe(1000);
});
