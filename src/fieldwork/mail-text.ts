import type { Instrument } from '../study/instrument.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { InstrumentRow, WaveRow } from '../study/rows.ts';
import type { Language, Words } from '../words/index.ts';

const questionLines = (instrument: Instrument, language: Language): readonly string[] =>
  instrument.sections.flatMap((section) => [
    '',
    section.title[language],
    ...section.questions.map((question) => `${question.id} ${question.text[language]}`),
  ]);

/** Information and question list, ready to paste into a mail; `when` as words, or null where none is agreed. */
export const mailText = (
  wave: Pick<WaveRow, 'fields'>,
  definition: InstrumentRow['definition'] | undefined,
  when: string | null,
  { mail }: Words['fieldwork'],
  language: Language,
): string => {
  const { sponsor, controller, notice_url, withdraw_until } = wave.fields;
  const gap = (text: string): string => text.trim() || '…';
  const parsed = definition === undefined ? null : parseInstrument(definition);
  return [
    mail.hello,
    '',
    mail.thanks,
    ...(when === null ? [] : [mail.when(when)]),
    '',
    mail.about(gap(sponsor), gap(controller)),
    mail.notice(gap(notice_url)),
    mail.withdraw(gap(withdraw_until)),
    ...(parsed?.ok ? ['', mail.questions, ...questionLines(parsed.value, language)] : []),
  ].join('\n');
};
