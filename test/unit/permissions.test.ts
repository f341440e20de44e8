import type { Role } from '../../domain/authority';
import { roles } from '../../domain/authority';
import { commandSchemas } from '../../domain/case/commands';
import { referralCommandSchemas } from '../../domain/referral/commands';
import { reviewCommandSchemas } from '../../domain/review/commands';
import { mayDo, permissions } from '../../domain/permissions';

// Columns: notifying officer, deputy, manager, director, business manager, front door, data protection,
// auditor, operator.
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  incident: {
    acknowledge: 'yes yes yes yes yes yes no no no',
    done: 'yes yes yes yes yes yes no no no',
    explain: 'yes yes yes yes yes yes no no no',
    amend: 'yes yes yes yes yes yes no no no',
    withdraw: 'yes yes yes yes no no no no no',
    reassign: 'yes yes yes yes no no no no no',
    link: 'yes yes yes yes no no no no no',
    giveView: 'yes yes yes yes yes no no no no',
    signOff: 'yes yes yes yes no no no no no',
    noteAlongside: 'yes yes yes yes yes yes no no no',
    changeAnswer: 'no no yes yes no no no no no',
    confirm: 'no no yes yes no no no no no',
    lookAgain: 'no no yes yes no no no no no',
    decideNotToNotify: 'no no yes yes no no no no no',
    approve: 'no no yes yes no no no no no',
    reopen: 'no no yes yes no no no no no',
    redate: 'no no yes yes no no no no no',
  },
  referral: {
    acknowledge: 'yes yes yes yes yes yes no no no',
    done: 'yes yes yes yes yes yes no no no',
    explain: 'yes yes yes yes yes yes no no no',
    startIncident: 'yes yes yes yes yes yes no no no',
    amend: 'no no yes yes yes no no no no',
    reassign: 'no no yes yes yes no no no no',
    confirm: 'no no yes yes yes no no no no',
    askReferrer: 'no no yes yes yes no no no no',
    giveView: 'no no yes yes yes no no no no',
    decideReferral: 'no no yes yes yes no no no no',
    redate: 'no no yes yes no no no no no',
  },
  review: {
    acknowledge: 'yes yes yes yes yes yes no no no',
    done: 'yes yes yes yes yes yes no no no',
    explain: 'yes yes yes yes yes yes no no no',
    reassign: 'no no yes yes yes no no no no',
    confirm: 'no no yes yes yes no no no no',
    askAgency: 'no no yes yes yes no no no no',
    signOff: 'no no yes yes yes no no no no',
    decideReview: 'no no yes yes yes no no no no',
    recordReply: 'no no yes yes yes no no no no',
    appoint: 'no no yes yes yes no no no no',
    askInWriting: 'no no yes yes yes no no no no',
    planPublication: 'no no yes yes yes no no no no',
    publish: 'no no yes yes yes no no no no',
    addAction: 'no no yes yes yes no no no no',
    endReview: 'no no yes yes yes no no no no',
    withholdReport: 'no no yes yes no no no no no',
    acceptNotDone: 'no no yes yes no no no no no',
    approve: 'no no yes yes no no no no no',
    redate: 'no no yes yes no no no no no',
  },
  register: { accesses: 'no no no yes no no yes yes no' },
  machinery: { temporal: 'no no no no no no no no yes' },
  absences: { ofAnother: 'no yes yes yes yes no no no no' },
};

const rows = Object.entries(permissions).flatMap(([on, commands]) =>
  Object.entries<readonly Role[]>(commands).map(
    ([name, allowed]): [string, string, readonly Role[]] => [on, name, allowed],
  ),
);

const cells = rows.flatMap(([on, name, allowed]) =>
  roles.map((role, column): [Role, string, string, string, readonly Role[]] => {
    const cell = table[on]?.[name]?.split(' ')[column];
    return [role, cell === 'yes' ? 'may' : 'may not', name, on, allowed];
  }),
);

describe('who may do what', () => {
  test.each(cells)('%s %s %s (%s)', (role, may, _name, _on, allowed) => {
    expect(mayDo(allowed, [role])).toBe(may === 'may');
  });

  test.each([
    ['incident', commandSchemas],
    ['referral', referralCommandSchemas],
    ['review', reviewCommandSchemas],
  ] as const)('every command on a %s has its row and its schema', (on, schemas) => {
    const names = Object.keys(table[on] ?? {}).toSorted();
    expect(Object.keys(permissions[on]).toSorted()).toEqual(names);
    expect(Object.keys(schemas).toSorted()).toEqual(names);
  });

  test.each(rows)('somebody may, and nobody without a role: %s, %s', (_on, _name, allowed) => {
    expect(allowed.length).toBeGreaterThan(0);
    expect(mayDo(allowed, [])).toBe(false);
  });

  test('one of several roles, a covered one included, is enough', () => {
    expect(mayDo(permissions.incident.approve, ['front-door', 'manager'])).toBe(true);
  });
});
