import { readdirSync, readFileSync } from 'node:fs';
import { englandAndWales } from '../../../domain/bank-holidays';
import { firstPlanRequest } from '../../../domain/plan';
import { planCase } from '../../../domain/planner';
import { parseReport, type IncidentReport } from '../../../domain/report';
import { formOf } from '../../../web/start/facts/from-report';
import {
  inOrder,
  nextAfter,
  pageOfSlug,
  slugOf,
  type Answers,
  type FactsPage,
} from '../../../web/start/facts/pages';
import { placed, unanswered } from '../../../web/start/facts/problems';
import { amendmentOf } from '../../../web/start/facts/to-patch';
import { unknownChild } from '../../../web/start/facts/child-answers';
import { buildAuthority } from '../../support/build-authority';
import { valueOf } from '../../support/outcomes';

const now = '2026-12-22T18:00:00.000Z';
const authority = buildAuthority();
const context = { now, calendar: englandAndWales };
const handedIn = {
  ...{ becameAwareAt: '2026-12-22T17:30:00.000Z', occurredOn: '2026-12-20', place: 'in-area' },
  children: [
    {
      ...{ ref: 'A', harm: 'died', abuseOrNeglect: 'not-yet-known' },
      ...{ lookedAfter: 'not-yet-known', regulatedSetting: 'not-yet-known' },
    },
  ],
};
const report = valueOf(parseReport(handedIn, context));
const born = { born: 'known', 'bornOn-day': '4', 'bornOn-month': '3', 'bornOn-year': '2009' };
const about = { ...born, localCaseId: 'LCS-1', lives: 'yes' };
const harm = { harm: 'died', suicide: 'yes', abuse: 'suspected' };
const care = {
  lookedAfter: 'yes',
  lookedAfterBy: 'E06000002',
  careLeaver: 'no',
  regulatedSetting: 'no',
};
const patchOf = (answers: Answers, of: IncidentReport = report) =>
  amendmentOf(of, answers, authority).patch;

describe('the answers against what is recorded', () => {
  const becameAwareAt = handedIn.becameAwareAt;

  it('are a patch of what changes, known from the first', () => {
    expect(
      patchOf({ '1-about': about, '1-harm': harm, '1-care': care, known: { same: 'yes' } }),
    ).toEqual({
      children: [
        {
          ...{ ref: 'A', bornOn: '2009-03-04', localCaseId: 'LCS-1', suspectedSuicide: true },
          ...{ abuseOrNeglect: 'suspected', lookedAfter: 'yes', lookedAfterBy: 'E06000002' },
          ...{ regulatedSetting: 'no', careLeaver: 'no' },
          knownAt: {
            ...{ abuseOrNeglect: becameAwareAt, lookedAfter: becameAwareAt },
            regulatedSetting: becameAwareAt,
          },
        },
      ],
    });
  });

  it('give each fact its own moment, with the reason of the later ones', () => {
    const later = { 'at-1-abuseOrNeglect-day': '22', 'at-1-abuseOrNeglect-month': '12' };
    const at = { 'at-1-abuseOrNeglect-year': '2026', 'at-1-abuseOrNeglect-time': '17:45' };
    const known = { same: 'no', ...later, ...at, why: 'the post-mortem' };
    expect(patchOf({ '1-harm': harm, known })).toMatchObject({
      children: [
        {
          knownAt: { abuseOrNeglect: '2026-12-22T17:45:00.000Z' },
          knownAtReason: 'the post-mortem',
        },
      ],
    });
  });

  it('keep what is recorded of a regulated setting where nobody is asked about one', () => {
    const child = { ...handedIn.children[0], regulatedSetting: 'yes' };
    const was = valueOf(parseReport({ ...handedIn, children: [child] }, context));
    const answers = { '1-care': { lookedAfter: 'no', careLeaver: 'no' } };
    expect(patchOf(answers, was)).not.toHaveProperty('children.0.regulatedSetting');
  });

  it('keep other areas that the authority’s file does not list, and change the others', () => {
    const areas = [{ code: 'E06000002', name: 'B', email: 'b@b.example', notice: false }];
    const was = valueOf(parseReport({ ...handedIn, otherAreas: ['E06000009'] }, context));
    const after = (chosen: readonly string[]) =>
      amendmentOf(was, { children: { count: '1', areas: chosen } }, { ...authority, areas }).patch;
    expect(after([])).toEqual({});
    expect(after(['E06000002'])).toEqual({ otherAreas: ['E06000009', 'E06000002'] });
  });

  it('add children under the next letters, with every fact not yet known', () => {
    const { children } = patchOf({ children: { count: '3' } }) as { children: object[] };
    expect(children).toMatchObject([
      { ref: 'A' },
      { ref: 'B', harm: 'not-yet-known' },
      { ref: 'C' },
    ]);
  });

  it.each<[string, Answers]>([
    ['one child', { '1-about': about, '1-harm': harm, '1-care': care }],
    ['three', { children: { count: '3' }, '2-harm': { harm: 'none', abuse: 'not-suspected' } }],
    ['an older child not asked about care', { '1-about': about }],
    ['a new child', { children: { count: '2' }, '2-about': about, '2-harm': harm, '2-care': care }],
    [
      'where and what',
      { where: { place: 'outside-england', day: 'not-yet-known' }, what: { summary: 'x' } },
    ],
  ])('make a patch that the kernel takes: %s', (_, answers) => {
    const request = { ...firstPlanRequest(handedIn, now), patch: patchOf(answers) };
    expect(planCase(request, { authority, calendar: englandAndWales })).toMatchObject({ ok: true });
  });

  it('leave a care leaver to be asked about where nobody was asked', () => {
    expect(patchOf({ '1-about': about })).not.toHaveProperty('children.0.careLeaver');
  });

  it('forget whose care it was where it was nobody’s', () => {
    const was = {
      ...handedIn,
      children: [{ ...handedIn.children[0], lookedAfter: 'yes', lookedAfterBy: 'E06000002' }],
    };
    const answers = { '1-care': { lookedAfter: 'no', lookedAfterBy: 'E06000002' } };
    expect(patchOf(answers, valueOf(parseReport(was, context)))).toMatchObject({
      children: [{ lookedAfter: 'no', lookedAfterBy: null }],
    });
  });
});

