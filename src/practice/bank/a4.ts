import { type Bank, p } from './passage.ts';

export const a4: Bank = {
  'A4.1': [
    p(
      'Ja, säkerhet är en fast punkt på {kvartalsmötena|driftmötena} med de största.',
      'dialog.regelbunden',
      '+',
      'regularly',
    ),
    p(
      'Regelbundet. {En gång i månaden med driftleverantören.|Två gånger om året, med dagordning.}',
      'dialog.regelbunden',
      '+',
      'regularly',
    ),
    p('Ibland. Det beror på {vem som sitter med|vad som är på gång}.', '', '=', 'sometimes'),
    p('Då och då, när vi frågar. De tar sällan upp det själva.', 'dialog.pa_begaran', '=', 'sometimes'),
    p(
      'Bara när något har hänt. {Då pratar alla säkerhet.|Efter några veckor är det tyst igen.}',
      'uppf.vid_incident',
      '-',
      'only_at_incident',
    ),
    p('Nej. Mötena handlar om {funktioner och pris|nya versioner och fakturor}.', 'dialog.saknas', '-', 'no'),
    p('Nej, aldrig. {Det finns inget forum för det.|Vi träffar dem knappt.}', 'dialog.saknas', '-', 'no'),
    p(
      'I höstas låg en leverantör nere i flera dagar. Efter det har vi haft helt andra samtal.',
      'risk.leverantorsincident',
      '=',
    ),
    p(
      'En av våra leverantörer blev angripen och vi fick läsa om det i {tidningen|media}.',
      'risk.leverantorsincident dialog.saknas',
      '-',
    ),
    p(
      'Vi löser det ihop. De vill också att det ska fungera, {vi sitter i samma båt|det är ett gemensamt intresse}.',
      'dialog.samverkan',
      '+',
    ),
    p('Det är kontaktpersonen som avgör. Byts den ut börjar man om.', '', '='),
    p(
      'Går till så att {systemförvaltaren|it-chefen} lyfter det på mötet och de tar med sig frågan hem.',
      'dialog.pa_begaran',
      '=',
    ),
    p('Användarföreningen är det bästa forumet, där trycker vi på tillsammans.', 'dialog.samverkan', '='),
  ],
  'A4.2': [
    p(
      'Öppen. De berättar själva om {brister|vad de arbetar med} och vad som är på gång.',
      'kedja.transparens dialog.regelbunden',
      '+',
      'open',
    ),
    p(
      'Öppen med de stora, sluten med de små. {Eller om det är tvärtom.|Det är väl fråga om mognad.}',
      '',
      '=',
      'open on_request',
    ),
    p(
      'Frågar vi så får vi svar. {Utan fråga, inget.|Men frågan måste ställas.}',
      'dialog.pa_begaran',
      '=',
      'on_request',
    ),
    p('På begäran. Svaren är {korta|rätt allmänna} men de kommer.', 'dialog.pa_begaran', '=', 'on_request'),
    p('Ensidig. De skickar nyhetsbrev om hur duktiga de är.', 'dialog.saknas', '-', 'one_way'),
    p('Vi frågar men får {säljarsvar|broschyrer} tillbaka.', 'uppf.svart', '-', 'one_way'),
    p(
      'Ingen dialog om deras eget arbete. {Vi har inte tänkt på att fråga.|Det blir aldrig av.}',
      'dialog.saknas',
      '-',
      'none',
    ),
    p(
      'Vi vill att de ska våga visa hur de gör. Den som är öppen får {förtroende|vårt förtroende}.',
      'kedja.transparens',
      '+',
    ),
    p(
      'Det får bli ett krav framöver: insyn i hur de arbetar, inte bara {ett intyg|en stämpel}.',
      'kedja.transparens iso.ersatter_inte_dialog',
      '+',
    ),
    p(
      'Utan att fråga får vi veta om {driftstörningar|planerade avbrott}. Inget annat.',
      'dialog.pa_begaran',
      '=',
    ),
    p('Får ett brev varje gång de har haft en incident, det är bra.', 'kedja.transparens', '+'),
    p(
      'Bästa samtalen är när deras tekniker och våra sitter i samma rum och {löser något|ritar}.',
      'dialog.samverkan',
      '+',
    ),
    p('Juristerna har tagit över, det går inte att få ett rakt svar längre.', 'uppf.svart', '-'),
  ],
  'A4.3': [
    p(
      'Kräver en förteckning över underleverantörer och att ändringar {anmäls|meddelas i förväg}.',
      'kedja.underleverantorer kedja.transparens',
      '+',
      'subcontractor_list',
    ),
    p(
      'Har lista på underleverantörer för de tyngsta systemen. Den är {inte alltid aktuell|två år gammal}.',
      'kedja.underleverantorer',
      '=',
      'subcontractor_list',
    ),
    p(
      'Samma villkor ska gälla hela vägen ner. Det står i avtalet.',
      'kedja.underleverantorer',
      '+',
      'flow_down_terms',
    ),
    p(
      'Personuppgiftsbiträdesavtalet, där står {alla led|underbiträdena uppräknade}.',
      'kedja.pub_avtal kedja.underleverantorer',
      '=',
      'data_processing_agreement',
    ),
    p(
      'Det är biträdesavtalet vi har. {Mer än så blir det inte.|Det täcker det mesta.}',
      'kedja.pub_avtal',
      '-',
      'data_processing_agreement',
    ),
    p(
      'Krav på att driften ska ske inom landet{, i vissa fall inom unionen|}.',
      'kedja.driftmiljo drift.tredjeland',
      '+',
      'hosting_location',
    ),
    p(
      'Huvudleverantören får svara för alla. {Vi orkar inte gå längre.|En part att prata med.}',
      'drift.ansvar_tydligt',
      '=',
      'main_supplier_responsible',
    ),
    p(
      'Det hanteras inte. Vi vet vem vi har avtal med, {inte vilka som finns bakom|sedan är det dimma}.',
      'kedja.ej_kartlagd',
      '-',
      'not_addressed',
    ),
    p(
      'Inte alls kartlagt. Det {är nästa steg|har vi på vår lista}.',
      'kedja.ej_kartlagd',
      '-',
      'not_addressed',
    ),
    p('Frågar var servrarna står och vem som har händerna på dem.', 'kedja.driftmiljo', '='),
    p(
      'I riskanalysen går vi igenom underleverantörer, drift och vad som är beroende av vad.',
      'kedja.i_riskbedomning kedja.underleverantorer kedja.beroenden',
      '+',
    ),
    p(
      'Kedjan ingår numera i riskbedömningen{ inför varje avtal|}, den gjorde inte det för {tre år sedan|några år sedan}.',
      'kedja.i_riskbedomning',
      '+',
    ),
    p(
      'Upptäckte vid en genomgång att {fem|flera} system hänger på samma driftplats. Ingen visste om det.',
      'kedja.beroenden kedja.driftmiljo',
      '=',
    ),
    p(
      'Beroendena är det svåra. En inloggningstjänst slutar fungera och {allt stannar|hälften av systemen går ner}.',
      'kedja.beroenden',
      '=',
    ),
    p(
      'Leverantörerna måste vara öppna om vilka de använder, annars {går det inte att bedöma|köper vi inte}.',
      'kedja.transparens',
      '+',
    ),
    p('Får reda på underleverantörer av en slump, när någon byts ut.', 'kedja.ej_kartlagd', '-'),
    p(
      'Mejl när de byter underleverantör, och trettio dagar att säga nej. {Vi har aldrig sagt nej.|Det är i praktiken en formalitet.}',
      'kedja.underleverantorer',
      '=',
    ),
  ],
};
