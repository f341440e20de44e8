import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createAuthorityFile } from '../../activities/authority-file';
import { buildAuthority } from '../support/build-authority';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notifiable-authority-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test.each([
  ['authority.json', JSON.stringify],
  ['authority.yaml', stringify],
])('%s is read as it is now, each time', async (name, write) => {
  const file = createAuthorityFile(written(name, write(buildAuthority())));
  expect(await file.read()).toEqual(buildAuthority());
  written(name, write(buildAuthority({ name: 'Renamed Council' })));
  expect((await file.read()).name).toBe('Renamed Council');
});

test('a mistaken file names every mistake', async () => {
  const { people } = buildAuthority();
  const wrong = { ...buildAuthority(), code: 'nowhere', people: [{ ...people[0], email: 'none' }] };
  const file = createAuthorityFile(written('authority.json', JSON.stringify(wrong)));
  await expect(file.read()).rejects.toThrow(/code: .*; people\[0\]\.email: /);
});

test('what it says of a broken file holds no address', async () => {
  const file = createAuthorityFile(written('authority.json', '{"a@authority.example": x}'));
  await expect(file.read()).rejects.toThrow(/^((?!@).)*$/);
});

test.each([
  ['is missing', () => join(folder, 'gone.json')],
  ['is no JSON', () => written('authority.json', '{')],
])('a file that %s cannot be read', async (_, path) => {
  await expect(createAuthorityFile(path()).read()).rejects.toThrow();
});
