import busboy from 'busboy';
import type { RequestHandler } from 'express';
import { largestFileBytes } from '../domain/evidence-file';

/** A file that came with a form. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
  /** More was sent than a file may hold: `bytes` are not all of it. */
  readonly isTooLarge: boolean;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** By field; without those in which no file was chosen. */
    uploads?: Readonly<Record<string, Upload>>;
  }
}

/** Reads forms with files, before the form's token is looked at; nobody sends any who is not signed in. */
export const uploads: RequestHandler = (request, _, next) => {
  if (!request.is('multipart/form-data') || request.session.person === undefined) return next();
  const fields: Record<string, string | string[]> = {};
  const files: Record<string, Upload> = {};
  // The reader says of a file that is just as large as its limit that it was cut.
  const fileSize = largestFileBytes + 1;
  const limits = { fileSize, files: 1, fields: 200, fieldSize: 1024 * 1024 };
  const reader = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  reader.on('field', (name, value) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  });
  reader.on('file', (name, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    stream.on('close', () => {
      const bytes = Buffer.concat(chunks);
      if (filename && bytes.length > 0) {
        files[name] = { name: filename, bytes, isTooLarge: stream.truncated === true };
      }
    });
  });
  let isBroken = false;
  reader.on('error', (error) => {
    isBroken = true;
    next(error);
  });
  reader.on('close', () => {
    if (isBroken) return;
    request.body = fields;
    request.uploads = files;
    next();
  });
  request.pipe(reader);
};
