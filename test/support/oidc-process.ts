/**
 * Run as a process: a real OIDC server on a free port. It prints its issuer, and puts into the
 * tokens that it signs whatever claims the parent process sent last.
 */
async function main(): Promise<void> {
  const { OAuth2Server } = await import('oauth2-mock-server');
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  let claims = {};
  server.service.on('beforeTokenSigning', ({ payload }: { payload: object }) =>
    Object.assign(payload, claims),
  );
  process.on('message', (sent: object) => {
    claims = sent;
    process.send?.('taken');
  });
  await server.start(Number(process.argv[2]), 'localhost');
  process.send?.(server.issuer.url);
}

void main();