const examples = readdirSync('examples').filter(
  (name) => name.endsWith('.json') && !/^(referral|amend)/.test(name),
);

describe('what a page shows of what is recorded', () => {
  it.each(examples)('changes nothing when it is sent as it is: %s', (name) => {
    const later = { now: '2027-01-02T00:00:00.000Z', calendar: englandAndWales };
    const known = valueOf(parseReport(JSON.parse(readFileSync(`examples/${name}`, 'utf8')), later));
    const pages: FactsPage[] = [
      ...inOrder(known.children.length),
      ...(['aware', 'what', 'where'] as const).map((page) => ({ name: page })),
    ];
    const shown = Object.fromEntries(
      pages.map((page) => [slugOf(page), formOf(page, known, authority)]),
    );
    expect(amendmentOf(known, shown, authority)).toMatchObject({ patch: {}, problems: [] });
  });
});

describe('a problem of the report', () => {
  it.each([
    ['children[0].bornOn', '1-about#bornOn-day'],
    ['children[1].localCaseId', '2-about#localCaseId'],
    ['children[0].harm', '1-harm#harm'],
    ['children[0].abuseOrNeglect', '1-harm#abuse'],
    ['children[2].lookedAfter', '3-care#lookedAfter'],
    ['children[0].lookedAfterBy', '1-care#lookedAfterBy-code'],
    ['children[0].careLeaverOf', '1-care#careLeaverOf-code'],
    ['children[0].regulatedSetting', '1-care#regulatedSetting'],
    ['children[0].knownAt.abuseOrNeglect', 'known#at-1-abuseOrNeglect-day'],
    ['children[0].knownAtReason', 'known#why'],
    ['children', 'children#count'],
    ['otherAreas[0]', 'children#areas'],
    ['becameAwareAt', 'aware#known-day'],
    ['reporter.role', 'aware#who'],
    ['occurredOn', 'where#occurred-day'],
    ['incidentArea', 'where#area'],
    ['place', 'where#place'],
    ['summary', 'what#summary'],
    ['', ''],
  ])('at “%s” is one at “%s”', (path, to) => {
    expect(placed({ path, problem: 'p', remedy: 'r' })).toMatchObject({ path: to });
  });
});

describe('a page about a child', () => {
  const known = { childCount: 1, on: '2026-12-20', authority };
  const ask = (name: 'about' | 'harm' | 'care', child: object) =>
    unanswered({ name, child: 0 }, {}, { ...known, child: { ...unknownChild, ...child } }).map(
      ({ path }) => path,
    );

  it.each([
    ['about', {}, ['born', 'lives']],
    ['harm', {}, ['harm', 'abuse']],
    ['care', {}, ['lookedAfter']],
    ['care', { harm: 'died' }, ['lookedAfter', 'regulatedSetting']],
    ['care', { bornOn: '2010-12-20' }, ['lookedAfter', 'careLeaver']],
    ['care', { bornOn: '2010-12-21' }, ['lookedAfter']],
  ] as const)('%s of %j asks for %j', (name, child, fields) => {
    expect(ask(name, child)).toEqual(fields);
  });

  it('asks for a regulated setting only where the local procedure does', () => {
    const regulatedSettings = { ...authority.regulatedSettings, apply: false };
    const child = { ...unknownChild, harm: 'died' } as const;
    const asking = { ...known, authority: { regulatedSettings }, child };
    const missing = unanswered({ name: 'care', child: 0 }, {}, asking);
    expect(missing.map(({ path }) => path)).toEqual(['lookedAfter']);
  });

  it.each([
    ['0', 1],
    ['x', 1],
    ['21', 1],
    ['1', 2],
  ])('takes no count of %s with %s recorded', (count, childCount) => {
    const problems = unanswered(
      { name: 'children' },
      { count },
      { ...known, childCount, child: undefined },
    );
    expect(problems.map(({ path }) => path)).toEqual(['count']);
  });
});

describe('the pages', () => {
  it('are five for one child, and three more for each further one', () => {
    expect([1, 2, 5].map((count) => inOrder(count).length)).toEqual([5, 8, 17]);
  });

  it('follow one another, and end at the check', () => {
    expect(inOrder(2).map((page) => nextAfter(page, 2))).toEqual([
      ...['1-about', '1-harm', '1-care', '2-about', '2-harm', '2-care', 'known', 'check'],
    ]);
    expect(nextAfter({ name: 'where' }, 2)).toBe('check');
  });

  it('are found by what stands in the address, for children that there are', () => {
    expect(pageOfSlug('2-harm', 2)).toEqual({ name: 'harm', child: 1 });
    expect(pageOfSlug('3-harm', 2)).toBeNull();
    expect(pageOfSlug('else', 2)).toBeNull();
  });
});
