import { rolesOf } from '../../../domain/people';
import { withGivenRoles } from '../../../web/sign-in/given-roles';
import { personOf, type Claims } from '../../../web/sign-in/person-of';
import { awayAtChristmas, buildAuthority, buildPerson } from '../../support/build-authority';

const authority = buildAuthority({
  people: [
    buildPerson('officer-1', ['notifying-officer', 'auditor']),
    buildPerson('manager-1', ['manager']),
    { ...buildPerson('twin-1', ['deputy']), email: 'twin@authority.example' },
    { ...buildPerson('twin-2', ['deputy']), email: 'Twin@authority.example' },
  ],
});
const email = 'officer-1@authority.example';
const unmapped = { roles: null, rolesClaim: 'roles' };
const mapped = {
  roles: { 'notifying-officer': ['g-1', 'g-2'], manager: ['g-3'] },
  rolesClaim: 'groups',
};

describe('somebody who signs in', () => {
  test.each<[string, Claims]>([
    ['by the address', { email }],
    ['in whatever case', { email: 'Officer-1@AUTHORITY.example' }],
    ['by an address that is vouched for', { email, email_verified: true }],
    ['by the name to sign in with', { preferred_username: email }],
    ['by either of them', { email: 'alias@authority.example', preferred_username: email }],
  ])('is found %s', (_, claims) => {
    expect(personOf(claims, authority, unmapped)).toMatchObject({
      ok: true,
      person: { id: 'officer-1' },
      roles: ['notifying-officer', 'auditor'],
    });
  });

  test.each<[string, Claims, string]>([
    ['an address that is not in the file', { email: 'x@authority.example' }, 'add you'],
    ['no address', {}, 'add you'],
    ['a list for an address', { email: [email] }, 'add you'],
    ['an address not vouched for', { email, email_verified: false }, 'does not vouch'],
    [
      'only the name, and an address not vouched for',
      { preferred_username: email, email_verified: false },
      'does not vouch',
    ],
    ['an address of two people', { email: 'twin@authority.example' }, 'one of them'],
    [
      'the address of one and the name of another',
      { email, preferred_username: 'manager-1@authority.example' },
      'one of them',
    ],
  ])('with %s is refused and told whom to ask', (_, claims, why) => {
    expect(personOf(claims, authority, unmapped)).toEqual({
      ok: false,
      sentence: expect.stringContaining(why),
    });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['a list that has one of the groups', ['x', 'g-2'], ['notifying-officer']],
    ['a single text', 'g-1', ['notifying-officer']],
    ['a group of a role that the file does not give too', ['g-1', 'g-3'], ['notifying-officer']],
  ])('with groups as %s has the roles that both give', (_, groups, roles) => {
    expect(personOf({ email, groups }, authority, mapped)).toMatchObject({ ok: true, roles });
  });

  test.each<[string, Claims]>([
    ['only groups of others', { email, groups: ['g-3'] }],
    ['no groups', { email, groups: [] }],
    ['no such claim', { email }],
    ['groups in another claim', { email, roles: ['g-1'] }],
  ])('with %s has no role left', (_, claims) => {
    expect(personOf(claims, authority, mapped)).toEqual({
      ok: false,
      sentence: expect.stringContaining('groups of your sign-in'),
    });
  });
});

describe('somebody with fewer roles than the file has', () => {
  const covered = buildPerson('director-1', ['director'], [awayAtChristmas('officer-1')]);
  const file = { ...authority, people: [...authority.people, covered] };
  test.each([
    ['what their groups gave', ['auditor'] as const, ['auditor', 'director']],
    [
      'all of the file, where no groups are mapped',
      undefined,
      ['notifying-officer', 'auditor', 'director'],
    ],
  ])('acts with %s, and for those they cover', (_, given, roles) => {
    const narrowed = withGivenRoles(file, 'officer-1', given);
    expect(rolesOf(narrowed, 'officer-1', '2026-12-28').roles).toEqual(roles);
    expect(rolesOf(narrowed, 'manager-1', '2026-12-28').roles).toEqual(['manager']);
  });
});
