import { fileFault } from './faults';
import { attribute, unescapeXml, wholeXml } from './xlsx-xml';
import type { Zip } from './zip';

/** What the sheets of a workbook have in common. */
export type WorkbookParts = {
  workbook: string;
  relations: string;
  /** Each shared text as the XML within its element. */
  shared: string[];
  /** Styles of cells as XML, with nothing but how numbers look. */
  styles: string;
  /** Whether days are counted from 1904. */
  from1904: boolean;
};

/** Characters of the parts that are read as a whole. */
const largestPart = 20_000_000;
const largestTexts = 400_000_000;

/** Reads what the sheets of a workbook have in common. Throws `entities`, `too-large` or `damaged`. */
export async function workbookParts(zip: Zip): Promise<WorkbookParts> {
  const part = (name: string, most: number) => (zip.names.includes(name) ? wholeXml(zip, name, most) : '');
  const workbook = await part('xl/workbook.xml', largestPart);
  const relations = await part('xl/_rels/workbook.xml.rels', largestPart);
  if (relations === '')
    throw fileFault('damaged', { file: zip.file.name, column: 'xl/_rels/workbook.xml.rels' });
  const shared = relatedPath(relations, 'sharedStrings') ?? 'xl/sharedStrings.xml';
  const styles = relatedPath(relations, 'styles') ?? 'xl/styles.xml';
  const properties = /<workbookPr\b([^>]*)>/.exec(workbook)?.[1] ?? '';
  return {
    workbook,
    relations,
    shared: textsOf(await part(shared, largestTexts)),
    styles: numberStyles(await part(styles, largestPart)),
    from1904: ['1', 'true'].includes(attribute(properties, 'date1904') ?? ''),
  };
}

/** The sheets in their order, and where each lies in the archive; null = it is no sheet of cells. */
export function sheetPaths({ workbook, relations }: WorkbookParts): { name: string; path: string | null }[] {
  return [...workbook.matchAll(/<sheet\b([^>]*)>/g)].map(([, attributes = '']) => ({
    name: unescapeXml(attribute(attributes, 'name') ?? ''),
    path: relatedPath(relations, 'worksheet', attribute(attributes, 'id') ?? ''),
  }));
}

function relatedPath(relations: string, type: string, id?: string): string | null {
  for (const [, attributes = ''] of relations.matchAll(/<Relationship\b([^>]*)>/g)) {
    if (!attribute(attributes, 'Type')?.endsWith(`/${type}`)) continue;
    if (id !== undefined && attribute(attributes, 'Id') !== id) continue;
    const target = unescapeXml(attribute(attributes, 'Target') ?? '');
    return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
  }
  return null;
}

function textsOf(xml: string): string[] {
  return Array.from(xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g), ([, inner = '']) => inner);
}

/** The styles cut down to the formats of numbers: they are handed on with every piece of a sheet. */
function numberStyles(xml: string): string {
  const formats = /<numFmts\b[\s\S]*?<\/numFmts>/.exec(xml)?.[0] ?? '';
  const formatsOf = (list: string) =>
    [...(new RegExp(`<${list}\\b[\\s\\S]*?</${list}>`).exec(xml)?.[0] ?? '').matchAll(/<xf\b([^>]*)>/g)].map(
      ([, attributes = '']) => ({
        format: attribute(attributes, 'numFmtId'),
        base: Number(attribute(attributes, 'xfId') ?? 'NaN'),
      }),
    );
  const bases = formatsOf('cellStyleXfs');
  const cells = formatsOf('cellXfs').map(({ format, base }) => format ?? bases[base]?.format ?? '0');
  return `<styleSheet>${formats}<cellXfs>${cells.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
}
