import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesFrom, type HttpServer, serve } from './http.ts';

describe('the HTTP server', () => {
  let root: string;
  let server: HttpServer;
  const seen: Request[] = [];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lagesbild-http-'));
    root = join(folder, 'dist');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<title>Lägesbild</title>');
    writeFileSync(join(root, 'sw.js'), '//');
    writeFileSync(join(root, 'assets', 'index-abc.js'), 'export {}');
    writeFileSync(join(folder, 'secret'), 'not for visitors');
    const started = await serve({
      port: 0,
      anonKey: 'sb_publishable_x',
      pages: filesFrom(root),
      api: async (asked) => {
        seen.push(asked.clone());
        if (asked.url.includes('explode')) throw new Error('with a text nobody may read');
        return Response.json({ body: await asked.text() }, { status: 201, headers: { 'x-own': 'yes' } });
      },
    });
    if (!started.ok) throw new Error(started.error.line);
    server = started.value;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(join(root, '..'), { recursive: true, force: true });
  });
  const get = (path: string, init?: RequestInit) => fetch(`${server.origin}${path}`, init);

  /** fetch tidies paths and sets Host itself, so what an attacker sends goes by hand. */
  const raw = (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      })
        .on('error', reject)
        .end();
    });

  it('serves the page, asked for anew each time, and hashed files for ever', async () => {
    const page = await get('/');
    expect(await page.text()).toContain('Lägesbild');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
    const asset = await get('/assets/index-abc.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each(['/../secret', '/%2e%2e/secret', '/assets/../../secret', '/..%2fsecret', '/%00', '/assets'])(
    'gives nothing for %s',
    async (path) => {
      const answer = await raw(path);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('not for visitors');
    },
  );

  it('answers 400 to what is no address', async () => {
    expect((await raw('/%zz')).status).toBe(400);
  });

  it('gives another site that points its name at this machine nothing', async () => {
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil']) {
      expect((await raw('/config.json', { host })).status, host).toBe(421);
    }
    expect((await raw('/config.json', { host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('gives a page of another site nothing, and its own pages everything', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${server.port + 1}` },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ];
    for (const headers of foreign)
      for (const path of ['/config.json', '/rest/v1/rpc/hello', '/auth/v1/signup', '/'])
        expect((await raw(path, headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
    const own = { origin: server.origin, host: `127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' };
    expect((await raw('/config.json', own)).status).toBe(200);
    // A link on another page may lead here.
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await raw('/', followed)).status).toBe(200);
  });

  it('shows of the auth service what signing in with a passphrase takes, and no code that could be guessed', async () => {
    for (const path of [
      'otp',
      'verify',
      'recover',
      'magiclink',
      'resend',
      'authorize',
      'admin/users',
      'callback',
    ])
      expect((await get(`/auth/v1/${path}`, { method: 'POST' })).status, path).toBe(405);
    expect((await raw('/auth/v1/signup/../otp')).status).toBe(404);
    expect((await raw('/auth/v1/signup%2f..%2fotp')).status).toBe(404);
    expect((await get('/auth/v1/token?grant_type=password', { method: 'POST' })).status).toBe(201);
  });

  it('hands requests to the API whole and brings its answers back, never stored', async () => {
    const answer = await get('/rest/v1/rpc/x?a=b', { method: 'POST', body: 'åäö', headers: { apikey: 'k' } });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ body: 'åäö' });
    expect(answer.headers.get('x-own')).toBe('yes');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const asked = seen.at(-1);
    expect(asked?.url).toBe(`${server.origin}/rest/v1/rpc/x?a=b`);
    expect(asked?.headers.get('apikey')).toBe('k');
  });

  it('refuses a body that no batch could be', async () => {
    const answer = await get('/rest/v1/rpc/x', { method: 'POST', body: new Uint8Array(17 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });

  it('answers 500 without words when the API throws, and goes on', async () => {
    const answer = await get('/rest/v1/explode');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('');
    expect((await get('/')).status).toBe(200);
  });

  it('says in one line that its port is taken', async () => {
    const second = await serve({
      port: server.port,
      anonKey: '',
      pages: () => {},
      api: async () => new Response(),
    });
    expect(second).toMatchObject({ ok: false, error: { type: 'port_in_use' } });
  });
});
