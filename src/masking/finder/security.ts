import { type Candidate, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

const SECURITY: readonly RegExp[] = [
  /(?<![\p{L}\d])(?<x>CVE-\d{4}-\d{4,7})(?!\d)/dgiu,
  /(?<![\p{L}])(?<x>(?:port|portar|vlan|subnät|subnet)(?:en|et)? \d{1,5}(?:(?:,| och| and) \d{1,5})*)(?!\d)/dgiu,
  /(?<![\p{L}])(?<x>(?:\p{L}{0,20}lösenord|lösen|password|wifi-lösen|admin-lösen)(?:et|en|s)? (?:är|was|is|heter|var|:) ?[^\s,.]+)/dgiu,
  /(?<![\p{L}])(?<x>(?:[Ww]indows (?:[Ss]erver )?(?:XP|xp|7|8|2000|2003|2008|2012|2016|NT)(?: R2)?|SMB ?v?1|TLS ?1\.[01]|SSL ?v?[23]|Exchange 20\d\d|SQL Server 20\d\d|(?:[Oo]racle|[Jj]ava|PHP|[Aa]pache|[Ff]ortiOS|ESXi|vCenter|Citrix) \d+(?:\.\d+)*|(?:version|firmware) \d+\.\d+(?:\.\d+)*))(?![\p{L}\d])/dgu,
  /(?<![\p{L}])(?<x>(?:inte|ej|aldrig|not|never) (?:har |hunnit |blivit |been |ännu |än )*(?:patchat|patchad|patchade|patchats|uppdaterat|uppdaterad|uppdaterade|segmenterat|segmenterad|segmenterade|krypterat|krypterad|krypterade|patched|updated|segmented|encrypted)(?: (?:alla |våra |den |det |the |our |in )*[\p{L}-]+)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:saknar|ingen|inget|inga|utan|no|without) (?:mfa|tvåfaktor|tvåfaktorsinloggning|tvåfaktorsautentisering|flerfaktor\p{L}*|multifaktor\p{L}*|brandvägg|segmentering|loggning|övervakning|kryptering|antivirus|edr|backup|multi-?factor|firewall)(?: (?:på|för|i|on|for) [\p{L}-]+(?: [\p{L}-]+)?)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:rdp|ssh|telnet|smb|vpn|ftp|fjärrskrivbord\p{L}*)(?:-?port\p{L}*)? (?:ligger |är |står |is |was |som är )?(?:öppen|öppet|öppna|exponerad|exponerat|open|exposed)(?: mot (?:internet|nätet))?|(?:öppen|öppna|exponerad|exponerade) (?:rdp|ssh|portar?|tjänster|servrar)(?: mot (?:internet|nätet))?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:en |ett |känd |kända |öppna? |allvarlig |flera |an? |open |known )+(?:sårbarhet|sårbarheter|säkerhetshål|säkerhetslucka|bakdörr|zero-?day|vulnerability|vulnerabilities|backdoor)(?:en|et|na)? (?:i|in) [\p{L}\d-]+(?: [\p{L}\d-]+)?)(?![\p{L}])/dgiu,
  /(?<![\p{L}])(?<x>(?:gemensamt|delat|samma|delade|shared) (?:admin\p{L}*|konto|konton|administratörs\p{L}*|root\p{L}*)(?:-?konto)?(?: och lösenord)?)(?![\p{L}])/dgiu,
];

/** What would help an attacker. Pointed out, never masked unasked: how much it tells is a judgement. */
export const findSecurity = (doc: Doc): readonly Candidate[] =>
  SECURITY.flatMap((regex) =>
    Array.from(matches(doc.plain, regex), (range) =>
      uncertain(
        range,
        'security_detail',
        `security_detail:${doc.plain.slice(range.start, range.end).toLowerCase()}`,
        'keep',
        'security',
      ),
    ),
  );
