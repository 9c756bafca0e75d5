import type { Page } from 'playwright-core';
import type { Role } from '../../../src/study/rows.ts';
import { beginning, button, heading, sv } from './app.ts';

/** The practice study as a newcomer meets it: by the link that the server printed, and one click. */
export const startPractice = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await button(page, beginning(sv.start.choose.practice)).click();
  // A hundred interviews are written in front of one's eyes.
  await page.getByRole('navigation', { name: sv.common.nav.label }).waitFor({ timeout: 60_000 });
  await heading(page, sv.setup.overview.interviews).waitFor();
};

const banner = (page: Page) => page.getByRole('region', { name: sv.common.practice.banner });

/** One click makes one somebody else, at the first screen of the role. */
export const become = async (page: Page, role: Role): Promise<void> => {
  await button(banner(page), sv.common.roles[role]).click();
  const first = { lead: sv.common.nav.setup, interviewer: sv.common.nav.calls, coder: sv.common.nav.coding }[
    role
  ];
  const nav = page.getByRole('navigation', { name: sv.common.nav.label });
  await nav.getByRole('link', { name: first }).and(page.locator('[aria-current=page]')).waitFor();
};

/** Every screen of it says that all is invented. */
export const saysInvented = (page: Page): Promise<boolean> => banner(page).isVisible();
