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
    /**
     * One place more or less; a place of the filter that holds the unit gives way to it. The map stays on its area, so
     * that another unit can be added.
     */
    addOf: (code: string) => {
      const over = placesOver(area);
      const place = { ...filters.place, any: filters.place.any.filter((id) => !over.includes(id)) };
      const toggled = withToggled({ ...filters, place }, 'place', code, over);
      const { any } = toggled.place;
      if (any.length === 0) return links.to({ ...toggled, place: whole });
      // Two of the widest units have no lesser area in common, and a county none of its own.
      const isKept = area.level === area.levels[0] && (any.length > 1 || area.level === 'county');
      const next = withFilters({ filters, view }, toggled);
      return selectionPath('/', { ...next, view: { ...next.view, area: isKept ? null : area.scopeId } });
    },
    isNamed: (code: string) => filters.place.any.includes(code),
  };
}

/** The area of the map and the places that hold it. */
function placesOver({ trail, scopeId }: DistrictArea): string[] {
  const ids = trail.map(({ placeId }) => placeId);
  return ids.slice(0, ids.indexOf(scopeId) + 1);
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
    // What is chosen while the map stays on a wider area has a map of its own to go to.
    const isShown = (isOnlyOne && view.area === null) || (isHome && any.length === 0);
    const up = { filters, view: { ...view, level: 'auto' as const, area: null } };
    return { label, href: isShown ? null : selectionPath('/', withFilters(up, { ...filters, place })) };
  });
}
