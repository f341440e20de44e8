import type { About } from '../record/about';
import { likenessOf } from './likeness';
import type { CaseState } from './state';

export const aboutCase = ({ decision, becameAwareAt, report }: CaseState): About => ({
  decision,
  becameAwareAt,
  ...likenessOf(report),
});
