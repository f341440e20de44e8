import { newReference } from '../../client/reference';
import { longestHours } from '../session';
import type { Form, Visit } from '../visit';

/** The pages of the first four answers, in their order. */
export const firstPages = ['safety', 'aware', 'what', 'where'] as const;
export type FirstPage = (typeof firstPages)[number];

/** The first answers on their way from page to page, before there is an incident. */
export interface StartDraft {
  /** That the incident will have: sent twice, the last page is one incident. */
  readonly reference: string;
  /** Instant, UTC: when the first page was opened. */
  readonly begunAt: string;
  /** What was typed on each page; `duplicate`: why it is another incident. */
  readonly answers: Readonly<Partial<Record<FirstPage | 'duplicate', Form>>>;
}

export const beginDraft = (now: string): StartDraft => ({
  reference: newReference('incident', now),
  begunAt: now,
  answers: {},
});

type Holder = Pick<Visit, 'seal' | 'person'>;

const boundTo = ({ person }: Holder): string => `first answers of ${person.id}`;

/** It travels in the form itself, so that it needs no database and nobody else can read it. */
export const closeDraft = (draft: StartDraft, holder: Holder): string =>
  holder.seal.close(draft, boundTo(holder));

/** Null: it is somebody else’s, was changed, or is older than a day’s work. */
export function openDraft(sealed: string, holder: Holder & Pick<Visit, 'now'>): StartDraft | null {
  let draft: StartDraft;
  try {
    draft = holder.seal.open(sealed, boundTo(holder)) as StartDraft;
  } catch {
    return null;
  }
  const hours = (Date.parse(holder.now) - Date.parse(draft.begunAt)) / 3_600_000;
  return hours <= longestHours ? draft : null;
}

const ownFields = new Set(['_csrf', 'draft', 'page', 'go']);

/** What a person typed on a page, without what the page itself sends along. */
export const typedIn = (body: Form): Form =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !ownFields.has(name)));
