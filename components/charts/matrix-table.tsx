'use client';

import { type KeyboardEvent, type MouseEvent, memo, useCallback, useMemo, useState } from 'react';
import { cellText, fineShareText, matrixCell, matrixPart, mostShown } from '@/lib/charts/matrix';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { MatrixChart, MatrixHead } from '@/lib/charts/types-matrix';
import { formatNumber } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { classes } from '../ui/tone';
import { mostUpright } from './matrix-size';
import styles from './matrix-table.module.css';
import { stepClass } from './steps';

/** Where the parts of a matrix lead; null = no filter can keep what stands there. */
export type MatrixLinks = {
  cell: (row: MatrixHead, column: MatrixHead) => string | null;
  head: (side: 'rows' | 'columns', head: MatrixHead) => string | null;
};

type MatrixTableProps = {
  chart: MatrixChart;
  links: MatrixLinks;
  /** Shows what an address names. */
  go: (href: string) => void;
};

/** Incidents by the values of two fields: a table whose cells are coloured by class, each a way to its incidents. */
export function MatrixTable({ chart: whole, links, go }: MatrixTableProps) {
  const { locale, title } = whole.frame;
  const t = breakdownMessages[locale].matrix;
  const [all, setAll] = useState({ rows: false, columns: false });
  const chart = useMemo(
    () =>
      matrixPart(
        whole,
        all.rows ? Number.POSITIVE_INFINITY : mostShown,
        all.columns ? Number.POSITIVE_INFINITY : mostShown,
      ),
    [whole, all],
  );
  const [wanted, setWanted] = useState<[number, number] | null>(null);
  const active = useMemo(() => startAt(chart, wanted), [chart, wanted]);
  const number = (value: number) => formatNumber(value, locale);

  const onClick = useCallback(
    (event: MouseEvent) => {
      const at = positionOf(event.target);
      const [row, column] = at ? [chart.rows.heads[at[0]], chart.columns.heads[at[1]]] : [];
      const href = row && column ? links.cell(row, column) : null;
      if (at && href) {
        setWanted(at);
        go(href);
      }
    },
    [chart, links, go],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const at = positionOf(event.target);
    if (!step || !at) return;
    event.preventDefault();
    const table = event.currentTarget;
    for (
      let [row, column] = add(at, step);
      isInside(chart, row, column);
      [row, column] = add([row, column], step)
    ) {
      const next = table.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`);
      if (!next) continue;
      setWanted([row, column]);
      next.focus();
      return;
    }
  };
  const isTurned = chart.columns.heads.length > mostUpright;
  const moreRows = whole.rows.heads.length - chart.rows.heads.length;
  const moreColumns = whole.columns.heads.length - chart.columns.heads.length;
  return (
    <>
      <section
        className={styles.scroll}
        aria-label={t.region(title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table
          className={classes(styles.table, isTurned ? styles.turned : styles.upright)}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <caption className="visually-hidden">{`${title}. ${t.keys}`}</caption>
          <thead>
            <tr>
              <td className={styles.corner} />
              {chart.columns.heads.map((head) => (
                <th key={head.code} scope="col" className={headClass(head)}>
                  <HeadLink head={head} href={links.head('columns', head)} />
                </th>
              ))}
              <th scope="col" className={styles.total}>
                <span>{t.total}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {chart.rows.heads.map((head, row) => (
              <MatrixRow
                key={head.code}
                chart={chart}
                links={links}
                row={row}
                active={active?.[0] === row ? active[1] : null}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <span>{t.total}</span>
              </th>
              {chart.columns.heads.map(({ code, total }) => (
                <td key={code}>{number(total)}</td>
              ))}
              <td className={styles.total}>
                <b>{number(chart.total)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <More
        more={moreRows}
        isAll={all.rows}
        words={t.moreRows(number(moreRows))}
        fewer={t.fewer}
        onClick={() => setAll({ ...all, rows: !all.rows })}
      />
      <More
        more={moreColumns}
        isAll={all.columns}
        words={t.moreColumns(number(moreColumns))}
        fewer={t.fewer}
        onClick={() => setAll({ ...all, columns: !all.columns })}
      />
      {whole.rows.more > 0 && <p className={styles.note}>{t.leftRows(number(whole.rows.more))}</p>}
      {whole.columns.more > 0 && <p className={styles.note}>{t.leftColumns(number(whole.columns.more))}</p>}
    </>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const add = ([row, column]: [number, number], [down, right]: [number, number]): [number, number] => [
  row + down,
  column + right,
];
const isInside = ({ rows, columns }: MatrixChart, row: number, column: number) =>
  row >= 0 && column >= 0 && row < rows.heads.length && column < columns.heads.length;

/** The cell that a click or a key is in; null = in none that leads anywhere. */
function positionOf(target: EventTarget): [number, number] | null {
  const text = target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : null;
  const [row, column] = (text ?? '').split(',').map(Number);
  return text && row !== undefined && column !== undefined ? [row, column] : null;
}

/** The one cell that Tab reaches: the last one visited, else the first that holds incidents. */
function startAt(chart: MatrixChart, wanted: [number, number] | null): [number, number] | null {
  if (wanted && (chart.cells[wanted[0]]?.[wanted[1]] ?? 0) > 0) return wanted;
  const row = chart.cells.findIndex((cells) => cells.some((count) => count > 0));
  const column = chart.cells[row]?.findIndex((count) => count > 0) ?? -1;
  return row < 0 || column < 0 ? null : [row, column];
}

type MatrixRowProps = { chart: MatrixChart; links: MatrixLinks; row: number; active: number | null };

const MatrixRow = memo(function MatrixRow({ chart, links, row, active }: MatrixRowProps) {
  const head = chart.rows.heads[row];
  if (!head) return null;
  return (
    <tr className={headClass(head)}>
      <th scope="row" className={classes(head.depth === 1 && styles.nested)}>
        <HeadLink head={head} href={links.head('rows', head)} />
      </th>
      {chart.columns.heads.map((column, at) => (
        <MatrixCell
          key={column.code}
          chart={chart}
          row={row}
          column={at}
          canLead={links.cell(head, column) !== null}
          isActive={active === at}
        />
      ))}
      <td className={styles.total}>{formatNumber(head.total, chart.frame.locale)}</td>
    </tr>
  );
});

type MatrixCellProps = {
  chart: MatrixChart;
  row: number;
  column: number;
  canLead: boolean;
  isActive: boolean;
};

function MatrixCell({ chart, row, column, canLead, isActive }: MatrixCellProps) {
  const { locale } = chart.frame;
  const t = breakdownMessages[locale].matrix;
  const cell = matrixCell(chart, row, column);
  const [down, across] = [chart.rows.heads[row], chart.columns.heads[column]];
  const text = cellText(cell, chart.shares, locale, fineShareText);
  const isChosen = down?.state === 'in' && across?.state === 'in';
  const look = classes(
    cell.step ? stepClass(cell.step.color) : styles.plain,
    cell.isUnsure && styles.unsure,
    cell.isApart && cell.count > 0 && styles.aside,
    isChosen && styles.chosen,
  );
  if (!canLead || cell.count === 0 || !down || !across) return <td className={look}>{text}</td>;
  const incidents = screenMessages[locale].incidents(cell.count);
  return (
    <td className={look}>
      <button
        type="button"
        data-cell={`${row},${column}`}
        tabIndex={isActive ? 0 : -1}
        aria-pressed={isChosen || undefined}
        aria-label={
          chart.shares === 'none'
            ? t.cell(down.label, across.label, incidents)
            : t.cellShare(down.label, across.label, text, incidents)
        }
      >
        {text}
      </button>
    </td>
  );
}

const headClass = ({ apart, state }: MatrixHead) =>
  classes(apart && styles.apart, state === 'in' && styles.in, state === 'out' && styles.out);

/** The name of a row or a column, a link where a filter can keep it; the page around it follows it. */
function HeadLink({ head, href }: { head: MatrixHead; href: string | null }) {
  if (href === null) return <span>{head.label}</span>;
  return (
    <a href={href} aria-current={head.state === 'in' ? 'true' : undefined}>
      {head.label}
    </a>
  );
}

type MoreProps = { more: number; isAll: boolean; words: string; fewer: string; onClick: () => void };

function More({ more, isAll, words, fewer, onClick }: MoreProps) {
  if (more <= 0 && !isAll) return null;
  return (
    <button type="button" className={styles.more} aria-expanded={isAll} onClick={onClick}>
      {isAll ? fewer : words}
    </button>
  );
}
