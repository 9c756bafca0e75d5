/** The parts of the lead's desk, as they stand in the address; the app's routes know them too. */
export const SETUP_PARTS = [
  'oversikt',
  'omgang',
  'fragor',
  'urval',
  'kontakter',
  'texter',
  'personer',
  'fordela',
  'regler',
] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];
