/** What a page answers; server.ts carries it out. */
export type Answer =
  | { readonly view: string; readonly status?: number; readonly with?: object }
  | { readonly to: string }
  | { readonly file: Buffer | string; readonly type: string; readonly name: string | null }
  | { readonly notFound: true };

/** A page from its template, `web/views/NAME.njk`, with what it shows. */
export const page = (view: string, shown: object = {}, status = 200): Answer => ({
  ...{ view, status },
  with: shown,
});

/** After a form that was taken: reloading the next page sends nothing twice. */
export const goTo = (to: string): Answer => ({ to });

export const notFound: Answer = { notFound: true };

/** Something to keep; `name` null: shown in the browser. */
export const file = (content: Buffer | string, type: string, name: string | null): Answer => ({
  ...{ file: content, type, name },
});
