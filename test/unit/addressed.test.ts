import { addressedTo } from '../../domain/addressed';
import { parseAuthority, type Role } from '../../domain/authority';
import { buildAuthority } from '../support/build-incident';

const parsed = parseAuthority(buildAuthority());
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const authority = parsed.value;

const sortsOf = (...roles: Role[]) =>
  addressedTo(roles, authority).map(({ kind, strength }) => `${kind} ${strength}`);

describe('a task is addressed to the roles that its whole ladder names', () => {
  test.each<[Role, string]>([
    ['notifying-officer', 'notify must'],
    ['notifying-officer', 'notify should'],
    ['notifying-officer', 'confirm-other local'],
    ['notifying-officer', 'correct local'],
    ['business-manager', 'notify must'],
    ['manager', 'confirm-none local'],
    ['director', 'confirm-none local'],
  ])('%s: %s', (role, sort) => {
    expect(sortsOf(role)).toContain(sort);
  });

  test.each<[Role, string]>([
    ['business-manager', 'notify should'],
    ['notifying-officer', 'confirm-none local'],
    ['manager', 'notify local'],
  ])('%s not: %s', (role, sort) => {
    expect(sortsOf(role)).not.toContain(sort);
  });

  test('nothing is addressed to nobody, or to a role that no ladder names', () => {
    expect([...sortsOf(), ...sortsOf('data-protection')]).toEqual([]);
  });
});
