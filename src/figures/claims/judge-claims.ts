import type { Claim, ClaimRule, ClaimSet, Counted, NamedCounted } from '../../study/claims.ts';
import type { Estimate } from '../shares/estimate.ts';
import { paired } from '../shares/paired.ts';
import { pairTable, type Share, shareOf } from '../wave/share.ts';
import type { WaveData } from '../wave/wave-data.ts';
import { Counting } from './counting.ts';
import { spreadDifference } from './spread.ts';

/** sv: stöds, stöds inte, går inte att avgöra. */
export type Verdict = 'supported' | 'not_supported' | 'undecidable';

/** Why a claim cannot be decided, for words on the page. */
export type WhyNot =
  | 'no_interval' // the sample was not drawn by chance, or there is nobody to count
  | 'threshold_open' // the lead has fixed no threshold
  | 'interval_covers' // the interval covers the threshold, or 0
  | 'unreliable' // coders agree too little on what it rests on
  | 'not_judged'; // the judgement has not been made

export interface JudgedClaim {
  readonly id: string;
  /** null for kinds that have none: mentioned and conclusion. */
  readonly verdict: Verdict | null;
  readonly why: WhyNot | null;
  /** In the order to be printed; `decisive` decides. */
  readonly shares: readonly { readonly name: string; readonly share: Share; readonly decisive: boolean }[];
  /** X less Y, or spread less spread. */
  readonly difference: Estimate | null;
}

/** What agreement says of a thing counted: `judgement:<id>` or `code:<id>`. Not printed under the lower bound. */
export type Reliable = (thing: string) => boolean;

export const judgeClaims = (
  set: ClaimSet,
  wave: WaveData,
  reliable: Reliable = () => true,
): readonly JudgedClaim[] => set.claims.map((claim) => judge(claim, set, wave, reliable));

const judge = (claim: Claim, set: ClaimSet, wave: WaveData, reliable: Reliable): JudgedClaim => {
  const book = new Counting(set, wave);
  const bare = { id: claim.id, verdict: null, why: null, difference: null } as const;
  const plain = (counted: readonly Counted[], prefix: string) =>
    counted.map((each, at) => ({ name: `${prefix}${at + 1}`, share: book.share(each), decisive: false }));
  const { rule } = claim;
  const settled = (
    [verdict, why]: readonly [Verdict, WhyNot | null],
    rest: Pick<JudgedClaim, 'shares' | 'difference'>,
  ): JudgedClaim => {
    const missing = thingsOf(rule).find((thing) => !book.has(thing));
    const doubtful = thingsOf(rule).some((thing) => !reliable(thing));
    const reason = missing === undefined ? (doubtful ? 'unreliable' : null) : 'not_judged';
    return { id: claim.id, ...rest, verdict: reason ? 'undecidable' : verdict, why: reason ?? why };
  };
  switch (rule.kind) {
    case 'mentioned':
      return { ...bare, shares: [...plain(rule.mentions, 'mentions'), ...plain(rule.against, 'against')] };
    case 'conclusion':
      return { ...bare, shares: plain(rule.mentions, 'mentions') };
    case 'most':
    case 'threshold': {
      const shares = Object.entries(rule.shares).map(([name, counted]) => ({
        name,
        share: shareOf(book.named(counted, rule.shares), wave.design),
        decisive: name === rule.decisive,
      }));
      const decisive = shares.find((share) => share.decisive)?.share;
      return settled(overThreshold(decisive, rule.threshold), {
        shares: [...shares, ...plain(rule.beside, 'beside')],
        difference: null,
      });
    }
    case 'x_over_y': {
      const [more, less] = [book.indicator(rule.more), book.indicator(rule.less)];
      const got = paired(pairTable(more, less));
      const difference = got.ok ? (book.byChance ? got.value : withoutInterval(got.value)) : null;
      return settled(side(difference), {
        shares: [
          { name: 'more', share: shareOf(more, wave.design), decisive: true },
          { name: 'less', share: shareOf(less, wave.design), decisive: true },
          ...plain(rule.beside, 'beside'),
        ],
        difference,
      });
    }
    case 'varies': {
      const shares = rule.judgements.flatMap((id) => book.distribution(id));
      return settled(
        noneLarge(
          rule.judgements.map((id) => book.distribution(id)),
          rule.largestUnder,
        ),
        {
          shares,
          difference: null,
        },
      );
    }
    case 'spread': {
      const [one, other] = [book.column(rule.judgement), book.column(rule.against)];
      const got = one && other ? spreadDifference(one, other) : null;
      const difference = got && !book.byChance ? withoutInterval(got) : got;
      return settled(side(difference), {
        shares: [...book.distribution(rule.judgement), ...book.distribution(rule.against)],
        difference,
      });
    }
  }
};

