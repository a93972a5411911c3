import type { CivilDate } from '@/lib/dates/civil';
import type { IncidentRow } from '@/lib/incidents/row';
import type { IncidentFilters } from '@/lib/incidents/selection';
import type { PreferredPopulation } from '@/lib/places/queries';
import type { FigureInfo, ReferencePeriodInfo } from './queries';
import type { LaneCount } from './time-lane';

/** What an answer needs to know beside the counts. Asked of the database, or of what a browser has been sent. */
export type Facts = {
  /** The totals that sources state about data sets, by slug, in order. */
  figures: (slugs: string[]) => Promise<FigureInfo[]>;
  /** The reference periods that touch a span of days, in order. */
  periods: (from: CivilDate, to: CivilDate) => Promise<ReferencePeriodInfo[]>;
  /** The population that rates of each place are made with; a place without one has no entry. */
  populations: (ids: readonly string[]) => Promise<Map<string, PreferredPopulation>>;
  /** The first incidents that a filter keeps, in order of day, for dots; null = not to be had. */
  firstIncidents: (filters: IncidentFilters) => Promise<readonly IncidentRow[] | null>;
  /** Directives about the incidents that a filter keeps, by day; null = not to be had. */
  directiveDays: (filters: IncidentFilters) => Promise<readonly LaneCount[] | null>;
};

/** The facts that a browser is sent once for a version of the data. Plain data. */
export type SentFacts = {
  figures: FigureInfo[];
  periods: ReferencePeriodInfo[];
  populations: [id: string, population: PreferredPopulation][];
};

/** Facts from what was sent; records and directives are not in it. Pure. */
export function factsOf({ figures, periods, populations }: SentFacts): Facts {
  const people = new Map(populations);
  return {
    figures: async (slugs) => figures.filter(({ dataset }) => slugs.includes(dataset)),
    periods: async (from, to) => periods.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from),
    populations: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = people.get(id);
          return found ? [[id, found]] : [];
        }),
      ),
    firstIncidents: async () => null,
    directiveDays: async () => null,
  };
}
