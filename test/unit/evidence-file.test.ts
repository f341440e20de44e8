import {
  fileProblem,
  fileTypeOf,
  fileTypes,
  fileWords,
  largestFileBytes,
} from '../../domain/evidence-file';
import { DrivenCase, evidence, officer } from '../support/drive-case';
import { buildIncident } from '../support/build-incident';

/** Each letter is one byte. */
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: string[]) => `PK\x03\x04\x14\0${names.join('\0\x01')}\xFF`;
const odt = 'mimetypeapplication/vnd.oasis.opendocument.text';
const ole = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0';

describe('a file of evidence', () => {
  test.each([
    ['receipt.pdf', '%PDF-1.7\n\xE2', 'application/pdf'],
    ['screen.png', '\x89PNG\r\n\x1A\n\0\0', 'image/png'],
    ['photo', '\xFF\xD8\xFF\xE0\0', 'image/jpeg'],
    ['letter.docx', zip('[Content_Types].xml', 'word/document.xml'), /wordprocessingml/],
    ['letter.odt', zip(odt, 'content.xml'), /opendocument\.text/],
    ['mail.MSG', ole, 'application/vnd.ms-outlook'],
    ['mail.eml', 'Subject: receipt\r\n\r\n\tReference 1', 'message/rfc822'],
    ['note.txt', 'Told at 10:00 \xE2\x80\x93 by telephone\n', 'text/plain'],
  ])('%s is told by what is in it', (name, content, type) => {
    const found = fileTypeOf({ name, bytes: bytesOf(content) });
    expect(found).toEqual(expect.stringMatching(type));
    expect(Object.keys(fileTypes)).toContain(found);
  });

  test.each([
    ['letter.docm', zip('word/document.xml', 'word/vbaProject.bin')],
    ['sheet.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['archive.zip', zip('a.txt')],
    ['letter.doc', ole],
    ['receipt.pdf', 'MZ\x90\0\x03'],
    ['note.txt', 'Latin \xE9 is no UTF-8'],
    ['note.txt', 'a zero \0 is no text'],
  ])('%s is refused where its content is another: %j', (name, content) => {
    expect(fileProblem({ name, bytes: bytesOf(content) })).toMatchObject({
      path: 'file',
      remedy: expect.stringContaining('PDF'),
    });
  });

  test.each([
    [0, /empty/],
    [largestFileBytes, null],
    [largestFileBytes + 1, /larger than 10 MiB/],
  ])('of %d bytes', (size, words) => {
    const problem = fileProblem({ name: 'note.txt', bytes: Buffer.alloc(size, 'a') });
    expect(problem?.problem ?? null).toEqual(words && expect.stringMatching(words));
  });

  test('is named by type and size, never by its name', () => {
    expect(fileWords({ type: 'application/pdf', size: 1025 })).toBe('PDF, 2 KiB');
    expect(fileWords({ type: 'image/png', size: largestFileBytes })).toBe('PNG, 10.0 MiB');
  });
});

describe('what was done', () => {
  const file = { id: 'f-1', sha256: 'a'.repeat(64), type: 'application/pdf', size: 1024 };
  const entryOf = (more: object) => {
    const driven = new DrivenCase(buildIncident(), '2026-12-23T10:00:00.000Z');
    const given = evidence(['panel'], '2026-12-23T10:00:00Z');
    driven.act('done', officer, { ...given, ...more });
    return driven.entries.find(({ kind }) => kind === 'done');
  };

  test('names the file that proves it, with its hash, in the history', () => {
    const entry = entryOf({ file });
    expect(entry?.data).toMatchObject({ evidence: { file } });
    expect(entry?.text).toContain('A file proves it: PDF, 1 KiB.');
  });

  test('says nothing of a file where there is none', () => {
    expect(JSON.stringify(entryOf({}))).not.toContain('file');
  });
});
