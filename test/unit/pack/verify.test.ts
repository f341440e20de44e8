import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, sha256 } from '../../../pack/contents';
import type { Link, Manifest, Timeline } from '../../../pack/format';
import { verifyPack } from '../../../pack/verify';
import { entryHash, registerHash } from '../../../register/chain';

/** One pack of every format that was released: each must be checked for ever. */
const formats = ['1'];
const saved = join(__dirname, '../../packs/1');
let folder: string;

const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const timeline = () => JSON.parse(read('timeline.json')) as Timeline;
const manifest = () => JSON.parse(read('manifest.json')) as Manifest;

/** Changes a file and its hash in the manifest, as somebody would who wants to hide it. */
function rewrite(name: string, text: string): void {
  writeFileSync(path(name), text);
  const { files, ...rest } = manifest();
  writeFileSync(
    path('manifest.json'),
    json({ ...rest, files: { ...files, [name]: sha256(text) } }),
  );
}

const changeEntries = (change: (entries: readonly Link[]) => readonly Link[]) =>
  rewrite('timeline.json', json({ ...timeline(), entries: change(timeline().entries) }));

const changed = (link: Link | undefined, change: (link: Link) => Partial<Link>): Link[] =>
  link ? [{ ...link, ...change(link) }] : [];

/** With hashes to match its new content. */
function relinked(link: Link, reference: string): Link {
  const [previous, inRegister] = [link.previousHash, link.previousRegisterHash].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  if (!previous || !inRegister) throw new Error('A link has two hashes before it');
  const hash = entryHash(previous, { ...link, reference, body: Buffer.from(link.body) });
  const next = registerHash(inRegister, { ...link, hash });
  return { ...link, hash: hash.toString('hex'), registerHash: next.toString('hex') };
}

const textOf = (body: string) => body.replace('"text":"', '"text":"Not ');
const misfit = (file: string, number: number | null, problem: RegExp) => ({
  ok: false,
  misfit: { file, number, problem: expect.stringMatching(problem) },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-pack-'));
  cpSync(saved, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(formats)('a pack of format %s still fits', async (format) => {
  const of = join(__dirname, '../../packs', format);
  const verified = await verifyPack(of);
  const manifestHash = sha256(readFileSync(join(of, 'manifest.json')));
  expect(verified).toEqual({
    ...{ ok: true, reference: 'SI-2026-TEST', entries: 56, files: 9, manifestHash },
  });
});

describe('an entry that does not fit is named, though every file’s hash was made to match', () => {
  test.each([
    [
      'edited',
      7,
      /content/,
      ([...all]: readonly Link[]) =>
        all.flatMap((one) =>
          one.number === 7 ? changed(one, ({ body }) => ({ body: textOf(body) })) : [one],
        ),
    ],
    [
      'edited, with hashes to match',
      8,
      /does not follow/,
      (all: readonly Link[]) =>
        all.map((one) =>
          one.number === 7 ? relinked({ ...one, body: textOf(one.body) }, 'SI-2026-TEST') : one,
        ),
    ],
    [
      'given another time of recording',
      7,
      /time/,
      (all: readonly Link[]) =>
        all.map((one) =>
          one.number === 7 ? { ...one, recordedAt: '2026-12-01T00:00:00.000Z' } : one,
        ),
    ],
    [
      'deleted',
      8,
      /does not follow/,
      (all: readonly Link[]) => all.filter(({ number }) => number !== 7),
    ],
    ['the first one deleted', 2, /does not follow/, (all: readonly Link[]) => all.slice(1)],
    [
      'moved',
      8,
      /does not follow/,
      (all: readonly Link[]) => [...all.slice(0, 6), ...all.slice(6, 8).reverse(), ...all.slice(8)],
    ],
    [
      'of another incident',
      7,
      /record it belongs to/,
      (all: readonly Link[]) =>
        all.map((one) => (one.number === 7 ? relinked(one, 'SI-2026-B') : one)),
    ],
    [
      'cut off at the end',
      null,
      /ends at .* 56.*cut off/,
      (all: readonly Link[]) => all.slice(0, -1),
    ],
    ['all gone', null, /There are 0 entries/, () => []],
  ])('%s', async (_, number, problem, change) => {
    changeEntries(change);
    expect(await verifyPack(folder)).toEqual(misfit('timeline.json', number, problem));
  });

  test('in the page alone', async () => {
    rewrite('timeline.html', read('timeline.html').replace('<td>7</td>', '<td>7 </td>'));
    expect(await verifyPack(folder)).toEqual(misfit('timeline.html', 7, /does not say/));
  });

  test('the page, where it says more than the entries', async () => {
    rewrite('timeline.html', read('timeline.html').replace('<h2>Facts', '<p>More</p><h2>Facts'));
    expect(await verifyPack(folder)).toEqual(misfit('timeline.html', null, /something else/));
  });

  test('the page, where the record was changed under it', async () => {
    rewrite('record.json', read('record.json').replace('"status": "open"', '"status": "closed"'));
    expect(await verifyPack(folder)).toEqual(misfit('timeline.html', null, /something else/));
  });
});

describe('a file that does not fit is named', () => {
  const files = Object.keys(
    (JSON.parse(readFileSync(join(saved, 'manifest.json'), 'utf8')) as Manifest).files,
  );

  test.each(files)('changed: %s', async (name) => {
    appendFileSync(path(name), ' ');
    expect(await verifyPack(folder)).toEqual(misfit(name, null, /was changed/));
  });

  test.each([...files, 'manifest.json'])('missing: %s', async (name) => {
    rmSync(path(name));
    expect(await verifyPack(folder)).toEqual(misfit(name, null, /is missing/));
  });

  test('added', async () => {
    writeFileSync(path('more.html'), '');
    rewrite('more.html', 'x');
    expect(await verifyPack(folder)).toEqual(misfit('more.html', null, /was added/));
  });

  test.each([
    ['manifest.json', '{}'],
    ['manifest.json', 'no json'],
    ['timeline.json', '[]'],
  ])('%s that is none: %s', async (name, text) => {
    writeFileSync(path(name), text);
    expect(await verifyPack(folder)).toEqual(misfit(name, null, /not as this program/));
  });

  test('the manifest of another incident', async () => {
    writeFileSync(path('manifest.json'), json({ ...manifest(), reference: 'SI-2026-B' }));
    expect(await verifyPack(folder)).toEqual(misfit('timeline.json', null, /another record/));
  });
});
