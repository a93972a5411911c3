import type { Columns } from '../types';

/** The rows that count, by day and then by place, so that what is alike stands together and packs well. */
export function liveInOrder({ rows, dead, starts, fields }: Columns): Uint32Array {
  const gone = new Uint8Array(rows);
  for (const row of dead) gone[row] = 1;
  const live = new Uint32Array(rows - dead.length);
  let count = 0;
  for (let row = 0; row < rows; row++) if (gone[row] === 0) live[count++] = row;
  return counted(counted(live, fields.place.codes), starts);
}

/** Rows in the order of a number that each has; those with the same stay as they were. */
function counted(rows: Uint32Array, numbers: ArrayLike<number>): Uint32Array {
  let most = 0;
  for (const row of rows) most = Math.max(most, numbers[row] as number);
  const places = new Uint32Array(most + 2);
  for (const row of rows) {
    const at = (numbers[row] as number) + 1;
    places[at] = (places[at] as number) + 1;
  }
  for (let at = 1; at < places.length; at++) places[at] = (places[at] as number) + (places[at - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const number = numbers[row] as number;
    const place = places[number] as number;
    places[number] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}
