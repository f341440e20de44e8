import type { Readable, Writable } from 'node:stream';
import { assessReport } from '../domain/assess-report';
import type { PlanningBasis } from '../domain/planner';
import type { Problem } from '../domain/problem';
import { maxReportBytes } from '../domain/report';
import { linesOf, type Line } from './lines';
import { write } from './output';
import { parseJson } from './parse-json';
import { decode } from './read-report';

interface Stream {
  readonly input: Readable;
  readonly out: Writable;
  readonly basis: PlanningBasis;
  readonly now: () => string;
}

/**
 * One answer a line, in order, with memory that does not grow; a bad line answers with its number
 * and problems. Returns how many lines were bad.
 */
export async function assessStream({ input, out, basis, now }: Stream): Promise<number> {
  let [number, bad] = [0, 0];
  for await (const lines of linesOf(input, maxReportBytes)) {
    let answers = '';
    for (const line of lines) {
      number += 1;
      const report = parseLine(line);
      const assessed = report.ok ? assessReport(report.value, now(), basis) : report;
      if (!assessed.ok) bad += 1;
      const answer = assessed.ok ? assessed.value : { line: number, problems: assessed.problems };
      answers += `${JSON.stringify(answer)}\n`;
    }
    await write(out, answers);
  }
  return bad;
}

function parseLine(line: Line) {
  if (line === null) return badLine('This line is larger than 1 MiB', 'Write one report a line');
  if (line.length === 0) return badLine('This line is empty', 'Write one report a line');
  const text = decode(line);
  if (text === null) return badLine('This line is not text in UTF-8', 'Save it as UTF-8');
  const parsed = parseJson(text);
  return parsed.ok ? parsed : badLine(`This line ${parsed.problem}`, parsed.remedy);
}

function badLine(problem: string, remedy: string) {
  const problems: readonly Problem[] = [{ path: '', problem, remedy }];
  return { ok: false, problems } as const;
}
