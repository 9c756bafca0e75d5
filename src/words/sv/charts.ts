/** Under varje diagram. */
export const charts = {
  asTable: 'Som tabell',
  file: 'Spara',
  download: (title: string) => `Spara ”${title}” som fil`,
  svg: 'Bild (SVG)',
  png: 'Bild (PNG)',
  csv: 'Siffrorna (CSV)',
};
