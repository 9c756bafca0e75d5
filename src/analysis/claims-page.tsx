import { useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import { type JudgedClaim, judgeClaims } from '../figures/claims/judge-claims.ts';
import type { Claim, ClaimSet } from '../study/claims.ts';
import type { CodeRow } from '../study/rows.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import type { Language, Words } from '../words/index.ts';
import { shareName } from './claim-words.ts';
import { PublishClaims } from './publish-claims.tsx';
import css from './results.module.css';
import { shareWords } from './share-words.ts';
import { Thresholds } from './thresholds.tsx';
import type { Results } from './use-wave.ts';

/** What the report may claim, each with its rule's verdict and the figures it rests on. */
export const ClaimsPage = ({
  engine,
  results,
  newId,
  loadClaims,
}: {
  readonly engine: Engine;
  readonly results: Results;
  readonly newId: () => string;
  readonly loadClaims: () => Promise<string>;
}) => {
  const { analysis } = useWords();
  const { claims, claimsRows, made } = results;
  const judged = useMemo(() => (claims ? judgeClaims(claims, made.data) : []), [claims, made]);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <h1>{analysis.claims}</h1>
        <p className="muted">{analysis.claim.text}</p>
        {claimsRows.map(({ id, version, day }) => (
          <p key={id} className="small">
            {version === 1 ? analysis.claim.version(version, day) : analysis.claim.later(version, day)}
          </p>
        ))}
      </header>
      {claims ? (
        <>
          <ol className={css.claims}>
            {claims.claims.map((claim) => {
              const verdict = judged.find(({ id }) => id === claim.id);
              return verdict ? (
                <OneClaim key={claim.id} claim={claim} judged={verdict} set={claims} codes={results.codes} />
              ) : null;
            })}
          </ol>
          <Thresholds engine={engine} results={results} newId={newId} />
        </>
      ) : (
        <PublishClaims engine={engine} wave={results.wave.id} newId={newId} loadClaims={loadClaims} />
      )}
    </article>
  );
};

const OneClaim = ({
  claim,
  judged,
  set,
  codes,
}: {
  readonly claim: Claim;
  readonly judged: JudgedClaim;
  readonly set: ClaimSet;
  readonly codes: readonly CodeRow[];
}) => {
  const words = useWords();
  const language = useLanguage();
  const { analysis } = words;
  const { rule } = claim;
  return (
    <li>
      <p className={css.claimHead}>
        <span className="num muted">{claim.id}</span>
        <span className={css.verdict} data-verdict={judged.verdict ?? 'none'}>
          {verdictWords(judged, claim, words)}
        </span>
      </p>
      <p className={css.claimText}>{claim.text[language]}</p>
      {set.changeWords.some((word) => claim.text.sv.toLocaleLowerCase('sv').includes(word)) ? (
        <p className="small">{analysis.claim.change}</p>
      ) : null}
      <ul className={css.claimShares}>
        {judged.shares
          .filter(({ share }) => share.n > 0)
          .map(({ name, share, decisive }) => (
            <li key={name} className={decisive ? 'b' : undefined}>
              {shareName(name, claim, set, codes, language, words)}: {shareWords(share, language, words)}
            </li>
          ))}
      </ul>
      {judged.difference?.estimate === null || judged.difference === null ? null : (
        <p className="small">{differenceWords(judged, claim, language, words)}</p>
      )}
      {rule.kind === 'conclusion' && rule.restsOn.length > 0 ? (
        <p className="small">{analysis.claim.restsOn(rule.restsOn.join(', '))}</p>
      ) : null}
      {claim.note ? <p className="muted small">{claim.note}</p> : null}
    </li>
  );
};

const verdictWords = ({ verdict, why }: JudgedClaim, { rule }: Claim, { analysis }: Words): string => {
  if (verdict === null)
    return rule.kind === 'conclusion'
      ? analysis.claim.noVerdict.conclusion
      : analysis.claim.noVerdict.mentioned;
  const said = analysis.claim.verdicts[verdict];
  return why === null ? said : `${said}: ${analysis.claim.why[why]}`;
};

const differenceWords = (
  { difference }: JudgedClaim,
  { rule }: Claim,
  language: Language,
  { analysis }: Words,
): string => {
  const points = (value: number): string =>
    new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    }).format(rule.kind === 'spread' ? value : value * 100);
  const value = points(difference?.estimate ?? 0);
  const interval = difference?.interval
    ? difference.interval.map(points).join(' – ')
    : analysis.claim.why.no_interval;
  return rule.kind === 'spread'
    ? analysis.claim.spread(value, interval)
    : analysis.claim.difference(value, interval);
};
