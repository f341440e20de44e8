import file from '../../config/authority.json';
import { parseAuthority } from '../../domain/authority';
import { defaultLadder } from '../../domain/default-ladder';
import { england2023 } from '../../domain/rulebook/england-2023';
import { buildAuthority, buildPerson } from '../support/build-incident';

const valueOf = (input: unknown) => {
  const parsed = parseAuthority(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const problemsIn = (input: unknown) => {
  const parsed = parseAuthority(input);
  return parsed.ok ? [] : parsed.problems;
};
const without = (key: string) =>
  Object.fromEntries(Object.entries(buildAuthority()).filter(([name]) => name !== key));
const withPeople = (...more: object[]) =>
  buildAuthority({ people: [...buildAuthority().people, ...more] });
const away = (...absences: object[]) => withPeople(buildPerson('x', 'manager', { away: absences }));
const must = (...steps: object[]) => buildAuthority({ ladder: { must: steps } });
const [task] = defaultLadder.must;
const late = { kind: 'late', when: 'due', to: ['manager'] };

describe("a good authority's file", () => {
  test('is the one that comes with the program, and knows its rulebook', () => {
    expect(valueOf(file).rulebook).toBe(england2023.id);
  });

  test('gets every default', () => {
    expect(valueOf(without('areas'))).toMatchObject({
      partners: [{ notice: false }, { notice: true }, { notice: true }],
      areas: [],
      ladder: defaultLadder,
      regulatedSettings: { apply: true, definition: null },
      onCall: [],
      procedureUrl: null,
    });
  });

  test.each([
    ['the default', buildAuthority()],
    ['its own', must(task ?? {}, late)],
  ])('parsed a second time stays the same with %s ladder', (_, input) => {
    const once = valueOf(input);
    expect(valueOf(once)).toEqual(once);
  });

  test('replaces one list of the ladder whole and keeps the other', () => {
    expect(valueOf(must(task ?? {}, late)).ladder).toEqual({
      must: [task, late],
      should: defaultLadder.should,
    });
  });

  test('takes an absence of one day with its cover', () => {
    const absence = { from: '2026-12-24', to: '2026-12-24', cover: 'manager-1' };
    expect(valueOf(away(absence)).people.at(-1)?.away).toEqual([absence]);
  });
});

describe('refusals', () => {
  test.each<[string, unknown, string]>([
    ['not an object', 'x', ''],
    ['an unknown key', buildAuthority({ laddder: {} }), 'laddder'],
    ['a code of another shape', buildAuthority({ code: 'Example' }), 'code'],
    ['an unknown rulebook', buildAuthority({ rulebook: 'england-1989' }), 'rulebook'],
    ['no partners', without('partners'), 'partners'],
    ['no local authority', buildAuthority({ partners: [] }), 'partners'],
    [
      'a partner twice',
      buildAuthority({ partners: [...buildAuthority().partners, buildAuthority().partners[1]] }),
      'partners[3].id',
    ],
    [
      'a bad address',
      withPeople({ ...buildPerson('x', 'manager'), email: 'x' }),
      'people[6].email',
    ],
    ['an unknown role', withPeople(buildPerson('x', 'boss')), 'people[6].roles[0]'],
    ['a person twice', withPeople(buildPerson('officer-1', 'deputy')), 'people[6].id'],
    ['an absence without end', away({ from: '2026-12-24' }), 'people[6].away[0].to'],
    [
      'an absence that runs back',
      away({ from: '2026-12-24', to: '2026-12-23' }),
      'people[6].away[0].to',
    ],
    [
      'cover by nobody',
      away({ from: '2026-12-24', to: '2026-12-25', cover: 'nobody' }),
      'people[6].away[0].cover',
    ],
    [
      'cover by oneself',
      away({ from: '2026-12-24', to: '2026-12-25', cover: 'x' }),
      'people[6].away[0].cover',
    ],
    ['no staffed last address', buildAuthority({ roleAddresses: {} }), 'roleAddresses.director'],
    ['nobody to be given a task', buildAuthority({ people: [] }), 'people'],
    [
      'a step at no time',
      must(task ?? {}, late, { kind: 'late', when: 'later' }),
      'ladder.must[2].when',
    ],
    [
      'a chase without its days',
      must({ kind: 'chase', when: 'after' }),
      'ladder.must[0].everyWorkingDays',
    ],
    ['a step that tells nobody', must({ ...task, to: [] }, late), 'ladder.must[0].to'],
    ['a time of day that is none', must({ ...task, when: 'before', at: '9' }), 'ladder.must[0].at'],
    ['a ladder that gives nobody the task', must(late), 'ladder.must'],
    ['a ladder that never says late', must(task ?? {}), 'ladder.must'],
    [
      'an address that is no web page',
      buildAuthority({ procedureUrl: 'file:///x' }),
      'procedureUrl',
    ],
  ])('%s is refused', (_, input, path) => {
    expect(problemsIn(input)).toContainEqual({
      path,
      problem: expect.stringMatching(/^[A-Z]/),
      remedy: expect.stringMatching(/^[A-Z].{10,}/),
    });
  });

  test.each(['notifying-officer', 'manager', 'director'])(
    'a file in which nobody is %s',
    (role) => {
      const people = buildAuthority().people.filter((person) => !person.roles.includes(role));
      expect(problemsIn(buildAuthority({ people }))).toContainEqual(
        expect.objectContaining({ path: 'people', problem: `Nobody has the role ${role}` }),
      );
    },
  );

  test('every problem is listed at once, a bad field hiding none among the good ones', () => {
    const input = buildAuthority({
      code: 1,
      people: [
        buildPerson('a', 'manager', {
          email: 'x',
          away: [{ from: 'x', to: '2026-01-01', cover: 'b' }],
        }),
        buildPerson('a', 'director'),
      ],
    });
    expect(problemsIn(input).map(({ path }) => path)).toEqual([
      'code',
      'people[0].email',
      'people[0].away[0].from',
      'people[1].id',
      'people',
      'people[0].away[0].cover',
    ]);
  });
});
