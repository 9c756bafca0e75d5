import { useEffect, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import { type InterviewMeasures, type OwnQuality, qualityOf } from '../../study/own-quality.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useSource } from '../../ui/use-source.ts';
import type { Language } from '../../words/index.ts';
import css from './own.module.css';

/** How one interviews, for oneself: computed here, shown here, sent nowhere. The screen says so. */
export const OwnScreen = ({ engine }: { readonly engine: Engine }) => {
  const { own } = useWords().interview;
  const view = useSource(engine.view);
  const [measures, setMeasures] = useState<readonly InterviewMeasures[] | null>(null);
  useEffect(() => {
    let here = true;
    void engine.ownMeasures().then((read) => {
      if (here) setMeasures(read);
    });
    return () => {
      here = false;
    };
  }, [engine]);
  const waves = [...new Set(measures?.map(({ wave }) => wave))].map((id) => ({
    id,
    row: view.get('wave', id),
    quality: qualityOf(measures?.filter(({ wave }) => wave === id) ?? []),
  }));
  return (
    <main className={css.page}>
      <h1>{own.title}</h1>
      <p className={css.text}>{own.text}</p>
      {measures?.length === 0 ? (
        <EmptyState title={own.none}>{null}</EmptyState>
      ) : (
        waves.map(({ id, row, quality }) => (
          <section key={id} className={css.wave}>
            <h2>{row?.pilot ? own.pilot(row.label) : own.wave(row?.label ?? '')}</h2>
            <Quality quality={quality} />
          </section>
        ))
      )}
    </main>
  );
};

const number = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits }).format(
    value,
  );

const Quality = ({ quality }: { readonly quality: OwnQuality }) => {
  const { own } = useWords().interview;
  const language = useLanguage();
  const say = (value: number, digits?: number): string => number(value, language, digits);
  const share = (part: number): string => {
    const percent = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { style: 'percent' });
    return quality.asked === 0
      ? own.unknown
      : own.share(say(part), say(quality.asked), percent.format(part / quality.asked));
  };
  const lines: readonly (readonly [string, string])[] = [
    [own.count, say(quality.interviews)],
    [own.minutes, quality.minutes === null ? own.unknown : own.minutesValue(say(quality.minutes))],
    [own.words, quality.words === null ? own.unknown : say(quality.words)],
    [own.dontKnow, share(quality.dontKnow)],
    [own.refused, share(quality.refused)],
    [own.probes, say(quality.probes, 1)],
    [own.quotes, own.ofWhich(say(quality.quotes, 1), say(quality.verbatim, 1))],
  ];
  return (
    <>
      <dl className={css.lines}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{own.minutesHint}</p>
    </>
  );
};