const withoutInterval = ({ p: _, ...estimate }: Estimate): Estimate => ({
  ...estimate,
  interval: null,
  reason: 'The sample was not drawn by chance, so no interval can be given.',
});

const printed = (share: Share): Estimate => share.weighted ?? share.unweighted;

const overThreshold = (
  share: Share | undefined,
  threshold: number | null,
): readonly [Verdict, WhyNot | null] => {
  if (threshold === null) return ['undecidable', 'threshold_open'];
  const interval = share ? printed(share).interval : null;
  if (!interval) return ['undecidable', 'no_interval'];
  if (threshold === 0.5 ? interval[0] > threshold : interval[0] >= threshold) return ['supported', null];
  return interval[1] < threshold ? ['not_supported', null] : ['undecidable', 'interval_covers'];
};

const side = (difference: Estimate | null): readonly [Verdict, WhyNot | null] => {
  if (!difference?.interval) return ['undecidable', 'no_interval'];
  if (difference.interval[0] > 0) return ['supported', null];
  return difference.interval[1] < 0 ? ['not_supported', null] : ['undecidable', 'interval_covers'];
};

/** Varies: in each judgement even the largest category stays under the limit. */
const noneLarge = (
  distributions: readonly (readonly { readonly share: Share }[])[],
  limit: number,
): readonly [Verdict, WhyNot | null] => {
  const largest = distributions.map((shares) =>
    shares
      .map(({ share }) => share)
      .sort((a, b) => (printed(b).estimate ?? 0) - (printed(a).estimate ?? 0))
      .at(0),
  );
  const intervals = largest.map((share) => (share ? printed(share).interval : null));
  if (intervals.some((interval) => !interval)) return ['undecidable', 'no_interval'];
  if (intervals.every((interval) => interval && interval[1] < limit)) return ['supported', null];
  return intervals.some((interval) => interval && interval[0] >= limit)
    ? ['not_supported', null]
    : ['undecidable', 'interval_covers'];
};

/** Judgements a rule rests on; a code that is nowhere is a count of 0, not a gap. */
const thingsOf = (rule: ClaimRule): readonly string[] => {
  const of = (counted: NamedCounted): readonly string[] => {
    switch (counted.of) {
      case 'judgement':
        return [`judgement:${counted.judgement}`];
      case 'codes':
        return [...counted.anyOf, ...(counted.noneOf ?? [])].map((code) => `code:${code}`);
      case 'same_passage':
      case 'same_interview':
        return counted.all.flat().map((code) => `code:${code}`);
      case 'either':
        return [];
    }
  };
  switch (rule.kind) {
    case 'most':
    case 'threshold':
      return Object.values(rule.shares).flatMap(of);
    case 'x_over_y':
      return [...of(rule.more), ...of(rule.less)];
    case 'varies':
      return rule.judgements.map((id) => `judgement:${id}`);
    case 'spread':
      return [`judgement:${rule.judgement}`, `judgement:${rule.against}`];
    case 'mentioned':
      return [...rule.mentions, ...rule.against].flatMap(of);
    case 'conclusion':
      return rule.mentions.flatMap(of);
  }
};
