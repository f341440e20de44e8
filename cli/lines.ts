import type { Readable } from 'node:stream';

const newline = 0x0a;

/** A line as bytes; null: it is too long, and was never held in memory whole. */
export type Line = Buffer | null;

/** The lines that each chunk of a stream completes, so that what is at hand is answered at once. */
export async function* linesOf(stream: Readable, longest: number): AsyncGenerator<Line[], void> {
  let rest: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      size += end - start;
      lines.push(size > longest ? null : Buffer.concat([...rest, chunk.subarray(start, end)]));
      start = end + 1;
      [rest, size] = [[], 0];
    }
    size += chunk.length - start;
    if (size > longest) rest = [];
    else rest.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [size > longest ? null : Buffer.concat(rest)];
}
