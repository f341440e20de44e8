import { Client } from '@temporalio/client';
import { createAuthorityFile } from '../../activities/authority-file';
import type { Cases } from '../../client/answers';
import { createCases } from '../../client/cases';
import type { CasesContext } from '../../client/context';
import { englandAndWales } from '../../domain/bank-holidays';
import { dataConverter } from '../../temporal/data-converter';
import { workflowIdOf } from '../../temporal/names';
import type { Rig } from './rig';

/** Another client over a rig's server, with parts of its own. */
export const casesWith = (
  { client, settings, recorder }: Rig,
  parts: Partial<CasesContext> & Pick<CasesContext, 'register'>,
): Cases =>
  createCases({
    connect: () => Promise.resolve(client),
    settings,
    calendar: englandAndWales,
    readAuthority: () => createAuthorityFile(settings.authorityFile).read(),
    history: recorder,
    now: () => new Date().toISOString(),
    ...parts,
  });

/** A client that loses the server whenever it acts on one incident, and on that one alone. */
export function losing({ client, settings }: Rig, reference: string): Client {
  const { connection, options } = client;
  return new Client({
    connection,
    namespace: options.namespace,
    dataConverter: dataConverter(settings),
    interceptors: {
      workflow: [
        {
          startUpdate: (input, next) => {
            if (input.workflowExecution.workflowId !== workflowIdOf(reference)) return next(input);
            const lost = { code: 14, details: 'connection lost', metadata: {} };
            throw Object.assign(new Error('14 UNAVAILABLE: connection lost'), lost);
          },
        },
      ],
    },
  });
}
