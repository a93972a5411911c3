import { type Cells, cellsFor, seriesOf } from './cells';
import { type Known, okFor } from './words';

/** Months that loops have room for: those of more than 65,535 days do not come. */
const roomFor = ({ columns, months }: Known, codes: number) =>
  cellsFor(Math.min(months.length, 1_024) * columns.fields.precision.words.length * codes);

/** Months × type of all rows. */
export function seriesOfAll(known: Known) {
  const { columns, monthOf } = known;
  const { rows, starts, sizeMin, sizeMax, fields } = columns;
  const [precisions, types] = [fields.precision.codes, fields.type.codes];
  const [many, width] = [fields.precision.words.length, fields.type.words.length];
  const cells = roomFor(known, width);
  const { counts, mins, maxs } = cells;
  for (let row = 0; row < rows; row++) {
    const base = (monthOf[starts[row] as number] as number) * many + (precisions[row] as number);
    const group = base * width + (types[row] as number);
    const min = sizeMin.codes[row] as number;
    const max = sizeMax.codes[row] as number;
    const cell = group * 4 + ((min - 1) >>> 31) * 2 + ((max - 1) >>> 31);
    counts[cell] = (counts[cell] as number) + 1;
    mins[group] = (mins[group] as number) + (sizeMin.values[min] as number);
    maxs[group] = (maxs[group] as number) + (sizeMax.values[max] as number);
  }
  return seriesOf(known, cells, true);
}

/** Months × type of one province. */
export function seriesOfProvince(known: Known, province: string) {
  const { columns, monthOf, provinces } = known;
  const { rows, starts, sizeMin, sizeMax, fields } = columns;
  const [places, precisions, types] = [fields.place.codes, fields.precision.codes, fields.type.codes];
  const [many, width] = [fields.precision.words.length, fields.type.words.length];
  const ok = Uint8Array.from(provinces, (one) => (one === province ? 1 : 0));
  const cells = roomFor(known, width);
  const { counts, mins, maxs } = cells;
  for (let row = 0; row < rows; row++) {
    if (ok[places[row] as number] === 0) continue;
    const base = (monthOf[starts[row] as number] as number) * many + (precisions[row] as number);
    const group = base * width + (types[row] as number);
    const min = sizeMin.codes[row] as number;
    const max = sizeMax.codes[row] as number;
    const cell = group * 4 + ((min - 1) >>> 31) * 2 + ((max - 1) >>> 31);
    counts[cell] = (counts[cell] as number) + 1;
    mins[group] = (mins[group] as number) + (sizeMin.values[min] as number);
    maxs[group] = (maxs[group] as number) + (sizeMax.values[max] as number);
  }
  return seriesOf(known, cells, true);
}

/** Months of the rows of some sizes. */
export function seriesOfSizes(known: Known, sizes: readonly string[]) {
  const { columns } = known;
  const ok = okFor(columns.fields.size, sizes);
  const codes = columns.fields.size.codes;
  const cells = roomFor(known, 1);
  const { rows } = columns;
  for (let row = 0; row < rows; row++) if (ok[codes[row] as number] === 1) addMonth(known, cells, row);
  return seriesOf(known, cells, false);
}

/** Months of marked rows. */
export function seriesOfMarked(known: Known, marked: Uint8Array) {
  const cells = roomFor(known, 1);
  const { rows } = known.columns;
  for (let row = 0; row < rows; row++) if (marked[row] === 1) addMonth(known, cells, row);
  return seriesOf(known, cells, false);
}

function addMonth({ columns, monthOf }: Known, { counts, mins, maxs }: Cells, row: number): void {
  const { starts, sizeMin, sizeMax, fields } = columns;
  const group =
    (monthOf[starts[row] as number] as number) * fields.precision.words.length +
    (fields.precision.codes[row] as number);
  const min = sizeMin.codes[row] as number;
  const max = sizeMax.codes[row] as number;
  const cell = group * 4 + ((min - 1) >>> 31) * 2 + ((max - 1) >>> 31);
  counts[cell] = (counts[cell] as number) + 1;
  mins[group] = (mins[group] as number) + (sizeMin.values[min] as number);
  maxs[group] = (maxs[group] as number) + (sizeMax.values[max] as number);
}
