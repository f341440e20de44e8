import type { Role } from '../../domain/authority';
import { roles } from '../../domain/authority';
import { commandSchemas } from '../../domain/case/commands';
import { commandNames, mayDo, type Permission, permissions } from '../../domain/permissions';

// Columns: notifying officer, deputy, manager, director, business manager, front door, data protection,
// auditor.
const table: readonly [Permission, string][] = [
  ['acknowledge', 'yes yes yes yes yes yes no no'],
  ['done', 'yes yes yes yes yes yes no no'],
  ['explain', 'yes yes yes yes yes yes no no'],
  ['amend', 'yes yes yes yes yes no no no'],
  ['withdraw', 'yes yes yes yes no no no no'],
  ['reassign', 'yes yes yes yes no no no no'],
  ['link', 'yes yes yes yes no no no no'],
  ['changeAnswer', 'no no yes yes no no no no'],
  ['confirm', 'no no yes yes no no no no'],
  ['lookAgain', 'no no yes yes no no no no'],
  ['decideNotToNotify', 'no no yes yes no no no no'],
  ['approve', 'no no yes yes no no no no'],
  ['reopen', 'no no yes yes no no no no'],
  ['redate', 'no no yes yes no no no no'],
  ['accesses', 'no no no yes no no yes yes'],
];

const cells = table.flatMap(([command, row]) =>
  row.split(' ').map((cell, column): [Role, string, Permission] => {
    const role = roles[column];
    if (!role) throw new Error(`No role in column ${column}`);
    return [role, cell === 'yes' ? 'may' : 'may not', command];
  }),
);

describe('who may do what', () => {
  test.each(cells)('%s %s %s', (role, may, command) => {
    expect(mayDo(command, [role])).toBe(may === 'may');
  });

  test('the table has every row, and every command has its schema', () => {
    const names = table.map(([name]) => name).toSorted();
    expect(Object.keys(permissions).toSorted()).toEqual(names);
    expect(Object.keys(commandSchemas).toSorted()).toEqual(commandNames.toSorted());
  });

  test.each(table.map(([name]) => name))(
    'somebody may %s, and nobody without a role',
    (command) => {
      expect(permissions[command].length).toBeGreaterThan(0);
      expect(mayDo(command, [])).toBe(false);
    },
  );

  test('one of several roles, a covered one included, is enough', () => {
    expect(mayDo('approve', ['front-door', 'manager'])).toBe(true);
  });
});
