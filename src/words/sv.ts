import { analysis } from './sv/analysis.ts';
import { charts } from './sv/charts.ts';
import { coding } from './sv/coding.ts';
import { book } from './sv/coding-book.ts';
import { desk } from './sv/coding-desk.ts';
import { find } from './sv/coding-find.ts';
import { rounds } from './sv/coding-rounds.ts';
import { common } from './sv/common.ts';
import { contacts } from './sv/contacts.ts';
import { device } from './sv/device.ts';
import { fieldReport } from './sv/field-report.ts';
import { fieldwork } from './sv/fieldwork.ts';
import { instrument } from './sv/instrument.ts';
import { interview } from './sv/interview.ts';
import { masking } from './sv/masking.ts';
import { outbox } from './sv/outbox.ts';
import { progress } from './sv/progress.ts';
import { register } from './sv/register.ts';
import { rules } from './sv/rules.ts';
import { setup } from './sv/setup.ts';
import { start } from './sv/start.ts';

/** Swedish comes first: its shape is the type that every other language must fill. */
export const sv = {
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
