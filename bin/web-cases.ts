import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import type { CasesContext } from '../client/context';
import { keptCounts, keptFigures } from '../client/kept-answers';
import { withAccesses } from '../client/with-accesses';
import { withNeedToKnow } from '../client/with-need-to-know';
import type { WebParts } from '../web/parts';

/**
 * The cases as each person in the browser uses them, and as the public form does. `warn` is told of
 * reads that are not recorded.
 */
export function casesInBrowser(
  cases: Cases,
  context: CasesContext,
  warn: (sentence: string) => void,
): Pick<WebParts, 'casesFor' | 'nobody'> {
  const shared = { figures: keptFigures(context), counts: keptCounts(context) };
  return {
    casesFor: (by, authority) => {
      const readAuthority = () => Promise.resolve(authority);
      const theirs: CasesContext = { ...context, readAuthority, looked: new Map() };
      const used = { ...createCases(theirs), ...shared };
      return withAccesses(withNeedToKnow(used, theirs, by), theirs, { by, login: 'browser', warn });
    },
    nobody: withAccesses(cases, context, { by: null, login: 'public form', warn }),
  };
}
