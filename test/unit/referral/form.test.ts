import { readFileSync } from 'node:fs';
import { parseReferral, referralSchema } from '../../../domain/referral/form';
import { incidentReportOf } from '../../../domain/referral/incident-report';
import { questions, questionsFor, type Capacity } from '../../../domain/referral/questions';
import { unansweredIn } from '../../../domain/referral/unanswered';
import { parseReport } from '../../../domain/report';
import { englandAndWales } from '../../../domain/bank-holidays';
import { buildReferral, considered, receivedAt } from '../../support/drive-referral';

const now = '2026-06-03T12:00:00.000Z';
const parse = (input: unknown) => parseReferral(input, { now });
const problemsIn = (input: unknown) => {
  const parsed = parse(input);
  return parsed.ok ? [] : parsed.problems;
};
const pathsIn = (input: unknown) => problemsIn(input).map(({ path }) => path);
const formOf = (input: unknown) => {
  const parsed = parse(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const inChild = (overrides: Record<string, unknown>) => buildReferral({}, overrides);

describe('the form', () => {
  test.each(['referral-suicide-no-obvious-concern.json', 'referral-serious-harm.json'])(
    'the example %s can be handed in',
    (name) => {
      const written: unknown = JSON.parse(readFileSync(`examples/${name}`, 'utf8'));
      expect(parseReferral(written, { now: '2026-11-24T09:00:00.000Z' })).toMatchObject({
        ok: true,
        value: { receivedAt: '2026-11-24T09:00:00.000Z' },
      });
    },
  );

  test('parsing twice changes nothing', () => {
    const once = formOf(buildReferral());
    expect(formOf(once)).toEqual(once);
  });

  test.each([
    ['the safeguarding concern', { concernRaised: undefined }, 'concernRaised'],
    ['its reference, where it was raised', { concernReference: null }, 'concernReference'],
    ['why the criteria are met', { whyCriteriaMet: null }, 'whyCriteriaMet'],
    ['what happened', { whatHappened: undefined }, 'whatHappened'],
    ['who refers', { referrer: { capacity: 'public' } }, 'referrer'],
    ['in which capacity', { referrer: { name: 'Referrer 1' } }, 'referrer.capacity'],
    ['a child', { children: [] }, 'children'],
  ])('is none without %s', (_, overrides, path) => {
    expect(pathsIn(buildReferral(overrides))).toEqual([path]);
  });

  test('a record of not referring takes the internal review’s reference, and no reason', () => {
    expect(pathsIn(considered)).toEqual([]);
    expect(pathsIn({ ...considered, internalReview: null })).toEqual(['internalReview']);
  });

  test('whatever else is missing is taken, and is not yet known', () => {
    const { children } = formOf(buildReferral({ children: [{ ref: 'A' }] }));
    expect(children[0]).toMatchObject({
      harm: 'not-yet-known',
      abuseOrNeglect: 'not-yet-known',
      lookedAfter: 'not-yet-known',
      regulatedSetting: 'not-yet-known',
    });
  });

  test.each([
    ['a receipt in the future', { receivedAt: '2026-06-03T12:00:00.001Z' }, 'receivedAt'],
    ['an incident after the receipt', { occurredOn: '2026-06-04' }, 'occurredOn'],
    ['apparent after the receipt', { becameApparentOn: '2026-06-04' }, 'becameApparentOn'],
    ['apparent before it happened', { becameApparentOn: '2026-05-19' }, 'becameApparentOn'],
    [
      'an area though it happened here',
      { place: 'in-area', incidentArea: 'E06000002' },
      'incidentArea',
    ],
    ['an unknown criterion', { criterion: 'bad-luck' }, 'criterion'],
    ['an unknown key', { urgency: 'high' }, 'urgency'],
    ['a ref used twice', { children: [{ ref: 'A' }, { ref: 'A' }] }, 'children[1].ref'],
  ])('refuses %s', (_, overrides, path) => {
    expect(pathsIn(buildReferral(overrides))).toEqual([path]);
  });

  test('a place elsewhere without its area is taken, and the area is asked for', () => {
    const form = formOf(buildReferral({ place: 'elsewhere-in-england' }));
    expect(unansweredIn(form).map(({ field }) => field)).toContain('incidentArea');
    expect(unansweredIn(formOf(buildReferral())).map(({ field }) => field)).not.toContain(
      'incidentArea',
    );
  });

  test('refuses a birth over 42 weeks after the incident', () => {
    expect(pathsIn(inChild({ bornOn: '2027-03-11' }))).toEqual(['children[0].bornOn']);
    expect(pathsIn(inChild({ bornOn: '2027-03-10' }))).toEqual([]);
  });

  test('every problem is listed at once, though a field beside it is malformed', () => {
    const wrong = { whyCriteriaMet: 7, whatHappened: null, occurredOn: 'May' };
    const paths = pathsIn(buildReferral({ ...wrong, children: [{ ref: '' }, { ref: 'A' }] }));
    expect(paths).toEqual(['whyCriteriaMet', 'occurredOn', 'children[0].ref', 'whatHappened']);
  });

  test.each([null, [], 'text', { children: [null] }, { referrer: [] }])(
    'anything at all is refused with words, never with an error: %j',
    (input) => {
      expect(problemsIn(input).length).toBeGreaterThan(0);
    },
  );

  test('a suicide without an obvious concern can be referred, and abuse need not be a yes', () => {
    const input = buildReferral({ criterion: 'none-obvious' }, { suspectedSuicide: true });
    expect(formOf(input)).toMatchObject({
      criterion: 'none-obvious',
      children: [{ suspectedSuicide: true, abuseOrNeglect: 'not-suspected' }],
    });
  });
});

describe('its questions', () => {
  const namesFor = (capacity: Capacity) => questionsFor(capacity).map(({ field }) => field);

  test('the safeguarding concern is the first that a member of the public is asked', () => {
    expect(namesFor('public')[0]).toBe('concernRaised');
  });

  test.each([
    [
      'public',
      ['criterion', 'consulted', 'consulted.who', 'teamManagerDiscussion', 'guidanceConsidered'],
    ],
    ['councillor', ['consulted', 'consulted.who', 'teamManagerDiscussion']],
    ['mp', ['consulted', 'consulted.who', 'teamManagerDiscussion']],
    ['coroner', ['consulted', 'consulted.who', 'teamManagerDiscussion']],
  ] as const)('%s is not asked what only those inside an agency can answer', (capacity, fields) => {
    expect(
      namesFor(capacity).filter((name) => (fields as readonly string[]).includes(name)),
    ).toEqual([]);
  });

  test.each(['agency', 'professional-body', 'other'] as const)(
    '%s is asked every one',
    (capacity) => {
      expect(namesFor(capacity)).toEqual(Object.keys(questions));
    },
  );

  test('what is not asked and yet filled in is taken', () => {
    const referrer = { capacity: 'public', name: 'Referrer 1' };
    const filled = { referrer, criterion: 'none-obvious', consulted: { who: 'nobody' } };
    expect(pathsIn(buildReferral(filled))).toEqual([]);
  });

  test('every field of the schema carries its question', () => {
    const fields = fieldsOf(referralSchema());
    expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(questions).toSorted());
    expect(fields.filter(({ title }) => typeof title !== 'string')).toEqual([]);
  });

  test('unanswered ones are listed for whoever is asked them, by the place of the answer', () => {
    const input = buildReferral({ familyKnows: 'dont-know' }, { harm: 'not-yet-known' });
    const fields = unansweredIn(formOf(input)).map(({ field }) => field);
    expect(fields).toContain('children[0].harm');
    expect(fields).toContain('consulted');
    expect(fields).not.toContain('familyKnows');
    const asPublic = { ...input, referrer: { capacity: 'public', name: 'Referrer 1' } };
    expect(unansweredIn(formOf(asPublic)).map(({ field }) => field)).not.toContain('consulted');
  });
});

test('its facts make an incident report that can be handed in', () => {
  const form = formOf(buildReferral({ children: [{ ref: 'A' }, { ref: 'B', harm: 'died' }] }));
  const report = incidentReportOf(form, receivedAt);
  expect(parseReport(report, { now, calendar: englandAndWales })).toMatchObject({
    ok: true,
    value: { becameAwareAt: receivedAt, place: 'in-area', children: [{ ref: 'A' }, { ref: 'B' }] },
  });
});

interface Field {
  readonly name: string;
  readonly title: unknown;
}

/** Every property of a JSON schema, inner ones by their path. */
function fieldsOf(schema: unknown, prefix = ''): Field[] {
  const node = Object(schema) as Record<string, unknown>;
  const inner = [node.items, ...(Array.isArray(node.anyOf) ? (node.anyOf as unknown[]) : [])];
  const own = Object.entries(Object(node.properties) as Record<string, unknown>);
  return [
    ...own.flatMap(([key, value]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`;
      return [
        { name, title: (Object(value) as Record<string, unknown>).title },
        ...fieldsOf(value, name),
      ];
    }),
    ...inner.filter((one) => one !== undefined).flatMap((one) => fieldsOf(one, prefix)),
  ];
}
