import type { Mailer } from '../../activities/ports';
import { officer } from '../authority';

export type RivalActivities = ReturnType<typeof createRivalActivities>;

/** What the two workflows beside ours do: nothing, or one message. */
export const createRivalActivities = (mailer: Mailer) => ({
  nothing: () => Promise.resolve(),
  sendOne: (reference: string, tasks: readonly string[]) =>
    mailer.send({
      to: { name: 'Officer', address: officer },
      messageId: `<${reference}@bench>`,
      subject: `${reference}: ${tasks.length} tasks`,
      text: tasks.join('\n'),
      html: tasks.join('<br>'),
    }),
});
