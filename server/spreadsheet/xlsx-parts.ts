import { escapedText } from './xlsx-text.js';

// The parts of a workbook that do not depend on its rows: ECMA-376, SpreadsheetML.

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const contentTypeOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the cell formats in `stylesPart`. */
export const style = {
  plain: 0,
  header: 1,
  text: 2,
  error: 3,
  isoDay: 4,
  isoInstant: 5,
  day: 6,
  instant: 7,
  grouped: 8,
  isoMonth: 9,
  month: 10,
} as const;

/** Styles of numbers: days, instants and months count from 1900; grouped by thousands, as the reader's Excel writes them. */
export type NumberStyle = 'isoDay' | 'isoInstant' | 'day' | 'instant' | 'grouped' | 'isoMonth' | 'month';

export function contentTypesPart(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${contentTypeOf}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypeOf}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypeOf}.styles+xml"/>${overrides.join('')}</Types>`;
}

export const packageRelationsPart = `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function workbookPart(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function workbookRelationsPart(sheets: number): string {
  const targets = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${declaration}<Relationships xmlns="${office}/package/2006/relationships">${targets.join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}

// numbers of formats below 164 are Excel's own: 3 is "#,##0"
const dayCodes = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'dd/mm/yyyy', 'dd/mm/yyyy hh:mm', 'yyyy-mm', 'mm/yyyy'];
const dayFormats = dayCodes
  .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
  .join('');
const numberStyles = [164, 165, 166, 167, 3, 168, 169]
  .map(
    (format) =>
      `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  .join('');

/** Number format 49 is "Text": what is typed over such a cell stays a text, so that Excel spares a mended NIK. */
export const stylesPart = `${declaration}<styleSheet xmlns="${main}"><numFmts count="6">${dayFormats}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>${numberStyles}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Start of a sheet: the first row stays in sight. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** End of a sheet, with a filter over `range`, for instance "A1:H51". */
export function sheetEnd(range: string): string {
  return `</sheetData><autoFilter ref="${range}"/></worksheet>`;
}

/** A sheet's name has at most 31 characters and none of `[]:*?/\`; Excel mends nothing of it. */
export function sheetNameOf(name: string): string {
  const plain = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return plain.slice(0, 31).trim() || 'Data';
}

function attributeText(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;');
}
