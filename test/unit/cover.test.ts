import { checkCover } from '../../bin/doctor-people';
import { parseAuthority, type Role } from '../../domain/authority';
import { buildAuthority, buildPerson } from '../support/build-authority';

const now = '2026-12-22T10:00:00.000Z';
const withRoles = (...roles: Role[]) => {
  const parsed = parseAuthority(buildAuthority({ people: [buildPerson('person-1', roles)] }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return checkCover(parsed.value, now);
};
// The file itself must have the other three.
const optional: Role[] = ['deputy', 'business-manager', 'front-door'];
const everyone: Role[] = ['notifying-officer', 'manager', 'director', ...optional];

describe('whether every role that a task addresses has somebody', () => {
  test('it has where each is held', () => {
    expect(withRoles(...everyone)).toMatchObject({ stands: 'good' });
  });

  test.each(optional)('it has not without a %s', (role) => {
    const check = withRoles(...everyone.filter((one) => one !== role));
    expect(check).toMatchObject({ stands: 'warning', says: expect.stringContaining('on none of') });
  });
});
