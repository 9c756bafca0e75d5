import type { ClaimSet, Counted, NamedCounted } from '../../study/claims.ts';
import {
  either,
  type Indicator,
  inCategories,
  mentioning,
  OUTSIDE,
  overlapping,
  together,
} from '../wave/indicator.ts';
import { type Share, shareOf } from '../wave/share.ts';
import type { Column, WaveData } from '../wave/wave-data.ts';

/** What a claim counts, as interviews of a wave. Themes and merged codes are already laid out as passages of their own. */
export class Counting {
  readonly #set: ClaimSet;
  readonly #wave: WaveData;
  constructor(set: ClaimSet, wave: WaveData) {
    this.#set = set;
    this.#wave = wave;
  }

  get byChance(): boolean {
    return this.#wave.design.strata.every(({ population }) => population !== null);
  }

  column(id: string): Column | undefined {
    return this.#wave.columns.find((column) => column.kind === 'judgement' && column.id === id);
  }

  has(thing: string): boolean {
    const [kind, id] = thing.split(':');
    if (kind === 'code') return this.#wave.passages.length > 0;
    return this.column(id ?? '') !== undefined;
  }

  share(counted: Counted): Share {
    return shareOf(this.indicator(counted), this.#wave.design);
  }

  indicator(counted: Counted): Indicator {
    switch (counted.of) {
      case 'judgement': {
        const column = this.column(counted.judgement);
        if (column) return inCategories(column, counted.values, 'judgeable');
        return { of: new Uint8Array(this.#wave.interviews).fill(OUTSIDE), denominator: 'judgeable' };
      }
      case 'codes':
        return mentioning(this.#wave, counted.anyOf, counted.noneOf);
      case 'same_passage':
        return overlapping(this.#wave, counted.all);
      case 'same_interview':
        return together(this.#wave, counted.all);
    }
  }

  named(counted: NamedCounted, all: Readonly<Record<string, NamedCounted>>): Indicator {
    if (counted.of !== 'either') return this.indicator(counted);
    return either(
      counted.parts.flatMap((name) => {
        const part = all[name];
        return part && part.of !== 'either' ? [this.indicator(part)] : [];
      }),
    );
  }

  /** Every value of a judgement but "does not appear". */
  distribution(id: string): readonly { name: string; share: Share; decisive: boolean }[] {
    const judgement = this.#set.judgements.find((each) => each.id === id);
    return (judgement?.values ?? [])
      .filter(({ value }) => value !== this.#set.notShown)
      .map(({ value }) => ({
        name: `${id}:${value}`,
        share: this.share({ of: 'judgement', judgement: id, values: [value] }),
        decisive: true,
      }));
  }
}
