import { cpus } from 'node:os';
import { chromium } from 'playwright-core';
import { launchOptions } from '../setup/browser.ts';
import { benchCallList } from './call-list.ts';
import { benchDesk } from './desk.ts';
import { benchFrameImport } from './frame-import.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchOfflineStart } from './offline-start.ts';
import { servePages } from './pages.ts';
import { benchPassages } from './passages.ts';
import { startServer } from './server.ts';
import { benchSync } from './sync.ts';

/** `npm run bench`, or one of them: `npm run bench -- keystroke`. Prints tables and keeps nothing. */
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

const [cpu] = cpus();
console.log(`${cpus().length} x ${cpu?.model ?? 'unknown processor'}, Node ${process.version}`);
if (isWanted('calls')) benchCallList();
const pages = await servePages();
try {
  if (isWanted('passages')) await benchPassages(pages.origin);
  if (isWanted('desk')) await benchDesk(pages.origin);
  if (isWanted('keystroke')) {
    const server = await startServer();
    const browser = await chromium.launch(launchOptions());
    await benchKeystroke(browser, server.link, pages.origin);
    await browser.close();
    await server.stop();
  }
  if (isWanted('frame')) {
    const server = await startServer();
    const browser = await chromium.launch(launchOptions());
    await benchFrameImport(browser, server);
    await browser.close();
    await server.stop();
  }
  if (isWanted('start')) {
    const server = await startServer();
    await benchOfflineStart(server, pages);
  }
  if (isWanted('sync')) {
    const server = await startServer();
    await benchSync(server);
    await server.stop();
  }
} finally {
  await pages.stop();
}
