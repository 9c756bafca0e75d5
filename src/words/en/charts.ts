import type { Words } from '../index.ts';

export const charts: Words['charts'] = {
  asTable: 'As a table',
  file: 'Save',
  download: (title) => `Save “${title}” as a file`,
  svg: 'Picture (SVG)',
  png: 'Picture (PNG)',
  csv: 'The figures (CSV)',
};
