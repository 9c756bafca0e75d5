/**
 * The house (docs/decisions/0001-the-house.md): imports run one way.
 * app -> features -> {engine, ui, words, pure rooms, study}; ui -> words;
 * engine -> sync -> store -> vault, each also -> study; tools -> {engine, words, pure rooms, study}; server -> study.
 */
const features = 'setup|fieldwork|interview|coding|analysis|report';
const pure = 'figures|masking|exchange|practice';
/** A room may import itself, what is listed, and packages; nothing else below src. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: `^src/(${from})/` },
  to: { path: '^src/', pathNot: `^src/(${to})(/|$)` },
});
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    only('study-is-the-ground', 'study', 'study'),
    only('pure-rooms-see-study-only', pure, `study|${pure}`),
    {
      name: 'pure-rooms-are-apart',
      severity: 'error',
      from: { path: `^src/(${pure})/` },
      to: { path: `^src/(${pure})/`, pathNot: '^src/$1/' },
    },
    only('vault', 'vault', 'vault|study'),
    only('store', 'store', 'store|vault|study'),
    only('sync', 'sync', 'sync|store|vault|study'),
    only('engine', 'engine', 'engine|sync|store|vault|study'),
    only('words', 'words', 'words|study'),
    only('ui', 'ui', 'ui|words'),
    only('features', features, `${features}|engine|ui|words|${pure}|study`),
    {
      name: 'features-are-apart',
      severity: 'error',
      from: { path: `^src/(${features})/` },
      to: { path: `^src/(${features})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'app',
      severity: 'error',
      // The composition root may import what it composes.
      from: { path: '^src/app/', pathNot: '^src/app/(world|compose|practice)[.]tsx?$' },
      to: { path: '^src/', pathNot: `^src/(app|${features}|engine|ui|words|study)/` },
    },
    only('tools', 'tools', `tools|engine|words|${pure}|study`),
    only('server', 'server', 'server|study'),
    {
      name: 'pure-is-pure',
      severity: 'error',
      from: { path: `^src/(study|${pure})/`, pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'react-stays-on-screen',
      severity: 'error',
      from: { path: `^src/(study|${pure}|vault|store|sync|engine|tools|server)/` },
      to: { path: 'node_modules/react' },
    },
    {
      name: 'surveyjs-only-in-the-interview',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(interview|setup)/' },
      to: { path: 'node_modules/survey-' },
    },
    {
      name: 'supabase-only-in-sync',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sync|server)/' },
      to: { path: 'node_modules/@supabase' },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '[.]test[.]tsx?$' },
  },
};
