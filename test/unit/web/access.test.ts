import { roles, type Role } from '../../../domain/roles';
import { permissions } from '../../../domain/permissions';
import { access, type Access } from '../../../web/access';
import { pages } from '../../../web/pages';

const rows = Object.entries<Access>(access);

describe('who may see which page', () => {
  test('every page that is served has its row, and every row its page', () => {
    expect(Object.keys(pages).toSorted()).toEqual(Object.keys(access).toSorted());
  });

  test('nobody who is not signed in sees more than these', () => {
    const open = rows.filter(([, { who }]) => who === 'public').map(([name]) => name);
    const known = [
      ...['GET /sign-in', 'POST /sign-in', 'GET /sign-in/done', 'POST /sign-out'],
      ...['GET /signed-out', 'GET /at-risk'],
      ...['GET /public/refer', 'POST /public/refer', 'GET /public/refer/received/:ref'],
    ];
    expect(open.filter((name) => !known.includes(name))).toEqual([]);
  });

  // Who read a record is for those who look after the others; nothing of the record is in it.
  const reads = 'GET /records/:ref/reads';

  test('who read a record is for those who may know it', () => {
    expect(access[reads].who).toEqual(permissions.register.accesses);
  });

  test.each(rows.filter(([name]) => name.includes('/records/:ref') && name !== reads))(
    '%s is only for those whom the record concerns',
    (_, row) => {
      expect(row.record).toBe(true);
    },
  );

  test.each(rows.filter(([name]) => name.startsWith('POST /records/:ref')))(
    '%s is not for roles that may do nothing',
    (_, { who }) => {
      const mayAct = Object.values(permissions).flatMap((table) =>
        Object.values<readonly Role[]>(table).flat(),
      );
      const idle = roles.filter((role) => !mayAct.includes(role));
      expect(who).not.toBe('public');
      expect(idle.filter((role) => who.includes(role))).toEqual([]);
    },
  );

  test.each(rows)('somebody may: %s', (_, { who }) => {
    expect(who === 'public' || who.length > 0).toBe(true);
  });
});
