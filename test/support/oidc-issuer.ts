import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { OidcSettings } from '../../settings';
import { fixedPort } from './fixed-port';

/** A real OIDC server as a process of its own. */
export interface OidcIssuer {
  readonly settings: OidcSettings;
  /** From now on its tokens say this. */
  claim(claims: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): Promise<void>;
}

export async function startOidcIssuer(at?: number): Promise<OidcIssuer> {
  const port = at ?? (await fixedPort());
  const child = fork(require.resolve('./oidc-process'), [`${port}`], {
    execArgv: ['--require', require.resolve('tsx/cjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const early = ended.then(([status]) => {
    throw new Error(`The OIDC server ended at once, with status ${String(status)}`);
  });
  early.catch(() => undefined);
  const [issuer] = await Promise.race([once(child, 'message'), early]);
  return {
    settings: {
      issuer: String(issuer),
      clientId: 'notifiable',
      clientSecret: 'a secret of tests',
      rolesClaim: 'roles',
      roles: null,
    },
    async claim(claims) {
      const taken = once(child, 'message');
      child.send(claims);
      await taken;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
