import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { launchOptions } from '../setup/browser.ts';

describe('the installed app', () => {
  let backend: Backend;
  let profile: string;
  const open = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, launchOptions());

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'lagesbild-profile-'));
    backend = await freshBackend({ root: inject('dist') });
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true }));

  it('starts with no server and no network in a new browser process, after one visit', async () => {
    const violations: string[] = [];
    const first = await open();
    const page = await first.newPage();
    page.on('console', (message) => {
      if (/Content[- ]Security[- ]Policy/i.test(message.text())) violations.push(message.text());
    });
    const loaded: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) loaded.push(new URL(response.url()).pathname);
    });
    await page.goto(backend.url);
    await page.waitForSelector('#root > *');
    // SurveyJS is a megabyte and a half, and only an interview needs it.
    expect(loaded.length).toBeGreaterThan(0);
    for (const path of loaded)
      expect(readFileSync(join(inject('dist'), path), 'utf8'), path).not.toMatch(/surveyjs/i);
    // As src/app does it; `ready` settles when everything is kept.
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    // The second opening is the worker's: it hears where the backend is.
    await page.reload();
    await page.waitForSelector('#root > *');
    const online = await page.evaluate(async () => (await fetch('/config.json')).json());
    expect(online).toEqual({ url: backend.url, anonKey: backend.anonKey });
    await first.close();
    const { url } = backend;
    await backend.stop();

    const second = await open();
    const again = await second.newPage();
    await again.goto(url);
    await again.waitForSelector('#root > *');
    expect(await again.title()).toContain('Lägesbild');
    expect(await again.evaluate(async () => (await fetch('/config.json')).json())).toEqual(online);
    const kept = await again.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.includes('precache'));
      const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept).toContain('/index.html');
    expect(kept).toContain('/manifest.webmanifest');
    await second.close();
    expect(violations).toEqual([]);
  });
});
