import type { Agreement, AlongsideItem, AlongsideStanding, SignOffView } from './alongside';

/** When something was recorded (an instant, UTC), and by whom. */
interface Recorded {
  readonly at: string;
  readonly by: string;
}

/** What stands around the notification. It gates nothing: no task, message or date follows from it. */
export interface Around {
  /** Each partner’s latest view. */
  readonly views: readonly (Recorded & {
    readonly partner: string;
    readonly view: Agreement;
    readonly reason: string;
  })[];
  /** The latest word on the director’s sign-off; null: none. */
  readonly signOff:
    (Recorded & { readonly view: SignOffView; readonly reason: string | null }) | null;
  /** The latest note on each item. */
  readonly alongside: readonly (Recorded & {
    readonly item: AlongsideItem;
    readonly standing: AlongsideStanding;
    readonly note: string | null;
  })[];
}
