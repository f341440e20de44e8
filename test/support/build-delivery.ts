import type { Delivery, Tries } from '../../domain/notice';

/** One try at 09:00 on Wednesday 23 December 2026. */
export const buildTries = (overrides: Partial<Tries> = {}): Tries => ({
  count: 1,
  firstAt: '2026-12-23T09:00:00.000Z',
  lastAt: '2026-12-23T09:00:00.000Z',
  ambiguous: false,
  ...overrides,
});

/** The Panel task's first message to officer-1, refused for good. */
export const buildDelivery = (overrides: Partial<Delivery> = {}): Delivery => ({
  messageId: '<SI-2026-7K3F_12.officer-1@notifiable>',
  to: 'officer-1',
  kinds: ['task'],
  tasks: ['panel'],
  outcome: 'refused',
  instead: null,
  detail: '550 unknown',
  tries: buildTries(),
  ...overrides,
});
