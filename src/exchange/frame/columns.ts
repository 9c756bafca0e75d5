/** Which column of a file holds what; null where the heading does not say, so that a person must. */
export const FRAME_COLUMNS = ['code', 'name', 'stratum'] as const;
export type FrameColumn = (typeof FRAME_COLUMNS)[number];
export type ColumnMap = Readonly<Record<FrameColumn, number | null>>;
export type FullColumnMap = Readonly<Record<FrameColumn, number>>;

/** In the order of how sure they are; compared without case, spaces and signs. */
const NAMES: Readonly<Record<FrameColumn, readonly string[]>> = {
  code: [
    ...['code', 'kod', 'kommunkod', 'municipalitycode', 'organisationsnummer', 'orgnr', 'orgnummer'],
    ...['organisationnumber', 'id', 'nr', 'nummer'],
  ],
  name: ['name', 'namn', 'kommunnamn', 'kommun', 'municipality', 'organisation', 'organization'],
  stratum: ['stratum', 'strata', 'stratumnamn', 'urvalsgrupp', 'kommungrupp', 'grupp', 'group'],
};

const plain = (heading: string): string => heading.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]/gu, '');

export const matchColumns = (heading: readonly string[]): ColumnMap => {
  const plains = heading.map(plain);
  const find = (column: FrameColumn): number | null => {
    for (const name of NAMES[column]) {
      const at = plains.indexOf(name);
      // Twice the same heading says nothing.
      if (at !== -1 && plains.indexOf(name, at + 1) === -1) return at;
    }
    return null;
  };
  return { code: find('code'), name: find('name'), stratum: find('stratum') };
};

/** All three, each another column; null while something is to be chosen. */
export const fullMap = ({ code, name, stratum }: ColumnMap): FullColumnMap | null =>
  code === null || name === null || stratum === null || new Set([code, name, stratum]).size < 3
    ? null
    : { code, name, stratum };
