import { note, type Source } from './source';
import type { ReadNote } from './types';
import { lookAt, type SheetLook } from './xlsx-look';
import { sheetRows } from './xlsx-rows';
import { sheetPaths, workbookParts } from './xlsx-workbook';
import type { Zip } from './zip';

/**
 * The sheets of a workbook as tables, in their order; those that hold nothing are noted with the first that does.
 * Dates become `YYYY-MM-DD` (with `THH:MM`), numbers their shortest text, formulas and errors what was kept of them.
 * The archive has to stay open until they are read. Throws `entities`, `too-large`, `damaged` and what archives throw.
 */
export async function* workbookSources(zip: Zip): AsyncGenerator<Source> {
  const parts = await workbookParts(zip);
  const common: ReadNote[] = [];
  if (parts.from1904) note(common, 'date-1904');
  const tables: { name: string; path: string; look: SheetLook }[] = [];
  const without: ReadNote[] = [];
  for (const { name, path } of sheetPaths(parts)) {
    const look = path === null ? null : await lookAt(zip, path);
    if (path === null || look === null) note(without, 'sheet-skipped', undefined, name);
    else if (look.isEmpty) note(without, 'sheet-empty', undefined, name);
    else tables.push({ name, path, look });
  }
  for (const [i, { name, path, look }] of tables.entries()) {
    const notes = [...common.map((one) => ({ ...one })), ...(i === 0 ? without : [])];
    yield {
      name: `${zip.file.name} › ${name}`,
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      headers: null,
      rows: () => sheetRows(zip, path, parts, look, notes),
      notes,
      questions: [],
    };
  }
}
