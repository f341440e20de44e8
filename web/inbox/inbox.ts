import { file, notFound, page, type Answer } from '../answer';
import type { Visit } from '../visit';

/** Every message: they hold nothing of a child, and on a trial everybody is one person. */
export const showInbox = async ({ inbox }: Visit): Promise<Answer> =>
  inbox === null ? notFound : page('inbox/list', { mails: await inbox.list() });

export async function showMail({ inbox, request }: Visit): Promise<Answer> {
  const mail = await inbox?.find(String(request.params['id']));
  return mail ? page('inbox/mail', { mail }) : notFound;
}

export async function giveMail({ inbox, request }: Visit): Promise<Answer> {
  const id = String(request.params['id']);
  const message = await inbox?.raw(id);
  return message ? file(message, 'message/rfc822', `${id}.eml`) : notFound;
}
