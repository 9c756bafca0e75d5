import { analysis } from './en/analysis.ts';
import { charts } from './en/charts.ts';
import { coding } from './en/coding.ts';
import { book } from './en/coding-book.ts';
import { desk } from './en/coding-desk.ts';
import { find } from './en/coding-find.ts';
import { rounds } from './en/coding-rounds.ts';
import { common } from './en/common.ts';
import { contacts } from './en/contacts.ts';
import { device } from './en/device.ts';
import { fieldReport } from './en/field-report.ts';
import { fieldwork } from './en/fieldwork.ts';
import { instrument } from './en/instrument.ts';
import { interview } from './en/interview.ts';
import { masking } from './en/masking.ts';
import { outbox } from './en/outbox.ts';
import { progress } from './en/progress.ts';
import { register } from './en/register.ts';
import { rules } from './en/rules.ts';
import { setup } from './en/setup.ts';
import { start } from './en/start.ts';
import type { Words } from './index.ts';

/** Complete by type: a missing or superfluous word does not compile. */
export const en: Words = {
  common,
  start,
  setup,
  fieldwork,
  interview,
  masking,
  outbox,
  progress,
  rules,
  coding,
  desk,
  find,
  book,
  rounds,
  charts,
  fieldReport,
  device,
  contacts,
  instrument,
  register,
  analysis,
};
