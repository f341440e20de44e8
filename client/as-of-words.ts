import type { AsOf } from './answers';
import { shortMoment } from '../domain/when';

const reasons = {
  'no-answer': 'Temporal or its worker does not answer',
  lost:
    'Temporal knows nothing of this open incident: nobody is reminded until somebody acts on it, ' +
    'which starts it again',
} as const satisfies Record<AsOf['why'], string>;

/** Tells a reader that what is shown may have gone on since. */
export const asOfLine = ({ entry, recordedAt, why }: AsOf): string =>
  `${reasons[why]}. This is as it was last recorded: after entry ${entry}, ${shortMoment(recordedAt)}.`;
