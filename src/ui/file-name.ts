/** Letters, digits and hyphens out of a title: a name that every file system takes. */
export const fileName = (title: string): string =>
  title
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
