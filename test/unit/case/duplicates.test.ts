import { likelyInWords, type LikelyDuplicate } from '../../../domain/case/duplicates';
import { openCase } from '../../../domain/case/open';
import { firstPlanRequest } from '../../../domain/plan';
import { englandAndWales } from '../../../domain/bank-holidays';
import { buildAuthority } from '../../support/build-authority';
import { buildIncident } from '../../support/build-incident';
import { planOf } from '../../support/drive-case';

const one: LikelyDuplicate = {
  reference: 'SI-2026-AAAA',
  status: 'open',
  becameAwareAt: '2026-12-22T17:30:00.000Z',
  sameCase: true,
  sameDay: false,
};
const aware = 'the authority became aware on Tuesday 22 December 2026';

describe('a likely duplicate in words', () => {
  test.each<[string, Partial<LikelyDuplicate>, string]>([
    ['the same case', {}, `a child with the same local case id; ${aware}`],
    ['the same day', { sameCase: false, sameDay: true }, `the same date and area; ${aware}`],
    [
      'both',
      { sameDay: true },
      `a child with the same local case id, the same date and area; ${aware}`,
    ],
    [
      'one that was withdrawn',
      { status: 'withdrawn' },
      `a child with the same local case id; ${aware}, since withdrawn`,
    ],
  ])('%s', (_, changed, words) => {
    expect(likelyInWords([{ ...one, ...changed }])).toBe(`SI-2026-AAAA (${words})`);
  });

  test('each of several', () => {
    const two = { ...one, reference: 'SI-2026-BBBB' };
    expect(likelyInWords([one, two])).toMatch(/^SI-2026-AAAA \(.*\); SI-2026-BBBB \(.*\)$/);
  });
});

describe('the history of a new incident says what came of looking for duplicates', () => {
  const surroundings = {
    authority: buildAuthority(),
    calendar: englandAndWales,
    watch: () => undefined,
  };
  const plan = planOf(firstPlanRequest(buildIncident(), '2026-12-23T10:00:00.000Z'), surroundings);
  const third = (comparison: Parameters<typeof openCase>[2]['comparison']) =>
    openCase('SI-2026-TEST', plan, { by: 'officer-1', ...(comparison && { comparison }) })
      .entries[2];

  test('who gave which reason about which references', () => {
    expect(third({ likely: [one], reason: 'another family' })).toMatchObject({
      kind: 'not-a-duplicate',
      by: 'officer-1',
      text: `This is not a duplicate: another family. It looks like ${likelyInWords([one])}.`,
    });
  });

  test.each([
    [null, 'Nobody answered. Whether it was handed in before must be looked up by hand.'],
    ['another family', / looked up by hand\. officer-1 .* not a duplicate: another family\.$/],
  ])('that nobody could look, with the reason %s', (reason, text) => {
    const entry = third({ notCompared: 'Nobody answered.', reason });
    expect(entry).toMatchObject({ kind: 'not-compared', by: 'notifiable' });
    if (typeof text === 'string') expect(entry?.text).toBe(text);
    else expect(entry?.text).toMatch(text);
  });

  test('nothing where there was none', () => {
    expect(third(undefined)?.kind).toBe('assessed');
  });
});
