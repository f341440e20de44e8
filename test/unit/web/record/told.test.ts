import { toldShown } from '../../../../web/record/told';
import { buildDelivery } from '../../../support/build-delivery';
import { buildEntry, buildTaskView, buildView } from '../../../support/build-view';

const record = buildView({
  duties: [buildTaskView({ task: 'panel', title: 'Notify the national Panel' })],
  tasks: [buildTaskView({ task: 'confirm-none', title: 'Confirm it', strength: 'local' })],
});
const shown = (...deliveries: Parameters<typeof buildDelivery>[0][]) =>
  toldShown(
    [
      buildEntry(),
      ...deliveries.map((one) => buildEntry({ data: { delivery: buildDelivery(one) } })),
    ],
    record,
    (id) => `<${id}>`,
  );

describe('who was told what', () => {
  test('the newest first, by name, with the tasks it was about', () => {
    const told = shown(
      { messageId: '1', to: 'officer-1', kinds: ['task'], tasks: ['panel'] },
      { messageId: '2', to: 'manager-1', kinds: ['late'], tasks: ['confirm-none', 'gone'] },
    );
    expect(told.map(({ to, what, about }) => [to, what, about])).toEqual([
      ['<manager-1>', 'Target missed', ['Confirm it', 'gone']],
      ['<officer-1>', 'New', ['Notify the national Panel']],
    ]);
  });

  test('a message that waited shows what became of it at last', () => {
    const told = shown(
      { messageId: '1', outcome: 'waiting', detail: 'mail is down' },
      { messageId: '1', outcome: 'accepted', detail: null },
    );
    expect(told.map(({ outcome }) => outcome)).toEqual(['Taken by the mail server']);
  });

  test('who was not reached, and why', () => {
    const [one] = shown({ outcome: 'refused', detail: 'no such mailbox' });
    expect(one).toMatchObject({ outcome: 'Not reached', more: 'no such mailbox' });
  });
});
