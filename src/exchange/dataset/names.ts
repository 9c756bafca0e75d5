/** Makes a name of its parts that no variable before it has. */
export type Namer = (...parts: readonly string[]) => string;

const LONGEST = 64;
/** What SPSS keeps for itself. */
const RESERVED = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

/**
 * Names that every statistics program takes: letters a to z, digits, underscores, a letter first, at most 64, none alike
 * but for case. `A1.1` and `krav.etablerad` become `a1_1_k_krav_etablerad`; å and ä an a, ö an o.
 */
export const namer = (): Namer => {
  const taken = new Set<string>(RESERVED);
  return (...parts) => {
    const folded = parts
      .join('_')
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '');
    const base = (/^[a-z]/.test(folded) ? folded : `v_${folded}`).slice(0, LONGEST).replace(/_+$/, '');
    let name = base;
    for (let more = 2; taken.has(name); more++) {
      const tail = `_${more}`;
      name = `${base.slice(0, LONGEST - tail.length)}${tail}`;
    }
    taken.add(name);
    return name;
  };
};
