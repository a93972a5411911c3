import type { Column, ColumnField, Columns, Numbers } from '@/lib/incidents/columns/types';

/** The same rows over and over until there are so many, each time in another order. */
export function repeated(columns: Columns, rows: number): Columns {
  const { starts, spans, sizeMin, sizeMax, fields, keys } = columns;
  const more = <Made extends Numbers>(numbers: Made): Made => grown(numbers, columns.rows, rows);
  const others = Object.entries(fields).map(([field, column]): [string, Column] => [
    field,
    { ...column, codes: more(column.codes) },
  ]);
  return {
    ...columns,
    rows,
    starts: more(starts),
    spans: more(spans),
    sizeMin: { ...sizeMin, codes: more(sizeMin.codes) },
    sizeMax: { ...sizeMax, codes: more(sizeMax.codes) },
    fields: Object.fromEntries(others) as Record<ColumnField, Column>,
    keys: more(keys),
  };
}

/** A step through the rows that meets each of them once. */
const stepThrough = (rows: number) => {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let step = Math.max(1, Math.floor(rows * 0.618));
  while (common(step, rows) !== 1) step++;
  return step;
};

function grown<Made extends Numbers>(numbers: Made, have: number, rows: number): Made {
  const Made = numbers.constructor as new (buffer: SharedArrayBuffer) => Made;
  const made = new Made(new SharedArrayBuffer(rows * numbers.BYTES_PER_ELEMENT));
  made.set(numbers.subarray(0, Math.min(have, rows)));
  const step = stepThrough(have);
  for (let row = have, from = 0; row < rows; row++) {
    made[row] = numbers[from] as number;
    from += step;
    if (from >= have) from -= have;
  }
  return made;
}
