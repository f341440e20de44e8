import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { program } from '../built';
import { memoryOf } from '../cpu';
import { atLeast, atMost, type BenchOptions, type Figure } from '../measure';
import { median } from '../pool';

const example = 'examples/serious-harm-suspected-neglect.json';
const atOnce = 500;

/** The dry run as users run it, built, with no server: one file, and many lines. */
export async function assess({ lines }: BenchOptions): Promise<readonly Figure[]> {
  const { seconds, early, late } = await stream(lines);
  const note = `${megabytes(early)} MB a quarter of the way, ${megabytes(late)} MB at the end`;
  return [
    { what: '`assess FILE`, wall time', value: median(times(9)), unit: 's', bound: atMost(0.4) },
    {
      what: `\`assess --ndjson\`, ${lines.toLocaleString('en-GB')} reports`,
      value: lines / seconds,
      unit: '/s',
      bound: atLeast(2_000),
    },
    {
      what: 'its peak memory at the end ÷ that a quarter of the way',
      value: late / early,
      unit: '',
      bound: atMost(1.2),
      note,
    },
  ];
}

const times = (count: number): number[] =>
  Array.from({ length: count }, () => {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, [program, 'assess', example]);
    if (status !== 0) throw new Error('`assess` failed');
    return (performance.now() - started) / 1000;
  });

/** Feeds as fast as it is taken, and counts the answers. */
async function stream(lines: number) {
  const line = `${JSON.stringify(JSON.parse(readFileSync(example, 'utf8')))}\n`;
  const started = performance.now();
  const args = [program, 'assess', '--ndjson', '--now', '2026-11-24T09:00:00Z', '-'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const pid = child.pid ?? 0;
  let answers = 0;
  let early = NaN;
  let late = NaN;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answers += 1;
    const { peak } = memoryOf(pid);
    late = peak || late;
    if (answers < lines / 4) early = late;
  });
  const ended = once(child.stdout, 'end');
  for (let left = lines; left > 0; left -= atOnce) {
    const isTaken = child.stdin.write(line.repeat(Math.min(left, atOnce)));
    if (!isTaken) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await ended;
  if (answers !== lines) throw new Error(`${answers} answers to ${lines} reports`);
  return { seconds: (performance.now() - started) / 1000, early, late };
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
