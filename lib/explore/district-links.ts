import { withToggled } from '@/lib/incidents/selection';
import { type Choice, choice, noChoice } from '@/lib/url/params';
import type { DistrictArea, DistrictData } from './district-chart';
import { linksFrom } from './links';
import { type Selection, selectionPath, withFilters } from './view';

/** Most places that an address names to keep what is known only to a wider place. */
const mostNamed = 60;

const isOnly = ({ any, not }: Choice, value: string) =>
  any.length === 1 && any[0] === value && not.length === 0;

/**
 * Addresses of the units of a map. A unit leads to itself alone, so that its own units are shown where it has
 * some; a unit that is chosen already leads back to the whole area.
 */
export function districtLinks({ filters, view }: Selection, area: DistrictArea) {
  const links = linksFrom({ filters, view }, '/');
  const whole = area.wholeId === null ? noChoice : choice([area.wholeId]);
  return {
    hrefOf: (code: string) =>
      links.to({ ...filters, place: isOnly(filters.place, code) ? whole : choice([code]) }),
    /** One place more or less; a place of the filter that holds the unit gives way to it. */
    addOf: (code: string) => {
      const place = { ...filters.place, any: filters.place.any.filter((id) => !isAbove(area, id)) };
      const toggled = withToggled({ ...filters, place }, 'place', code);
      return links.to(toggled.place.any.length === 0 ? { ...toggled, place: whole } : toggled);
    },
    isNamed: (code: string) => filters.place.any.includes(code),
  };
}

/** Whether a place is the area of the map or holds it. */
function isAbove({ trail, scopeId }: DistrictArea, id: string): boolean {
  const end = trail.findIndex(({ placeId }) => placeId === scopeId);
  const at = trail.findIndex(({ placeId }) => placeId === id);
  return at >= 0 && at <= end;
}

/** Addresses of what no unit holds; null = there are too many places for an address. */
export function restLinks({ filters, view }: Selection, chart: DistrictData) {
  const links = linksFrom({ filters, view }, '/');
  const back = chart.area.wholeId === null ? noChoice : choice([chart.area.wholeId]);
  const at = (ids: readonly string[]) => {
    const alone = choice(ids.map((id) => `@${id}`));
    const isChosen = alone.any.length > 0 && alone.any.join() === filters.place.any.join();
    return links.to({ ...filters, place: isChosen ? back : alone });
  };
  const between = chart.between.places.map(({ placeId }) => placeId);
  return {
    coarse: at([chart.coarse.placeId]),
    around: at(chart.around.places.map(({ placeId }) => placeId)),
    between: between.length > mostNamed ? null : at(between),
    outsideOf: (placeId: string) =>
      links.to({ ...filters, place: choice([chart.outsideValues[placeId] ?? placeId]) }),
  };
}

/** The steps of a trail with their addresses; null where the step is what is in view. */
export function trailLinks({ filters, view }: Selection, { trail }: DistrictArea) {
  return trail.map(({ label, placeId, isHome }) => {
    const place = isHome ? noChoice : choice([placeId]);
    const { any } = filters.place;
    const isOnlyOne = any.length === 1 && any[0]?.replace(/^@/, '') === placeId;
    const isShown = isOnlyOne || (isHome && any.length === 0);
    const up = { filters, view: { ...view, level: 'auto' as const } };
    return { label, href: isShown ? null : selectionPath('/', withFilters(up, { ...filters, place })) };
  });
}
