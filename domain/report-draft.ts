import * as field from './fields';
import { entriesOf, good, itemsOf } from './loose';

/**
 * What can be read of a report that has problems, so that one bad field does not hide what is
 * wrong among the good ones. Undefined: malformed, and reported already.
 */
export interface Draft {
  readonly becameAwareAt: string | undefined;
  readonly occurredOn: string | null | undefined;
  readonly place: string | undefined;
  readonly incidentArea: string | null | undefined;
  readonly childCount: number;
  readonly children: readonly DraftChild[];
}

export interface DraftChild {
  readonly ref: string | undefined;
  readonly bornOn: string | null | undefined;
  readonly knownAt: Readonly<Record<string, string | undefined>>;
}

export function draftOf(input: unknown): Draft {
  const report = entriesOf(input);
  const children = itemsOf(report.children);
  return {
    becameAwareAt: good(field.momentField, report.becameAwareAt),
    occurredOn: good(field.dateField.nullable(), report.occurredOn ?? null),
    place: good(field.placeField, report.place),
    incidentArea: good(field.areaCodeField.nullable(), report.incidentArea ?? null),
    // A missing list is reported as such, not as an empty one.
    childCount: children?.length ?? 1,
    children: (children ?? []).map(draftChildOf),
  };
}

function draftChildOf(input: unknown): DraftChild {
  const child = entriesOf(input);
  const knownAt = Object.entries(entriesOf(child.knownAt));
  return {
    ref: good(field.refField, child.ref),
    bornOn: good(field.dateField.nullable(), child.bornOn ?? null),
    knownAt: Object.fromEntries(knownAt.map(([fact, at]) => [fact, good(field.momentField, at)])),
  };
}
