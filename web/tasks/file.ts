import { file, notFound, type Answer } from '../answer';
import type { RecordVisit } from '../visit';

/** A file of evidence as it was handed in; that it was read is recorded. */
export async function showFile({ cases, record, request }: RecordVisit): Promise<Answer> {
  const found = await cases.file(record.reference, String(request.params['id']));
  return found.ok
    ? file(Buffer.from(found.value.bytes), found.value.type, found.value.name)
    : notFound;
}
