import { cleanForXml, container, each, element, textElement, XML_HEAD } from '../xml/write.ts';
import { utf8, type ZipFile, zipped } from '../zip/write.ts';
import { type Cell, looksLikeFormula, type Sheet } from './sheet.ts';

/** Excel's own limits. */
const MOST_ROWS = 1_048_576;
const LONGEST_TEXT = 32_767;

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by number: 0 plain, 1 heading, 2 text that must never be taken for a formula, also when edited. */
const HEADING = 1;
const QUOTED = 2;
const STYLES = `${XML_HEAD}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/**
 * A workbook in pieces, each sheet with its headings fixed above. Texts are cells of text and never formulas; what is
 * longer than a cell can be ends in …, and rows beyond Excel's last begin a further sheet.
 */
export const writeXlsx = (sheets: readonly Sheet[]): Iterable<Uint8Array> => zipped(files(sheets));

/** How many texts a workbook would cut short. */
export const isCut = (cell: Cell): boolean => typeof cell === 'string' && cell.length > LONGEST_TEXT;

function* files(sheets: readonly Sheet[]): Generator<ZipFile> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = sheet.rows[Symbol.iterator]();
    let next = rows.next();
    for (let part = 1; part === 1 || !next.done; part++) {
      names.push(titleOf(sheet.name, part));
      const state = { next };
      yield {
        name: `xl/worksheets/sheet${names.length}.xml`,
        pieces: utf8(worksheet(sheet.columns, rows, state)),
      };
      next = state.next;
    }
  }
  yield { name: 'xl/styles.xml', pieces: utf8([STYLES]) };
  yield { name: 'xl/workbook.xml', pieces: utf8(workbook(names)) };
  yield { name: 'xl/_rels/workbook.xml.rels', pieces: utf8(workbookParts(names)) };
  yield {
    name: '_rels/.rels',
    pieces: utf8(relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])),
  };
  yield { name: '[Content_Types].xml', pieces: utf8(contentTypes(names)) };
}

/** Excel takes no longer name. */
const titleOf = (name: string, part: number): string =>
  part === 1 ? name.slice(0, 31) : `${name.slice(0, 27)}_${part}`;

interface Rest {
  next: IteratorResult<readonly Cell[]>;
}

function* worksheet(
  columns: readonly string[],
  rows: Iterator<readonly Cell[]>,
  rest: Rest,
): Generator<string> {
  yield `${XML_HEAD}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowOf(columns, 1, HEADING);
  for (let row = 2; !rest.next.done && row <= MOST_ROWS; row++) {
    yield rowOf(rest.next.value, row, 0);
    rest.next = rows.next();
  }
  yield '</sheetData></worksheet>';
}

/** Excel could do without the places; other readers cannot. */
const rowOf = (cells: readonly Cell[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `${lettersOf(at)}${row}`, style)).join('')}</row>`;

/** A to Z, AA, AB and so on. */
const lettersOf = (column: number): string =>
  `${column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

const cellOf = (cell: Cell, place: string, style: number): string => {
  if (cell === null || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const own = ` r="${place}"${style === 0 ? '' : ` s="${style}"`}`;
  if (typeof cell === 'boolean') return `<c t="b"${own}><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c${own}><v>${cell}</v></c>`;
  const quoted = looksLikeFormula(cell) ? ` r="${place}" s="${QUOTED}"` : own;
  const text = [...textElement('t', escaped(cut(cell)), { 'xml:space': 'preserve' })].join('');
  return `<c t="inlineStr"${quoted}><is>${text}</is></c>`;
};

/** Never between the halves of a surrogate pair. */
const cut = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** `_x0041_` means a character in these files, so one that is meant as it stands has its underscore written so. */
const escaped = (text: string): string => cleanForXml(text).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

const workbook = (names: readonly string[]): Iterable<string> =>
  document(
    element(
      'workbook',
      { xmlns: SHEET, 'xmlns:r': OFFICE },
      container(
        'sheets',
        each(names.entries(), ([at, name]) =>
          element('sheet', { name, sheetId: at + 1, 'r:id': `rId${at + 1}` }),
        ),
      ),
    ),
  );

const workbookParts = (names: readonly string[]): Iterable<string> =>
  relations([
    ...names.map((_, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
  ]);

const relations = (all: readonly (readonly [type: string, target: string])[]): Iterable<string> =>
  document(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      each(all.entries(), ([at, [Type, Target]]) =>
        element('Relationship', { Id: `rId${at + 1}`, Type, Target }),
      ),
    ),
  );

const contentTypes = (names: readonly string[]): Iterable<string> =>
  document(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      (function* () {
        const relation = 'application/vnd.openxmlformats-package.relationships+xml';
        yield* element('Default', { Extension: 'rels', ContentType: relation });
        yield* element('Default', { Extension: 'xml', ContentType: 'application/xml' });
        const part = (PartName: string, type: string) =>
          element('Override', { PartName, ContentType: `${PART}.${type}+xml` });
        yield* part('/xl/workbook.xml', 'sheet.main');
        yield* part('/xl/styles.xml', 'styles');
        for (const at of names.keys()) yield* part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet');
      })(),
    ),
  );

function* document(root: Iterable<string>): Generator<string> {
  yield XML_HEAD;
  yield* root;
}
