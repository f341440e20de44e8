import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const pages = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'examples/README.md'],
  ...pagesIn('docs'),
];

/** Where a page may mean a file from: the table of rules leaves two folders out, as it says. */
const basesOf = (page: string): string[] => [
  dirname(page),
  '.',
  ...(page === 'docs/procedure.md' ? ['domain', 'test/unit'] : []),
];

/** Made while the program runs, or a reader's own. */
const notOurs = ['.notifiable/', 'report.json'];

const isHere = (path: string): boolean =>
  !relative(root, join(root, path)).startsWith('..') && existsSync(join(root, path));

const withoutAddresses = (text: string): string => text.replace(/https?:\S+/g, '');

function filesNamedIn(page: string): string[] {
  const text = withoutAddresses(read(page));
  const files = text.match(/[\w./-]*\w\.(?:tsx?|[cm]?js|json|md|ya?ml)\b/g) ?? [];
  const folders = [...text.matchAll(/`([\w./-]+\/)`/g)].map(([, folder = '']) => folder);
  return [...files, ...folders].filter((name) => !notOurs.includes(name));
}

const linksIn = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)#]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target));

describe.each(pages)('%s', (page) => {
  test('names only files and folders that exist here', () => {
    const missing = filesNamedIn(page).filter(
      (name) => !basesOf(page).some((base) => isHere(join(base, name))),
    );
    expect(missing).toEqual([]);
  });

  test('links only to what exists here', () => {
    expect(linksIn(page).filter((target) => !isHere(join(dirname(page), target)))).toEqual([]);
  });
});

describe('the table of rules', () => {
  const rows = read('docs/procedure.md')
    .split('\n')
    .filter((line) => /^\| .* \| (must|should|local)[^|]* \|/.test(line))
    .map((line) => line.split(' | '));

  test('gives every rule its strength, source, code and test', () => {
    expect(rows.length).toBeGreaterThan(60);
    const lacking = rows.filter((cells) => cells.length !== 5 || cells.some((cell) => !cell));
    expect(lacking).toEqual([]);
    expect(rows.filter(([, , , , test = '']) => !test.includes('.test.ts'))).toEqual([]);
  });

  test('quotes the titles of tests as they are', () => {
    const wrong = rows.flatMap(([, , , , cell = '']) =>
      cell.split(/(?<![\w/-])(?=[\w/-]+\.test\.ts)/).flatMap((part) => {
        const [file = ''] = /[\w/-]+\.test\.ts/.exec(part) ?? [];
        const path = [`test/unit/${file}`, file].find((one) => file !== '' && isHere(one));
        const titles = [...part.matchAll(/“(.+?)”(?=[,;: ]|$)/g)].map(([, title = '']) => title);
        return titles.filter((title) => !path || !read(path).includes(title));
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('every decision is in the list, under its number', () => {
  const list = read('docs/decisions/README.md');
  const files = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d/.test(name));
  expect(files.filter((name) => !list.includes(`${Number(name.slice(0, 4))}. [`))).toEqual([]);
  expect(files.filter((name) => !list.includes(`](${name})`))).toEqual([]);
});

test('the readme can be read in one sitting', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});
