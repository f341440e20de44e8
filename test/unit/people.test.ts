import type { Authority } from '../../domain/authority';
import type { Addressee } from '../../domain/notice';
import { holdersOf, rolesOf } from '../../domain/people';
import { nextUpFrom, whoIsTold } from '../../domain/who-is-told';
import { awayAtChristmas, buildAuthority, buildPerson } from '../support/build-authority';

const on = '2026-12-24';
const ids = (told: readonly { id: string }[]) => told.map(({ id }) => id);
const withPeople = (...people: Authority['people']) => buildAuthority({ people });
const away = (id: string, roles: Authority['people'][number]['roles'], cover?: string) =>
  buildPerson(id, roles, [awayAtChristmas(cover)]);

const officer2 = buildPerson('officer-2', ['notifying-officer']);
const deputy = buildPerson('deputy-1', ['deputy']);
const manager = buildPerson('manager-1', ['manager']);

describe('who is told by a rung', () => {
  test.each<[string, Authority, Addressee[], string[]]>([
    [
      'every holder of its roles',
      buildAuthority(),
      ['manager', 'director'],
      ['manager-1', 'director-1'],
    ],
    [
      'one person once, whatever their roles',
      withPeople(buildPerson('a', ['manager', 'director'])),
      ['manager', 'director'],
      ['a'],
    ],
    [
      'the cover of somebody away',
      withPeople(away('officer-1', ['notifying-officer'], 'deputy-1'), deputy),
      ['notifying-officer'],
      ['deputy-1'],
    ],
    [
      "the cover's cover",
      withPeople(away('a', ['notifying-officer'], 'b'), away('b', [], 'c'), buildPerson('c', [])),
      ['notifying-officer'],
      ['c'],
    ],
    [
      'the next role up where covers run in a circle',
      withPeople(
        away('a', ['notifying-officer'], 'b'),
        away('b', ['notifying-officer'], 'a'),
        deputy,
      ),
      ['notifying-officer'],
      ['deputy-1'],
    ],
    [
      'only the present, where anybody of the rung is',
      withPeople(away('officer-1', ['notifying-officer']), officer2, deputy),
      ['notifying-officer'],
      ['officer-2'],
    ],
    [
      'two roles up where the next is empty',
      withPeople(manager),
      ['notifying-officer'],
      ['manager-1'],
    ],
    ['the manager for an empty front door', withPeople(manager), ['front-door'], ['manager-1']],
    ['the staffed address at last', withPeople(), ['notifying-officer'], ['address:director']],
    [
      "the director's address beside others, when the director is away",
      withPeople(manager, away('director-1', ['director'])),
      ['manager', 'director'],
      ['manager-1', 'address:director'],
    ],
    [
      "the role's own staffed address before the director's",
      buildAuthority({
        people: [],
        roleAddresses: { manager: 'm@authority.example', director: 'd@authority.example' },
      }),
      ['manager'],
      ['address:manager'],
    ],
    ['a partner who wants notices', buildAuthority(), ['partner:icb'], ['partner:icb']],
    ['no partner who does not', buildAuthority(), ['partner:local-authority'], []],
    ['an area by its code', buildAuthority(), ['area:E06000002'], ['area:E06000002']],
    ['nobody for an unknown partner', buildAuthority(), ['partner:other'], []],
    ['a named person', buildAuthority(), ['person:deputy-1'], ['deputy-1']],
    ['the managers for somebody who left', buildAuthority(), ['person:gone'], ['manager-1']],
    [
      'the next role up for a named person away',
      withPeople(away('officer-1', ['notifying-officer']), deputy),
      ['person:officer-1'],
      ['deputy-1'],
    ],
  ])('%s', (...[, authority, to, expected]) => {
    expect(ids(whoIsTold(authority, to, on))).toEqual(expected);
  });

  test.each([
    ['2026-12-23', 'officer-1'],
    ['2026-12-24', 'deputy-1'],
    ['2027-01-02', 'deputy-1'],
    ['2027-01-03', 'officer-1'],
  ])('absence holds from its first day to its last: on %s it is %s', (day, expected) => {
    const authority = withPeople(away('officer-1', ['notifying-officer'], 'deputy-1'), deputy);
    expect(ids(whoIsTold(authority, ['notifying-officer'], day))).toEqual([expected]);
  });

  test.each<[string, Authority, Addressee, string | null]>([
    ['nothing to those meant', buildAuthority(), 'manager', null],
    [
      'whom a cover stands in for',
      withPeople(away('officer-1', ['notifying-officer'], 'deputy-1'), deputy),
      'notifying-officer',
      'Deputy 1 covers for Officer 1, who is away.',
    ],
    [
      'which roles had nobody',
      withPeople(manager),
      'notifying-officer',
      'Nobody could be told as notifying officer. Nobody could be told as deputy.',
    ],
  ])('it says %s', (...[, authority, to, instead]) => {
    expect(whoIsTold(authority, [to], on)[0]?.instead).toBe(instead);
  });
});

describe('whom the mail server refuses', () => {
  const authority = buildAuthority();
  const climbing = { on, except: new Set<string>() };

  test.each<[string, Addressee, string[]]>([
    [
      'an officer',
      'notifying-officer',
      ['deputy-1', 'manager-1', 'director-1', 'address:director'],
    ],
    ['a partner', 'partner:icb', ['manager-1', 'director-1', 'address:director']],
    ['a named manager', 'person:manager-1', ['director-1', 'address:director']],
    ['the director', 'director', ['address:director']],
  ])('%s is followed by the next up, each once, to the staffed address', (_, to, chain) => {
    const reached: string[] = [];
    const except = new Set<string>();
    let [told] = whoIsTold(authority, [to], on);
    while (told) {
      const refused = told;
      [told] = nextUpFrom(authority, refused, { on, except });
      except.add(refused.id);
      if (told) reached.push(told.id);
    }
    expect(reached).toEqual(chain);
  });

  test('the next person up reads whose address is to be mended', () => {
    const told = whoIsTold(authority, ['notifying-officer'], on);
    expect(told.flatMap((one) => nextUpFrom(authority, one, climbing))[0]?.instead).toBe(
      'Officer 1 was not reached: the mail server refused the address. ' +
        "Mend the address of officer-1 in the authority's file.",
    );
  });

  test('somebody in several roles is not told again in the higher one', () => {
    const both = buildAuthority({ people: [buildPerson('a', ['deputy', 'manager'])] });
    const told = whoIsTold(both, ['deputy'], on);
    expect(ids(told.flatMap((one) => nextUpFrom(both, one, climbing)))).toEqual([
      'address:director',
    ]);
  });
});

describe('roles on a date', () => {
  const authority = withPeople(away('officer-1', ['notifying-officer'], 'deputy-1'), deputy);

  test.each([
    [
      'a cover while the other is away',
      'deputy-1',
      on,
      ['deputy', 'notifying-officer'],
      ['officer-1'],
    ],
    ['a cover before that', 'deputy-1', '2026-12-23', ['deputy'], []],
    ['somebody away', 'officer-1', on, ['notifying-officer'], []],
    ['somebody unknown', 'gone', on, [], []],
  ])('%s', (...[, id, day, roles, coverFor]) => {
    expect(rolesOf(authority, id, day)).toEqual({ roles, coverFor });
  });

  test('holders of a role include its covers', () => {
    expect(ids(holdersOf(authority, 'notifying-officer', on))).toEqual(['deputy-1']);
  });
});
