import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, type Scene } from './scene.ts';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (header: object, claims: object, secret: string): string => {
  const body = `${encode(header)}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
};
const HS256 = { alg: 'HS256', typ: 'JWT' };

/** Who somebody is, is what the server signed, and nothing else. */
describe('tokens', () => {
  let scene: Scene;
  let token: string;
  let claims: Record<string, unknown>;
  beforeAll(async () => {
    scene = await openScene();
    const { data } = await scene.lead.client.auth.getSession();
    token = data.session?.access_token ?? '';
    claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  });
  afterAll(() => scene.home.stop());

  const pull = (bearer: string): Promise<Response> =>
    fetch(`${scene.home.url}/rest/v1/rpc/pull`, {
      method: 'POST',
      headers: {
        apikey: scene.home.anonKey,
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ feed: 'study', cursor: '', size: 10 }),
    });

  it('takes its own', async () => {
    expect((await pull(token)).status).toBe(200);
  });

  it('takes none that was tampered with', async () => {
    const [header, , signature] = token.split('.');
    const other = encode({ ...claims, sub: scene.coder.id });
    expect((await pull(`${header}.${other}.${signature}`)).status).toBe(401);
    expect((await pull(`${header}.${encode({ ...claims, role: 'service_role' })}.${signature}`)).status).toBe(
      401,
    );
    expect((await pull(token.slice(0, -4))).status).toBe(401);
    expect((await pull('nonsense')).status).toBe(401);
  });

  it('takes none that is unsigned, or signed with a secret that everybody knows', async () => {
    const later = { ...claims, exp: Math.floor(Date.now() / 1000) + 3600 };
    expect((await pull(`${encode({ alg: 'none', typ: 'JWT' })}.${encode(later)}.`)).status).toBe(401);
    for (const secret of [
      'unsafe-secret-change-me',
      'super-secret-jwt-token-with-at-least-32-characters-long',
      scene.home.anonKey,
      '',
    ])
      expect((await pull(sign(HS256, later, secret || ' '))).status, secret).toBe(401);
  });

  it('takes none that has run out', async () => {
    // Only where the secret is ours can one be made; a hosted project's own tokens hold for an hour.
    const secret = scene.home.jwtSecret ?? 'not-ours';
    const past = Math.floor(Date.now() / 1000) - 60;
    const fresh = sign(HS256, { ...claims, exp: past + 3600 }, secret);
    expect((await pull(fresh)).status).toBe(scene.home.jwtSecret === null ? 401 : 200);
    expect((await pull(sign(HS256, { ...claims, iat: past - 60, exp: past }, secret))).status).toBe(401);
  });

  it('knows a signed token of nobody for nobody', async () => {
    const secret = scene.home.jwtSecret ?? 'not-ours';
    const stranger = sign(HS256, { ...claims, sub: crypto.randomUUID() }, secret);
    const response = await pull(stranger);
    const body = response.ok ? await response.json() : { rows: [] };
    expect(body).toMatchObject({ rows: [] });
  });
});
