import type { PublicData } from '@/lib/imports/public/catalogue';
import { sizeOf } from '@/lib/imports/public/download';

const size = ({ bytes }: PublicData) => (bytes === null ? 'not known' : sizeOf(bytes));

/** The data sets as a table, a line each. */
export function tableOf(entries: readonly PublicData[]): string[] {
  const rows = [
    ['Name', 'Title', 'Licence', 'Size', 'Preset'],
    ...entries.map((one) => [one.name, one.title.en, one.licence, size(one), one.preset]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What somebody should know of a data set before it is fetched. */
export function aboutOf(entry: PublicData, from: string | null, sum: string | null): string[] {
  const exports = entry.redistributable ? 'may leave with exports' : 'are kept back from exports';
  return [
    entry.title.en,
    `Publisher: ${entry.publisher} (${entry.page})`,
    `Licence:   ${entry.licence}; records ${exports}`,
    `Cite:      ${entry.citation}`,
    `From:      ${from ?? entry.address} (size ${from === null ? size(entry) : 'not known'})`,
    `Checked:   ${sum === null ? 'no checksum is known' : `SHA-256 ${sum}`}`,
    entry.note.en,
  ];
}

/** Shows how much has come, on one line of a terminal or on a new line now and then elsewhere. */
export function downloadProgress(): { show: (bytes: number, of: number | null) => void; end: () => void } {
  const { stdout } = process;
  let shown = performance.now();
  let open = false;
  return {
    show(bytes, of) {
      if (performance.now() - shown < (stdout.isTTY ? 200 : 5_000)) return;
      shown = performance.now();
      const line = `${sizeOf(bytes)}${of === null ? '' : ` of ${sizeOf(of)}, ${Math.floor((bytes / of) * 100)} %`}`;
      stdout.write(stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      open = stdout.isTTY;
    },
    end() {
      if (open) stdout.write('\r\u001b[K');
    },
  };
}
