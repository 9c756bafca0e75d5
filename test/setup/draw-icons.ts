import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from './browser.ts';

/** Draws the icons of the installed app from public/icon.svg: `node --import tsx test/setup/draw-icons.ts`. */
const folder = fileURLToPath(new URL('../../public/', import.meta.url));
const svg = readFileSync(`${folder}icon.svg`, 'utf8');
const browser = await chromium.launch(launchOptions());
/** A maskable icon may be cut to a circle of 80 %, so its picture is smaller and its ground goes to the edge. */
const draw = async (name: string, size: number, { maskable }: { maskable: boolean }): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const picture = maskable ? svg.replace('viewBox="0 0 512 512"', 'viewBox="-56 -56 624 624"') : svg;
  const ground = maskable ? '#0a5c6b' : 'transparent';
  await page.setContent(
    `<style>html,body{margin:0;background:${ground}}svg{display:block;width:100vw;height:100vh}</style>${picture}`,
  );
  writeFileSync(`${folder}${name}.png`, await page.screenshot({ omitBackground: !maskable }));
  await page.close();
};
await draw('icon-192', 192, { maskable: false });
await draw('icon-512', 512, { maskable: false });
await draw('icon-maskable-512', 512, { maskable: true });
await browser.close();
