import { makeCoder } from './convert/codes';
import type { IncidentMapping } from './plan';
import { targetOf } from './targets';
import { readCount } from './values/numbers';
import { readSize } from './values/sizes';
import { readYesNo } from './values/yes-no';

/** Why a value can't be that of a field: it has to be a code, a whole number, a size, or yes or no. */
export type Unfit = 'code' | 'count' | 'size' | 'yesNo';

/** The values for all rows that their fields can't take, each by its number in the mapping. Pure. */
export function unfitConstants({
  constants,
}: Pick<IncidentMapping, 'constants'>): { at: number; value: string; why: Unfit }[] {
  return constants.flatMap((constant, at) => {
    const why = unfit(constant);
    return why === null ? [] : [{ at, value: constant.value, why }];
  });
}

function unfit({ target, value }: IncidentMapping['constants'][number]): Unfit | null {
  const { kind, vocabulary } = targetOf(target);
  if (vocabulary !== null) return makeCoder(vocabulary, null)(value) === null ? 'code' : null;
  if (kind === 'count') return typeof readCount(value) === 'number' ? null : 'count';
  if (kind === 'size') {
    const size = readSize(value);
    return size === null || (size.min === null && size.max === null) ? 'size' : null;
  }
  return target === 'sizeApprox' && readYesNo(value) === null ? 'yesNo' : null;
}
