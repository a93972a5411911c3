import type { MatrixChart, MatrixHead } from '@/lib/charts/types-matrix';
import type { SplitField } from '@/lib/incidents/dimensions';
import { type Choice, choice, noChoice } from '@/lib/url/params';
import { linksFrom } from './links';
import { type Selection, selectionPath } from './view';

const isExactly = ({ any, not }: Choice, values: readonly string[]) =>
  not.length === 0 && any.join('~') === [...values].sort().join('~');

/** Addresses of the cells and heads of a matrix; null = no filter keeps what stands there. */
export function matrixLinks({ filters, view }: Selection, chart: MatrixChart) {
  const links = linksFrom({ filters, view }, '/');
  const fields = { rows: chart.rows.field as SplitField, columns: chart.columns.field as SplitField };
  return {
    /** Both values and nothing else of their fields; where they are chosen already, none of them. */
    cell: (row: MatrixHead, column: MatrixHead): string | null => {
      const isSame = fields.rows === fields.columns;
      // Two values of one field mean either of them in a filter, not both.
      if (row.values.length === 0 || column.values.length === 0 || (isSame && row.code !== column.code))
        return null;
      const isChosen =
        isExactly(filters[fields.rows], row.values) && isExactly(filters[fields.columns], column.values);
      return links.to({
        ...filters,
        [fields.rows]: isChosen ? noChoice : choice(row.values),
        [fields.columns]: isChosen ? noChoice : choice(column.values),
      });
    },
    /** The value and no other of its field; where it is chosen already, none. */
    head: (side: 'rows' | 'columns', { values }: MatrixHead): string | null => {
      if (values.length === 0) return null;
      const isChosen = isExactly(filters[fields[side]], values);
      return links.to({ ...filters, [fields[side]]: isChosen ? noChoice : choice(values) });
    },
  };
}

/** The address of the matrix of two other fields; a field that would stand twice changes places. */
export function matrixOf(selection: Selection, side: 'rows' | 'columns', field: SplitField): string {
  const [rows, columns] = selection.view.matrix;
  const next: [SplitField, SplitField] =
    side === 'rows' ? [field, field === columns ? rows : columns] : [field === rows ? columns : rows, field];
  return selectionPath('/', { ...selection, view: { ...selection.view, matrix: next } });
}

/** The address of the matrix turned round, its shares with it. */
export function matrixTurned(selection: Selection): string {
  const { matrix, shares } = selection.view;
  const turned = { none: 'none', row: 'column', column: 'row' } as const;
  return selectionPath('/', {
    ...selection,
    view: { ...selection.view, matrix: [matrix[1], matrix[0]], shares: turned[shares] },
  });
}
