/** The present, but no moment before one (instants, UTC): another machine's clock may be ahead. */
export function notBefore(at: string): string {
  const now = new Date().toISOString();
  return now > at ? now : at;
}
