import type { Cases } from '../client/answers';
import { createCases } from '../client/cases';
import type { CasesContext } from '../client/context';
import { keptFigures } from '../client/kept-figures';
import { withAccesses } from '../client/with-accesses';
import { withNeedToKnow } from '../client/with-need-to-know';
import type { WebParts } from '../web/parts';
import { withGivenRoles } from '../web/sign-in/given-roles';

/**
 * The cases as each person in the browser uses them, and as the public form does. `warn` is told of
 * reads that are not recorded.
 */
export function casesInBrowser(
  cases: Cases,
  context: CasesContext,
  warn: (sentence: string) => void,
): Pick<WebParts, 'casesFor' | 'nobody'> {
  const figures = keptFigures(context);
  return {
    casesFor: (by, given) => {
      const readAuthority = async () => withGivenRoles(await context.readAuthority(), by, given);
      const theirs = given === undefined ? context : { ...context, readAuthority };
      const own = given === undefined ? cases : createCases(theirs);
      const used = { ...own, figures };
      return withAccesses(withNeedToKnow(used, theirs, by), theirs, { by, login: 'browser', warn });
    },
    nobody: withAccesses(cases, context, { by: null, login: 'public form', warn }),
  };
}
