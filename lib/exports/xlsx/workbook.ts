import 'server-only';
import { type ZipEntry, zipFile } from '../zip';
import { type Sheet, sheetText, sheetXml } from './sheet';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const package2006 = 'http://schemas.openxmlformats.org/package/2006';
const office2006 = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheet2006 = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;

/**
 * A workbook (Office Open XML, ISO/IEC 29500) in pieces, each sheet written as its rows come, so that its size in
 * memory does not grow with its rows. A workbook is a ZIP: one that breaks off does not open.
 */
export function workbook(sheets: readonly Sheet[], madeAt: Date): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', content: () => [contentTypes(sheets.length)] },
    {
      name: '_rels/.rels',
      content: () => [relations([['officeDocument', 'xl/workbook.xml']])],
    },
    { name: 'xl/workbook.xml', content: () => [workbookXml(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: () => [
        relations([
          ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: () => [styles] },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: () => sheetXml(sheet),
    })),
  ];
  return zipFile(entries, madeAt);
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${typeOf('worksheet')}"/>`,
  ).join('');
  return `${declaration}<Types xmlns="${package2006}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/>${parts}</Types>`;
}

function relations(targets: [type: string, target: string][]): string {
  const written = targets
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${office2006}/${type}" Target="${target}"/>`,
    )
    .join('');
  return `${declaration}<Relationships xmlns="${package2006}/relationships">${written}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const written = sheets
    .map(({ name }, i) => {
      if (!/^[^[\]:*?/\\]{1,31}$/.test(name)) throw new RangeError(`not a name for a sheet: ${name}`);
      return `<sheet name="${sheetText(name).replaceAll('"', '&quot;')}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`;
    })
    .join('');
  return `${declaration}<workbook xmlns="${sheet2006}" xmlns:r="${office2006}"><sheets>${written}</sheets></workbook>`;
}

/** Three looks: plain, bold for headers, and texts that run over several lines. */
const styles = `${declaration}<styleSheet xmlns="${sheet2006}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
