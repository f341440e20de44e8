import { userInfo } from 'node:os';

/** Who is logged in on this machine; a number where it has no name for them, as in a container. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
