// A real OpenID provider on a loopback port of its own choice, for tests: `node provider.mjs [SECONDS]`. It says `ready ISSUER`.
// (oidc-provider 8, which runs on the Node.js of Debian 12, 18, as well as on newer ones.)
// Access tokens (RFC 9068) are good for SECONDS and are for urn:loket:api; refresh tokens rotate, and one that is used twice ends the
// grant. Who signs in is ROLE or ROLE@ORGANISATION or ROLE@ORGANISATION#NAME; there is no password.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const seconds = Number(process.argv[2] ?? 60);
const person = (login) => {
  const [, role, organisation, name] = /^([^@#]+)(?:@([^#]+))?(?:#(.+))?$/.exec(login) ?? [];
  return { roles: [role], organisation, name: name ?? `Medewerker ${role}` };
};
const client = (client_id, rest) => ({
  client_id, token_endpoint_auth_method: 'none', application_type: 'native', redirect_uris: [], response_types: [], ...rest,
});

const provide = (issuer) => new Provider(issuer, {
  clients: [
    client('loket-tui', { grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'] }),
    client('loket-desktop', {
      grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], redirect_uris: ['http://127.0.0.1/callback'],
    }),
  ],
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access', 'profile'],
  claims: { openid: ['sub'], profile: ['name', 'roles', 'organisation'] },
  features: {
    deviceFlow: { enabled: true, charset: 'base-20', mask: '****-****' },
    devInteractions: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => 'urn:loket:api',
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'loket', audience: 'urn:loket:api', accessTokenFormat: 'jwt', accessTokenTTL: seconds, jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  rotateRefreshToken: true,
  ttl: { DeviceCode: 600, AccessToken: seconds, IdToken: 900, RefreshToken: 86400, Grant: 86400, Session: 86400, Interaction: 3600 },
  extraTokenClaims: (_context, token) => token.accountId && { ...person(token.accountId), sid: token.grantId },
  issueRefreshToken: async (_context, known, code) => known.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  findAccount: async (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...person(id) }) }),
});

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on('request', provide(issuer).callback());
  console.log('ready', issuer);
});
