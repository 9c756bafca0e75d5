import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, freshBackend } from '../setup/backend.ts';

describe('the API over HTTP', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await freshBackend();
  });
  afterAll(() => backend.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${backend.url}${path}`, { headers });

  it('tells the app where its backend is', async () => {
    const response = await get('/config.json');
    expect(await response.json()).toEqual({ url: backend.url, anonKey: backend.anonKey });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a request without the publishable key, and with another one', async () => {
    expect((await get('/rest/v1/rpc/hello')).status).toBe(401);
    expect((await get('/rest/v1/rpc/hello', { apikey: 'sb_publishable_other' })).status).toBe(401);
  });

  it('shows nothing of the API but rest and auth', async () => {
    for (const path of [
      '/_system/config',
      '/_system/info',
      '/_system/introspect',
      '/studio',
      '/storage/v1/bucket',
    ]) {
      expect((await get(path, { apikey: backend.anonKey })).status, path).toBe(404);
    }
  });

  it('sends the security headers with every answer', async () => {
    for (const path of ['/config.json', '/nothing', '/auth/v1/health']) {
      const { headers } = await get(path, { apikey: backend.anonKey });
      expect(headers.get('content-security-policy'), path).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });
});
