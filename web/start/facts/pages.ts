import type { Problem } from '../../../domain/problem';
import type { Form } from '../../visit';

/** What was typed, by page; a page that is not there was not answered. */
export type Answers = Readonly<Record<string, Form>>;

/** The pages about one child, in their order. */
export const childPages = ['about', 'harm', 'care'] as const;
export type ChildPage = (typeof childPages)[number];

/** `children`, `1-about`, `known` … : what stands at the end of a page’s address, never a child’s reference. */
export type FactsPage =
  | { readonly name: 'children' | 'known' | 'aware' | 'what' | 'where' }
  | { readonly name: ChildPage; readonly child: number };

/** How a page is called in addresses and drafts. */
export const slugOf = (page: FactsPage): string =>
  'child' in page ? `${page.child + 1}-${page.name}` : page.name;

/** Null: there is no such page, or no such child. */
export function pageOfSlug(slug: string, childCount: number): FactsPage | null {
  return everyPage(childCount).find((page) => slugOf(page) === slug) ?? null;
}

/** Those that a newcomer goes through, one after the other. */
export const inOrder = (childCount: number): readonly FactsPage[] => [
  { name: 'children' },
  ...Array.from({ length: childCount }, (_, child) =>
    childPages.map((name) => ({ name, child })),
  ).flat(),
  { name: 'known' },
];

const everyPage = (childCount: number): readonly FactsPage[] => [
  ...inOrder(childCount),
  ...(['aware', 'what', 'where'] as const).map((name) => ({ name })),
];

/** The slug of the page after this one; `check`: it was the last, or one that stands aside. */
export function nextAfter(page: FactsPage, childCount: number): string {
  const pages = inOrder(childCount).map(slugOf);
  const at = pages.indexOf(slugOf(page));
  return at < 0 ? 'check' : (pages[at + 1] ?? 'check');
}

/** A page’s problem as one of all of them: `page#field`. */
export const underPage =
  (slug: string) =>
  (problem: Problem): Problem => ({ ...problem, path: `${slug}#${problem.path}` });
