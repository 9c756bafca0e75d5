/** The coding room's screens, as addresses name them. */
export const CODING_PARTS = ['koda', 'kodbok', 'rundor', 'hitta'] as const;
export type CodingPart = (typeof CODING_PARTS)[number];
