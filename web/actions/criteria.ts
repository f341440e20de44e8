import { rulebookOf } from '../../domain/rulebook';
import type { Field } from './action';

/** The criteria of the edition of the rules that the record keeps to. */
export const englandCriteria: NonNullable<Field['options']> = ({ record }) =>
  rulebookOf(record.rulebook).criteria.map(({ id, words }) => ({ value: id, text: words }));
