import { timelinePage } from '../../../pack/page';
import { eventfulIncident, hostile } from '../../support/kept-incident';

const { state, entries } = eventfulIncident('SI-2026-TEST');
const hash = '0'.repeat(64);
const chain = { entries: entries.length, hash };
const manifest = { exportedAt: '2027-01-06T09:00:00.000Z', exportedBy: hostile, chain };
const page = timelinePage({ manifest, registerHead: hash, state, entries });

/** The text as a reader sees it. */
const seen = page
  .replace(/<style>[^]*?<\/style>|<[^>]+>/g, ' ')
  .replaceAll('&lt;', '<')
  .replaceAll('&gt;', '>')
  .replaceAll('&quot;', '"')
  .replaceAll('&#39;', "'")
  .replaceAll('&amp;', '&');

describe('the page of a pack', () => {
  it('takes nothing that people wrote for markup', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/<[^>]*alert/);
    expect(seen.split(hostile).length - 1).toBeGreaterThanOrEqual(6);
  });

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/https?:|\b(src|href)=|url\(|@import|<(link|script|img|iframe)/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('prints with its headings and no row torn in two', () => {
    expect(page).toMatch(/@media print[^]*@page[^]*table-header-group[^]*break-inside: avoid/);
  });

  it('has every entry once, in order, and a struck-out moment struck out', () => {
    const rows = [...page.matchAll(/<tr id="entry-(\d+)">/g)].map(([, number]) => Number(number));
    expect(rows).toEqual(entries.map(({ number }) => number));
    expect(page).toMatch(/<s>Child A, harm: died \(known Tuesday 22 December 2026, 17:30/);
  });

  it('says how each task stands, by words of the law, and with its evidence', () => {
    expect(page).toMatch(
      /Notify the national Panel.*done<.*Wednesday 30 December 2026, 12:00, by officer-1/,
    );
    expect(page).toMatch(/Health Board.*>late<.*Explained by officer-1/);
    expect(seen).toContain('Not checked: Working Together 2026');
  });
});
