import { likenessOf } from '../../../domain/case/likeness';
import { buildChild, buildIncident } from '../../support/build-incident';

const ids = (...given: readonly unknown[]) =>
  likenessOf(
    buildIncident({
      children: given.map((localCaseId, ref) => buildChild({ ref: `${ref}`, localCaseId })),
    }),
  ).localCaseIds;

describe('what two reports of one incident have in common', () => {
  test('the date, the place and the area, as far as they are known', () => {
    const here = { localCaseIds: [], occurredOn: '2026-12-20', place: 'in-area', area: null };
    expect(likenessOf(buildIncident())).toEqual(here);
    const there = { place: 'elsewhere-in-england', incidentArea: 'E06000002', occurredOn: null };
    expect(likenessOf(buildIncident(there))).toEqual({
      ...here,
      occurredOn: null,
      place: 'elsewhere-in-england',
      area: 'E06000002',
    });
  });

  test.each([
    ['of every child', ['LCS-1', 'LCS-2'], ['LCS-1', 'LCS-2']],
    ['once each', ['LCS-1', 'LCS-1'], ['LCS-1']],
    ['however they are typed', [' lcs- 1'], ['LCS-1']],
    ['where there are any', [undefined, null], []],
  ])('the local case ids %s', (_, given, expected) => {
    expect(ids(...given)).toEqual(expected);
  });

  test.each([[null], ['text'], [{ children: 'none' }], [{ children: [null, 1] }]])(
    'nothing in what is no report: %j',
    (report) => {
      const nothing = { localCaseIds: [], occurredOn: null, place: null, area: null };
      expect(likenessOf(report)).toEqual(nothing);
    },
  );
});
