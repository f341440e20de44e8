import type { StoredMail } from './mail-store';

export const inboxStyle = `
body { font: 1.1rem/1.5 Arial, sans-serif; color: #111; background: #fff; margin: 0 auto;
  max-width: 60rem; padding: 1rem; }
a { color: #1d5196; } a:focus { outline: 3px solid #111; background: #fd0; color: #111; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0;
  border-bottom: 1px solid #888; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #888;
  padding: 1rem; }
iframe { width: 100%; height: 30rem; border: 1px solid #888; }
dt { font-weight: bold; } dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
`;

export function listPage(mails: readonly StoredMail[]): string {
  const rows = mails.map(
    (mail) => `<tr>
<td>${time(mail.receivedAt)}</td>
<td>${escape(mail.to.join(', '))}</td>
<th scope="row"><a href="/inbox/${mail.id}">${escape(mail.subject || '(no subject)')}</a></th>
</tr>`,
  );
  const table = `<table>
<caption>${mails.length === 1 ? '1 message' : `${mails.length} messages`}, newest first</caption>
<thead><tr><th scope="col">Received</th><th scope="col">To</th>
<th scope="col">Subject</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  return page(
    'Inbox',
    `<h1>Inbox</h1>
<p>Every message that notifiable sends from this machine ends here and goes no further. To send
real mail, set <code>SMTP_URL</code>. <a href="/inbox">Look for new messages</a></p>
${mails.length === 0 ? '<p>There are no messages yet.</p>' : table}`,
  );
}

export function mailPage(mail: StoredMail): string {
  const html =
    mail.html === null
      ? ''
      : `<h2>As a formatted message</h2>
<iframe sandbox="" src="/inbox/${mail.id}/html" title="The formatted message"></iframe>`;
  return page(
    mail.subject || '(no subject)',
    `<p><a href="/inbox">Back to the inbox</a></p>
<h1>${escape(mail.subject || '(no subject)')}</h1>
<dl><dt>Received</dt><dd>${time(mail.receivedAt)}</dd>
<dt>From</dt><dd>${escape(mail.from)}</dd>
<dt>To</dt><dd>${escape(mail.to.join(', '))}</dd></dl>
<pre>${linked(mail.text)}</pre>
${html}
<p><a href="/inbox/${mail.id}/raw">The message as it was sent (.eml)</a></p>`,
  );
}

export function plainPage(title: string, sentence: string): string {
  return page(
    title,
    `<h1>${escape(title)}</h1>
<p>${escape(sentence)}</p><p><a href="/inbox">To the inbox</a></p>`,
  );
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – notifiable</title><link rel="stylesheet" href="/inbox.css"></head>
<body><main>
${main}
</main></body></html>
`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
});

function time(at: string): string {
  return `<time datetime="${at}">${clock.format(new Date(at))}</time>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function linked(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part),
    )
    .join('');
}
