import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './test/setup/browser.ts';
import { hasOlderPostgres } from './test/setup/older-bin.ts';

/** What an installed app shows of itself before it runs; Swedish first, as the interface. */
const manifest = {
  id: '/',
  name: 'Lägesbild',
  short_name: 'Lägesbild',
  description: 'Intervjustudier per telefon: ring, avidentifiera, koda, rapportera',
  lang: 'sv',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // Our own code registers it and decides when an update may take over: never during an interview.
      injectRegister: false,
      manifest,
      injectManifest: {
        // Everything is kept, the lazily loaded chunks too: an interview must open with no network.
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,json,csv,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      devOptions: { enabled: false },
    }),
  ],
  worker: { format: 'es' },
  build: {
    // The content security policy forbids nothing more than data: scripts, but one rule is simpler than two.
    assetsInlineLimit: 0,
  },
  test: {
    // One group after the other: the processors are shared, and journeys measure what a person would wait.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.store.test.ts'],
        },
      },
      {
        extends: true,
        // Named beforehand: a package found only while the tests run makes the page load anew in the middle of them.
        optimizeDeps: { include: ['dexie', 'fast-check', 'hash-wasm'] },
        test: {
          name: 'store',
          sequence: { groupOrder: 1 },
          include: ['src/**/*.store.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          sequence: { groupOrder: 2 },
          environment: 'node',
          include: ['test/contract/**/*.test.ts'],
          globalSetup: ['test/setup/postgres.ts'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...(hasOlderPostgres
        ? [
            {
              extends: true as const,
              test: {
                name: 'contract on PostgreSQL 15',
                sequence: { groupOrder: 5 },
                environment: 'node',
                include: ['test/contract/**/*.test.ts'],
                // What is not about the database is the same on either.
                exclude: ['test/contract/{server-backend,lock-file,outcome,supabase-cli}.test.ts'],
                globalSetup: ['test/setup/older-postgres.ts'],
                maxWorkers: 2,
                testTimeout: 60_000,
                hookTimeout: 120_000,
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: 'faults',
          sequence: { groupOrder: 3 },
          environment: 'node',
          include: ['test/faults/**/*.test.ts', 'test/driver/**/*.test.ts'],
          globalSetup: ['test/setup/postgres.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          sequence: { groupOrder: 4 },
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/setup/postgres.ts', 'test/setup/build.ts'],
          // One at a time: each drives a browser and measures what a person would wait.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
