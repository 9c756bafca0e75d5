/**
 * Suppliers and products met in Swedish municipalities. Those that nearly every organisation has (Microsoft 365,
 * Teams, Google) say nothing about who speaks and are left out on purpose; so are authorities and KLASSA.
 */
const list = (names: string): readonly string[] => names.trim().split(/\s*\|\s*/u);

export const SUPPLIERS: readonly string[] = list(
  'tietoevry | tieto evry | tieto | evry | cgi | visma | atea | advania | dustin | iver | softronic | sokigo | ist sverige | unikum | stratsys | formpipe | ida infront | knowit | sogeti | capgemini | accenture | fujitsu | orange cyberdefense | truesec | nixu | secureworks | sectra | cygate | telia cygate | tele2 företag | telenor | ' +
    'cambio | compugroup | evry one | consid | pulsen | pulsen omsorg | pulsen combine | ninetech | hogia | aditro | unit4 | agresso ab | flex applications | personec | tempus | medvind | quinyx | timecare | heroma ab | rsp | alfa kommun | alfa ecare | lifecare ab | safedo | phoniro | tunstall | careium | doro care | legevisma | cgm | ' +
    'skolon | ist education | vklass ab | infomentor | haldor | unikum ab | edlevo ab | tieto education | tyréns | sweco | afry | trimble | esri sverige | s-group | s-gis | metria | geosecma | digpro | vitec | momentum | incit | real fastighetssystem | landlord | faciliate | dedu | pythagoras | axians | conscia | proact | basefarm | orange business | binero | cleura | city network | elastx | safespring | glesys | bahnhof | ' +
    'basalt | crayon | softwareone | nexer | sigma | forefront | enfo | tieto sweden | office it-partner | office it partner | it-total | real time services | rts | aixia | nethouse | sysarb | sitevision ab | soleil | limepark | limetechnologies | lime technologies | netgain | meridion | mittkommun | hypergene | prosona | kpmg | ernst & young | deloitte | pwc | transcendent | certezza | knowit secure | omegapoint | combitech | nordlo | ekan | crowdstrike | sentor | ' +
    'e-avrop | mercell | opic | tendsign | visma commerce | pabliq | antirio | kommers | miljödata | artvise | flexite | nordic peak | abou | open up ehälsa | inera ab | telavox | soluno | trio enterprise | touchpoint | cellip | netnordic | gleissner | rejlers | ramboll | wsp | actea | itsystems | itm8 | systemstöd | devoteam | jetas | itslearning ab | nyce solutions | qmatic | ricoh | canon | konica minolta | toshiba tec',
);

export const PRODUCTS: readonly string[] = list(
  'procapita | treserva | lifecare | viva | combine | magna cura | w3d3 | platina | ephorte | public 360 | public360 | evolution | ciceron | castor | lex dokument | lex2 | diabas | castor ärende | open e | open eplattform | open e-plattform | e-tjänsteplattformen abou | artvise kundtjänst | heroma | personec p | hr plus | hrplus | medvind ab | self service hrm | primula | ' +
    'raindance | agresso | ubw | unit4 erp | economa | visma ekonomi | visma control | ekot | unit4 | proceedo | hypergene ab | stratsys verksamhetsstyrning | ist administration | ist lärande | hypernet | edlevo | extens | vklass | unikum portfolio | skola24 | schoolsoft | its learning | itslearning | quiculum | tieto edu | alvis | dexter | ' +
    'bygg-r | byggr | ecos | ecos 2 | vision | miljöreda | castor miljö | geosecma for arcgis | solen | solen x | topocad | infracontrol | vabas | future | va-banken | edp future | edp vision | daedalos | core | alerts | rakel | wis | zenit | ' +
    'sitevision | episerver | optimizely | firstclass | phoniro care | tes | tessa | carefox | laps care | lapscare | pmo | prorenata | medidoc | cosmic | senior alert | npö | mobipen | appva | mcss | evondos | jdm | nilex | easit | servicenow | topdesk | otrs | samlink | mobilityguard | phenixid | freja eid | siths | nexus | pointsharp | svensk e-identitet | ' +
    'cisco ise | fortigate | fortinet | palo alto | check point | clavister | trend micro | f-secure | withsecure | sentinelone | darktrace | vectra | rapid7 | qualys | tenable | nessus | outpost24 | holm security | splunk | elastic | veeam | commvault | rubrik | cohesity | nutanix | vmware | citrix | netscaler | netwrix | varonis | secify | junglemap | nimblr | knowbe4 | mediusflow | kivra | min ärendehantering | adato | winlas | stratsys lis | draftit | ecit | geodatasamverkan | kommun24',
);

/** Of those, names that are also ordinary words, Swedish or English: only a capital letter or context makes them products. */
export const WORDLIKE_NAMES: ReadonlySet<string> = new Set(
  list(
    'viva | combine | evolution | core | vision | future | alerts | extens | solen | tes | castor | dexter | zenit | wis | elastic | public 360 | sigma | tempus | momentum | real time services | soleil | incit | vitec | framtiden | basalt | landlord | meridion | transcendent | kommers | abou | canon | rakel | nexus | combine | iver | rts | rsp | ecos | ekot | proact | enfo | consid | dustin | pulsen | trio enterprise | tieto | opic | ekan | pmo | ubw | afry | wsp | cosmic',
  ),
);
