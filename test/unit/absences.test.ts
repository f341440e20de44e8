import { absenceProblems, withAbsences, type Absence } from '../../domain/absences';
import { coverGaps } from '../../domain/cover-gaps';
import { holdersOf, rolesOf } from '../../domain/people';
import { awayAtChristmas, buildAuthority, buildPerson } from '../support/build-authority';

const on = '2026-12-24';
const christmas: Absence = { ...awayAtChristmas('deputy-1'), person: 'officer-1' };
const officersOn = (absences: readonly Absence[], authority = buildAuthority()) =>
  holdersOf(withAbsences(authority, absences), 'notifying-officer', on).map(({ id }) => id);

describe('an absence that somebody entered', () => {
  test('counts as one of the authority’s file does: for who is told, and for who may act', () => {
    const people = [buildPerson('officer-1', ['notifying-officer'], [awayAtChristmas('deputy-1')])];
    const rest = buildAuthority().people.filter(({ id }) => id !== 'officer-1');
    const inFile = buildAuthority({ people: [...people, ...rest] });
    const entered = withAbsences(buildAuthority(), [christmas]);
    expect(entered).toEqual(inFile);
    expect(rolesOf(entered, 'deputy-1', on)).toMatchObject({ coverFor: ['officer-1'] });
    expect(officersOn([christmas])).toEqual(['deputy-1']);
    expect(officersOn([{ ...christmas, from: '2026-12-25' }])).toEqual(['officer-1']);
  });

  test('of somebody who is not in the file any more is passed over; without cover nobody is there', () => {
    expect(withAbsences(buildAuthority(), [{ ...christmas, person: 'officer-9' }])).toEqual(
      buildAuthority(),
    );
    expect(officersOn([{ ...christmas, cover: 'officer-9' }])).toEqual([]);
    expect(officersOn([{ ...christmas, cover: null }])).toEqual([]);
  });

  test('holds before what was said earlier, here or in the file', () => {
    const away = [awayAtChristmas('director-1')];
    const people = [
      buildPerson('officer-1', ['notifying-officer'], away),
      buildPerson('deputy-1', ['deputy']),
      buildPerson('manager-1', ['manager']),
    ];
    const later = { ...christmas, cover: 'manager-1' };
    expect(officersOn([christmas, later], buildAuthority({ people }))).toEqual(['manager-1']);
  });
});

describe('an absence is refused', () => {
  const away = { person: 'deputy-1', from: '2027-01-02', to: '2027-01-08', cover: null };
  const authority = withAbsences(buildAuthority(), [away]);
  const problemsWith = (changed: Partial<Absence>) =>
    absenceProblems({ ...christmas, ...changed }, authority, on);

  test.each<[string, Partial<Absence>, string[]]>([
    ['of nobody in the file', { person: 'officer-9', cover: null }, ['person']],
    ['with dates that are none', { from: '24/12/2026', to: '2026-02-30' }, ['from', 'to']],
    ['that ends before it begins', { to: '2026-12-23' }, ['to']],
    ['that is over', { from: '2026-12-01', to: '2026-12-23', cover: null }, ['to']],
    ['with nobody in the file as cover', { cover: 'officer-9' }, ['cover']],
    ['that one covers oneself', { cover: 'officer-1' }, ['cover']],
    ['whose cover is away on any of its days', {}, ['cover']],
    [
      'with everything that is wrong at once',
      { person: '?', from: '', cover: '?' },
      ['person', 'from', 'cover'],
    ],
  ])('%s', (_, changed, paths) => {
    const problems = problemsWith(changed);
    expect(problems.map(({ path }) => path)).toEqual(paths);
    expect(problems.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  test.each<[string, Partial<Absence>]>([
    ['whose cover is back by then, or goes after it', { to: '2027-01-01' }],
    ['without cover', { cover: null }],
    ['of one day, today', { to: on }],
    ['that began before today', { from: '2026-12-01', to: on }],
  ])('but not one %s', (_, changed) => {
    expect(problemsWith(changed)).toEqual([]);
  });
});

describe('the gaps of the next two weeks', () => {
  const gapsOf = (absences: Absence[], today: string) =>
    coverGaps(withAbsences(buildAuthority(), absences), today).find(
      ({ role }) => role === 'notifying-officer',
    );

  test('are the days on which nobody who is present holds a role, today included', () => {
    const gone = { ...christmas, from: '2026-12-10', to: '2026-12-25', cover: null };
    expect(gapsOf([gone], on)?.days).toEqual(['2026-12-24', '2026-12-25']);
    expect(gapsOf([gone], '2026-12-01')?.days).toEqual([
      ...['2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13', '2026-12-14'],
    ]);
    expect(gapsOf([christmas], on)).toBeUndefined();
  });
});
