import { referenceTyped } from '../../client/reference';
import { temporalPages } from '../../client/temporal-pages';
import { page, type Answer } from '../answer';
import { mistakes } from '../forms';
import { textOf, type Visit } from '../visit';

/** What keeps the service running, for those who look after it: nothing of a record. */
export const showOperations = ({ settings }: Visit): Answer =>
  page('operations/operations', { pages: temporalPages(settings) });

/** A record's workflow, by its reference. It is sent as a form: what was typed may be a name. */
export function findWorkflow({ settings, body }: Visit): Answer {
  const pages = temporalPages(settings);
  const typed = textOf(body, 'reference');
  const reference = referenceTyped(typed);
  if (reference === null) {
    const problem = { path: 'reference', problem: 'That is no reference', remedy };
    return page('operations/operations', { pages, typed: body, wrong: mistakes([problem]) }, 422);
  }
  const workflow = pages && { reference, href: pages.workflowOf(reference) };
  return page('operations/operations', { pages, typed: body, workflow });
}

const remedy = 'Write it as it stands in messages, such as SI-2026-7K3F';
