/** Nouns of things that happen to a municipality's systems; compounds end in them ("ransomwareattacken"). */
export const INCIDENT_NOUNS =
  '(?:[\\p{L}-]{0,30}(?:attack|angrepp|intrång|haveri|avbrott|driftstopp|driftsstopp|stopp|läcka|läckage|krasch|incident|virus|översvämning|brand|branden|utpressning|kryptering|bedrägeri|krisen|stormen|breach|outage|bränder|händelse|nätfiske)(?:et|en|er|erna|ets|ens|n|s|ts|t|an|or|orna)?|ransomware|phishing)';
/** Verbs of the same: "blev hackade", "låg nere". */
export const INCIDENT_VERBS =
  '(?:(?:blev|blivit|var|varit|blir|got|were|was) (?:vi |ju |också |helt |even )?(?:hackade|hackad|hackat|hacked|attackerade|angripna|utsatta|drabbade|krypterade|lurade|attacked|hit|breached)|låg (?:allt |hela systemet |allting |vi |systemen )?nere|gick (?:allt |allting |systemen |vi )?ner|hackades|drabbades|attackerades|utsattes|angreps)';
export const MONTHS =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|aug|sept|okt|nov|dec|january|february|march|may|june|july|august|october)';
