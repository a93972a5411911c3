import type { Range, Rows } from './live';
import { loops } from './loops';
import { eachStep } from './reading';
import type { ColumnField } from './types';

/** Most combinations that are numbered: their counts stay in the near memory. */
const mostCombinations = 1 << 14;

/** Most pairs of a combination and a code for which there is a place each while combinations are numbered. */
const mostPairs = 1 << 22;

/**
 * The codes of the fields that have fewest, as one number a row: to count the combinations that occur, and to take them
 * apart, answers for all these fields in one pass over the rows. Takes 2 bytes a row.
 */
export type Combined = {
  /** Of each row of the range the number of its combination. */
  codes: Uint16Array;
  /** How many combinations there are. */
  size: number;
  /** Of each combination the code that it has in a field. */
  codeOf: ReadonlyMap<ColumnField, Uint16Array>;
};

/** Combines as many fields of the rows of a range as there is room for. Pure. */
export function combinedOf({ fields }: Rows, range: Range): Combined {
  // The rows before the range are never touched, so that they take no memory.
  const codes = new Uint16Array(range.to);
  const codeOf = new Map<ColumnField, Uint16Array>();
  let size = 1;
  const inOrder = (Object.keys(fields) as ColumnField[]).sort((a, b) => fields[a].size - fields[b].size);
  for (const field of inOrder) {
    const { codes: more, size: width } = fields[field];
    if (width === 1) continue;
    if (size * width > mostPairs) break;
    const numbers = new Uint16Array(size * width);
    eachStep(range, (from, to) => {
      loops.readPairs(codes, more, width, from, to);
      loops.markPairs(numbers, to - from);
    });
    const pairs = [...numbers.keys()].filter((pair) => numbers[pair] === 1);
    if (pairs.length > mostCombinations) break;
    for (const [number, pair] of pairs.entries()) numbers[pair] = number;
    eachStep(range, (from, to) => {
      loops.readPairs(codes, more, width, from, to);
      loops.numberPairs(numbers, to - from);
      codes.set(loops.codes.subarray(0, to - from), from);
    });
    for (const [known, own] of codeOf)
      codeOf.set(
        known,
        Uint16Array.from(pairs, (pair) => own[Math.floor(pair / width)] as number),
      );
    codeOf.set(
      field,
      Uint16Array.from(pairs, (pair) => pair % width),
    );
    size = pairs.length;
  }
  return { codes, size, codeOf };
}
