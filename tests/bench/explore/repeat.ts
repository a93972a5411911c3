import type { Column, ColumnField, Columns, Numbers } from '@/lib/incidents/columns/types';

/** The same rows, each as often as it takes until there are so many; they stand in order as before. */
export function repeated(columns: Columns, rows: number): Columns {
  const { starts, spans, sizeMin, sizeMax, fields, keys } = columns;
  const more = <Made extends Numbers>(numbers: Made): Made => grown(numbers, columns.rows, rows);
  const others = Object.entries(fields).map(([field, column]): [string, Column] => [
    field,
    { ...column, codes: more(column.codes) },
  ]);
  return {
    ...columns,
    origin: columns.origin + 1,
    rows,
    sorted: rows,
    starts: more(starts),
    spans: more(spans),
    sizeMin: { ...sizeMin, codes: more(sizeMin.codes) },
    sizeMax: { ...sizeMax, codes: more(sizeMax.codes) },
    fields: Object.fromEntries(others) as Record<ColumnField, Column>,
    keys: more(keys),
  };
}

function grown<Made extends Numbers>(numbers: Made, have: number, rows: number): Made {
  const Made = numbers.constructor as new (buffer: SharedArrayBuffer) => Made;
  const made = new Made(new SharedArrayBuffer(rows * numbers.BYTES_PER_ELEMENT));
  for (let row = 0; row < rows; row++) made[row] = numbers[Math.floor((row * have) / rows)] as number;
  return made;
}
