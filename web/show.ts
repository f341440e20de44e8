import type { Request, Response } from 'express';
import type { Answer } from './answer';
import type { WebParts } from './parts';
import { templates } from './render';

/** How answers become pages. */
export interface Show {
  readonly render: (response: Response, view: string, shown: object) => void;
  readonly show: (response: Response, answer: Answer, visit: object) => void;
}

/** `tokenOf` gives the token that a form must send back. */
export function createShow(parts: WebParts, tokenOf: (request: Request) => string): Show {
  const env = templates();
  const render: Show['render'] = (response, view, shown) => {
    const { req: request } = response;
    // Made where a form is drawn: without one nobody needs a session, and without a database none is there.
    const csrf = () => ('session' in request ? tokenOf(request) : '');
    const person = response.locals['person'] as unknown;
    const common = {
      ...{ csrf, person, path: request.path, conditions: parts.conditions.known() },
      hasInbox: parts.inbox !== null,
    };
    response.type('html').send(env.render(`${view}.njk`, { ...common, ...shown }));
  };
  const show: Show['show'] = (response, answer, visit) => {
    if ('to' in answer) return response.redirect(303, answer.to);
    if ('notFound' in answer) return render(response.status(404), 'not-found', visit);
    if ('view' in answer) {
      return render(response.status(answer.status ?? 200), answer.view, {
        ...visit,
        ...answer.with,
      });
    }
    if (answer.name !== null) response.attachment(answer.name);
    response.type(answer.type).send(answer.file);
  };
  return { render, show };
}
