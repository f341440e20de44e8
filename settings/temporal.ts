/** What says how to reach Temporal; temporal/connection.ts turns it into options. */
export interface TemporalSettings {
  /** True: nothing in the environment names a server, so one is run on this machine. */
  readonly embedded: boolean;
  /** TEMPORAL_ADDRESS, or that of the embedded server once it runs; null: a profile has it. */
  readonly address: string | null;
  /** TEMPORAL_NAMESPACE; null: a profile may have it, else `default`. */
  readonly namespace: string | null;
  /** The variables that Temporal's own tools read, as they are. */
  readonly environment: Readonly<Record<string, string>>;
}

const namesServer = ['TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'];
const hostAndPort = /^[^\s/:]+:\d{1,5}$|^\[.+\]:\d{1,5}$/;
const findsProfiles = ['HOME', 'XDG_CONFIG_HOME', 'APPDATA'];

/**
 * A profile file in its default place counts only when TEMPORAL_PROFILE asks for it: otherwise a
 * forgotten file would send a first try on a laptop to somebody's real server.
 */
export function temporalSettings(
  env: Readonly<Record<string, string | undefined>>,
  complain: (problem: string) => void,
): TemporalSettings {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const isRead = name.startsWith('TEMPORAL_') || findsProfiles.includes(name);
    if (isRead && value?.trim()) environment[name] = value.trim();
  }
  const address = environment.TEMPORAL_ADDRESS ?? null;
  if (address !== null && !hostAndPort.test(address)) {
    complain('TEMPORAL_ADDRESS must be a host and a port, such as localhost:7233.');
  }
  return {
    embedded: !namesServer.some((name) => name in environment),
    address,
    namespace: environment.TEMPORAL_NAMESPACE ?? null,
    environment,
  };
}
