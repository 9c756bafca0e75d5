import type { Instrument } from '../../study/instrument.ts';
import type { WaveRow } from '../../study/rows.ts';
import { useWords } from '../../ui/language.tsx';
import { fillScript } from '../session/script.ts';
import css from './sheets.module.css';

/** What is read out: opening, answers to objections, closing. Once, however many sheets there are. */
export const Script = ({
  instrument,
  wave,
  language,
}: {
  readonly instrument: Instrument;
  readonly wave: WaveRow;
  readonly language: 'sv' | 'en';
}) => {
  const { sheets, side } = useWords().interview;
  const fill = (text: string): string =>
    fillScript(
      text.replaceAll('{receipt}', sheets.onSheet),
      { caseName: sheets.blankCase, receipt: null },
      wave,
    );
  return (
    <article className={css.script}>
      <h1>{instrument.title[language]}</h1>
      <h2>{sheets.readFirst}</h2>
      {instrument.opening.map((part) => (
        <p key={part.id} className={css.read}>
          {fill(part.text[language])}
        </p>
      ))}
      <h2>{side.objections}</h2>
      <dl>
        {instrument.objections.map((card) => (
          <div key={card.id} className={css.card}>
            <dt>{card.title[language]}</dt>
            <dd>{fill(card.text[language])}</dd>
          </div>
        ))}
      </dl>
      <h2>{sheets.readLast}</h2>
      {instrument.closing.map((part) => (
        <p key={part.id} className={css.read}>
          {fill(part.text[language])}
        </p>
      ))}
    </article>
  );
};
