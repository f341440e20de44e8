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
  const commonOf = (response: Response) => {
    const { req: request } = response;
    // Made where a form is drawn: without one nobody needs a session, and without a database none is there.
    const csrf = () => ('session' in request ? tokenOf(request) : '');
    const person = response.locals['person'] as unknown;
    return {
      ...{ csrf, person, path: request.path, conditions: parts.conditions.known() },
      hasInbox: parts.inbox !== null,
    };
  };
  const send = (response: Response, view: string, shown: object): void => {
    response.type('html').send(env.render(`${view}.njk`, shown));
  };
  const render: Show['render'] = (response, view, shown) =>
    send(response, view, { ...commonOf(response), ...shown });
  const show: Show['show'] = (response, answer, visit) => {
    if ('to' in answer) return response.redirect(303, answer.to);
    // No field of the visit hides what every page is told.
    const known = () => ({ ...visit, ...commonOf(response) });
    if ('notFound' in answer) return send(response.status(404), 'not-found', known());
    if ('view' in answer) {
      const shown = { ...known(), ...answer.with };
      return send(response.status(answer.status ?? 200), answer.view, shown);
    }
    if (answer.name !== null) response.attachment(answer.name);
    response.type(answer.type).send(answer.file);
  };
  return { render, show };
}
