import { z } from 'zod';
import { ageOn } from './age';
import { londonDateOf, utc, type Calendar } from './calendar';
import * as field from './fields';
import type { Parsed } from './problem';
import { reportProblems } from './report-checks';
import { draftOf, type Draft } from './report-draft';
import { problemsOf } from './zod-problems';

export { mergeReport } from './merge-report';

/** A larger file is refused unread. */
export const maxReportBytes = 1024 * 1024;

/** The facts that decide the criteria; each can have been known at its own moment. */
export const facts = [
  'harm',
  'abuseOrNeglect',
  'lookedAfter',
  'regulatedSetting',
  'careLeaver',
] as const;
export type Fact = (typeof facts)[number];

const answer = field.choiceField('yes', 'no', 'not-yet-known');

const knownAtSchema = field.closedObject({
  harm: field.momentField.exactOptional(),
  abuseOrNeglect: field.momentField.exactOptional(),
  lookedAfter: field.momentField.exactOptional(),
  regulatedSetting: field.momentField.exactOptional(),
  careLeaver: field.momentField.exactOptional(),
} satisfies Record<Fact, unknown>);

const childSchema = field.closedObject({
  ref: field.refField,
  localCaseId: field.filledTextField.nullable().default(null),
  bornOn: field.dateField.nullable().default(null),
  harm: field.choiceField('died', 'seriously-harmed', 'none', 'not-yet-known'),
  suspectedSuicide: field.flagField.default(false),
  abuseOrNeglect: field.choiceField('known', 'suspected', 'not-suspected', 'not-yet-known'),
  lookedAfter: answer,
  regulatedSetting: answer,
  careLeaver: answer.exactOptional(),
  normallyResidentHere: field.flagField.default(true),
  lookedAfterBy: field.areaCodeField.nullable().default(null),
  careLeaverOf: field.areaCodeField.nullable().default(null),
  knownAt: knownAtSchema.default({}),
  knownAtReason: field.filledTextField.nullable().default(null),
});

const reporterSchema = field.closedObject({
  name: field.textField.nullable().default(null),
  role: field.textField.nullable().default(null),
  email: field.emailField.nullable().default(null),
});

const reportSchema = field.closedObject({
  summary: field.textField.nullable().default(null),
  becameAwareAt: field.momentField,
  occurredOn: field.dateField.nullable().default(null),
  place: field.placeField,
  incidentArea: field.areaCodeField.nullable().default(null),
  otherAreas: z
    .array(field.areaCodeField, { error: 'Write a list of ONS codes, such as ["E06000002"]' })
    .transform((codes) => [...new Set(codes)])
    .default([]),
  reporter: reporterSchema.nullable().default(null),
  children: z.array(childSchema, { error: 'Write a list of 1 to 20 children' }),
});

type WrittenReport = z.infer<typeof reportSchema>;
type WrittenChild = WrittenReport['children'][number];
/** One child with all defaults applied; instants in UTC, dates local. Null: not known or ours. */
export type Child = Omit<WrittenChild, 'careLeaver'> & { careLeaver: z.infer<typeof answer> };
/** An incident report with all defaults applied; instants in UTC, dates local. */
export type IncidentReport = Omit<WrittenReport, 'children'> & { children: Child[] };

/** The date on which ages are taken: the incident's, else that of awareness, as a London date. */
export function ageDateOf(report: Pick<IncidentReport, 'occurredOn' | 'becameAwareAt'>): string {
  return report.occurredOn ?? londonDateOf(report.becameAwareAt);
}

/** The report with every default applied, or every problem in it. Parsing twice changes nothing. */
export function parseReport(
  input: unknown,
  context: { readonly now: string; readonly calendar: Calendar },
): Parsed<IncidentReport> {
  const parsed = reportSchema.safeParse(input);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, input)),
    ...reportProblems(parsed.success ? asDraft(parsed.data) : draftOf(input), {
      ...context,
      now: utc(context.now),
    }),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const on = ageDateOf(parsed.data);
  const children = parsed.data.children.map((child) => withCareLeaver(child, on));
  return { ok: true, value: { ...parsed.data, children } };
}

function asDraft(report: WrittenReport): Draft {
  return { ...report, childCount: report.children.length };
}

/** Local authorities owe care leavers support to 25, so from 16 to 24 the answer must be asked. */
function withCareLeaver(child: WrittenChild, on: string): Child {
  const age = ageOn(child.bornOn, on) ?? 0;
  const unasked = age >= 16 && age <= 24 ? 'not-yet-known' : 'no';
  return { ...child, careLeaver: child.careLeaver ?? unasked };
}
