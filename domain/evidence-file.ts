import type { Problem } from './problem';

/** A file that proves that something was done: where it is kept, and what its bytes must hash to. */
export interface EvidenceFile {
  readonly id: string;
  /** Of its bytes, in hex. */
  readonly sha256: string;
  /** A media type of the table below. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

export interface HandedInFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const largestFileBytes = 10 * 1024 * 1024;

interface FileType {
  readonly words: string;
  /** By what is in it; its name only tells apart what looks the same. */
  readonly fits: (file: HandedInFile) => boolean;
}

/** What is taken, the first that fits. Documents with macros are not: they run when they are opened. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  'application/pdf': { words: 'PDF', fits: startsWith('%PDF-') },
  'image/png': { words: 'PNG', fits: startsWith('\x89PNG\r\n\x1A\n') },
  'image/jpeg': { words: 'JPEG', fits: startsWith('\xFF\xD8\xFF') },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    words: 'Word (.docx)',
    fits: ({ bytes }) =>
      isZip(bytes) && contains(bytes, 'word/document.xml') && !contains(bytes, 'vbaProject.bin'),
  },
  'application/vnd.oasis.opendocument.text': {
    words: 'OpenDocument text (.odt)',
    fits: ({ bytes }) =>
      isZip(bytes) && contains(bytes.subarray(0, 200), 'application/vnd.oasis.opendocument.text'),
  },
  'application/vnd.ms-outlook': {
    words: 'Outlook message (.msg)',
    fits: (file) => isNamed(file, 'msg') && startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')(file),
  },
  'message/rfc822': {
    words: 'mail (.eml)',
    fits: (file) => isNamed(file, 'eml') && isText(file.bytes),
  },
  'text/plain': { words: 'plain text in UTF-8', fits: ({ bytes }) => isText(bytes) },
};

/** What its content is, as a media type; null: nothing that is taken. */
export const fileTypeOf = (file: HandedInFile): string | null =>
  Object.entries(fileTypes).find(([, { fits }]) => fits(file))?.[0] ?? null;

/** Why a file is not taken; null: it is. */
export function fileProblem(file: HandedInFile): Problem | null {
  const { length } = file.bytes;
  const refused = (problem: string, remedy: string): Problem => ({ path: 'file', problem, remedy });
  if (length === 0) return refused('The file is empty', 'Check that it is the right one');
  if (length > largestFileBytes) return tooLarge;
  if (fileTypeOf(file) !== null) return null;
  const known = Object.values(fileTypes).map(({ words }) => words);
  return refused(
    'What is in this file is of no kind that is taken',
    `Save it as one of: ${known.join(', ')}`,
  );
}

export const tooLarge: Problem = {
  path: 'file',
  problem: 'The file is larger than 10 MiB',
  remedy: 'Save it smaller, or only the pages that prove it',
};

/** `PDF, 81 KiB`. */
export function fileWords({ type, size }: Pick<EvidenceFile, 'type' | 'size'>): string {
  const kib = Math.ceil(size / 1024);
  const length = kib < 1024 ? `${kib} KiB` : `${(size / 1024 / 1024).toFixed(1)} MiB`;
  return `${fileTypes[type]?.words ?? type}, ${length}`;
}

function startsWith(signature: string) {
  return ({ bytes }: HandedInFile): boolean => isAt(bytes, 0, signature);
}

const isZip = (bytes: Uint8Array): boolean => isAt(bytes, 0, 'PK\x03\x04');

const isNamed = ({ name }: HandedInFile, ending: string): boolean =>
  name.toLowerCase().endsWith(`.${ending}`);

/** Names inside a zip stand in it as they are. */
function contains(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, at, text)) return true;
  }
  return false;
}

const isAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** UTF-8 without control characters other than tabs and ends of lines. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\0-\x08\x0B\x0E-\x1F\x7F]/.test(text);
  } catch {
    return false;
  }
}
