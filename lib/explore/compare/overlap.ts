import { type CountedField, isSeveral } from '@/lib/incidents/dimensions';
import { choiceKeys, type IncidentFilters } from '@/lib/incidents/selection';
import { filterLimits } from './spans';

/**
 * Whether two filters surely keep no incident together: their dates do not meet, or they name different values of
 * a field that has one value an incident. False = they may.
 */
export function areApart(a: IncidentFilters, b: IncidentFilters): boolean {
  const [one, other] = [filterLimits(a), filterLimits(b)];
  if ((one.to && other.from && one.to < other.from) || (other.to && one.from && other.to < one.from))
    return true;
  return choiceKeys.some((key) => {
    if (key === 'place' || key === 'destination' || isSeveral(key satisfies CountedField)) return false;
    const [first, second] = [a[key], b[key]];
    const keptByBoth = first.any.filter((value) => second.any.includes(value));
    if (first.any.length > 0 && second.any.length > 0 && keptByBoth.length === 0) return true;
    const allOut = (any: readonly string[], not: readonly string[]) =>
      any.length > 0 && any.every((value) => not.includes(value));
    return allOut(first.any, second.not) || allOut(second.any, first.not);
  });
}
