import { ruleWords } from '@/lib/i18n/messages/import-rules';
import { RowsRefused } from '@/lib/imports/refusal';
import type { ImportReport } from '@/lib/imports/report';
import { say } from './lifecycle';

const count = (value: number) => Math.round(value).toLocaleString('en');

/** Shows how many rows were read, on one line of a terminal or on a new line now and then elsewhere. */
export function importProgress(): { show: (rows: number) => void; end: () => void } {
  const { stdout } = process;
  const started = performance.now();
  let shown = started;
  let open = false;
  return {
    show(rows) {
      if (performance.now() - shown < (stdout.isTTY ? 200 : 5_000)) return;
      shown = performance.now();
      const line = `${count(rows)} rows, ${count((rows / (shown - started)) * 1_000)} rows a second`;
      stdout.write(stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      open = stdout.isTTY;
    },
    end() {
      if (open) stdout.write('\r\u001b[K');
    },
  };
}

/** Most groups of what is wrong that are shown. */
const shown = 20;

/** Says what an import counted, in the words of the pages. */
export function sayReport(report: ImportReport, { written }: { written: boolean }): void {
  const { tables, rows, skipped, accepted, refused, made, changed, unchanged, kept, faults, warnings } =
    report;
  for (const { name, format, encoding, rows: own } of tables)
    say(`${name}: ${format}${encoding === null ? '' : `, ${encoding}`}, ${count(own)} rows`);
  say(
    `Rows: ${count(rows)} read, ${count(accepted)} accepted, ${count(refused)} refused, ${count(skipped)} passed over`,
  );
  say(
    `Records: ${count(made)} new, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(kept)} left as edited here`,
  );
  if (report.likely.count > 0)
    say(`Likely duplicates of records that are there: ${count(report.likely.count)}`);
  for (const { rule, column, value, count: times, rows: first } of faults.slice(0, shown))
    say(
      `Refused, ${count(times)} rows (${first.map(({ row }) => row).join(', ')} …): ${ruleWords(rule, column, value).en}`,
    );
  for (const { rule, column, value, count: times, rows: first } of warnings.slice(0, shown))
    say(
      `To look at, ${count(times)} rows (${first.map(({ row }) => row).join(', ')} …): ${ruleWords(rule, column, value).en}`,
    );
  const hidden =
    Math.max(0, faults.length - shown) + Math.max(0, warnings.length - shown) + report.moreGroups;
  if (hidden > 0) say(`${count(hidden)} more kinds of notes.`);
  const speed = report.seconds > 0 ? ` (${count(rows / report.seconds)} rows a second)` : '';
  say(`${written ? 'Written' : 'Checked; nothing was written'} in ${report.seconds.toFixed(1)} s${speed}.`);
}

/** Says what became of an import; the code with which its command ends: 0 = everything was taken, 2 = rows were refused. */
export async function endImport(
  imported: Promise<{ report: ImportReport; batch: string | null }>,
  { written }: { written: boolean },
): Promise<number> {
  try {
    const { report, batch } = await imported;
    sayReport(report, { written });
    if (batch) say(`Import ${batch}`);
    return report.refused > 0 ? 2 : 0;
  } catch (thrown) {
    if (!(thrown instanceof RowsRefused)) throw thrown;
    sayReport(thrown.report, { written: false });
    console.error(thrown.message);
    return 2;
  }
}
