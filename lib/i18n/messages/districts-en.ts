/** The words of incidents by district in English. */
export const districtsEn = {
  title: 'By district',
  count: 'Count',
  rate: 'Per 100,000',
  measureLabel: 'What the map shows',
  levelLabel: 'Level of the districts',
  levels: { province: 'Province', prefecture: 'Prefecture', county: 'County' },
  unitsOf: {
    province: (area: string) => `the provinces of ${area}`,
    prefecture: (area: string) => `the prefectures of ${area}`,
    county: (area: string) => `the counties of ${area}`,
  },
  /** The units whose population is known, where that of others is not. */
  peopled: {
    province: (n: string, one: boolean) => `${n} ${one ? 'province' : 'provinces'} whose population is known`,
    prefecture: (n: string, one: boolean) =>
      `${n} ${one ? 'prefecture' : 'prefectures'} whose population is known`,
    county: (n: string, one: boolean) => `${n} ${one ? 'county' : 'counties'} whose population is known`,
  },
  subtitleCount: (units: string) => `Incidents in ${units}.`,
  subtitleRate: (units: string) => `Incidents per 100,000 people in ${units}.`,
  click: 'Click a district to filter; Shift-click adds it.',
  sentence: {
    none: 'No incident is known to any of the districts.',
    most: (district: string, n: string, total: string, share: string) =>
      `${district} has the most: ${n} of ${total} (${share}).`,
    tied: (district: string, others: number, n: string, total: string, share: string) =>
      `${district} and ${others} ${others === 1 ? 'other' : 'others'} have the most: ${n} of ${total} each (${share}).`,
    highest: (district: string, rate: string) => `The highest rate is that of ${district}: ${rate}.`,
    highestOf: (district: string, rate: string, peopled: string) =>
      `The highest rate of the ${peopled} is that of ${district}: ${rate}.`,
    noneOf: (peopled: string) => `No incident is known to any of the ${peopled}.`,
    noRates: 'The population of none of the districts is known.',
  },
  coarse: (n: string, area: string) => `${n} known only to ${area}`,
  /** Known only to what holds the area. */
  around: (n: string) => `${n} known only to a wider area`,
  aroundLeftOut: (n: string, area: string) =>
    `${n} known only to a wider area, not counted here: it is not known whether they lie in ${area}`,
  /** Known to a division wider than the units. */
  between: {
    province: (n: string) => `${n} known only to the province`,
    prefecture: (n: string) => `${n} known only to the prefecture`,
    both: (n: string) => `${n} known only to the province or prefecture`,
  },
  outside: (n: string, area: string) => `${n} outside ${area}`,
  more: (n: string) => `${n} more`,
  fewer: 'fewer',
  trail: 'Area of the map',
  several: (n: string) => `${n} places`,
  district: 'District',
  population: 'Population',
  rateColumn: 'Per 100,000',
  noGeometry: 'There is no map of this area.',
  loading: 'The map is being fetched.',
  failed: 'The map could not be fetched; the bars show the same numbers.',
  retry: 'Try again',
  boundaries: 'Boundaries are indicative and imply no view on any territory.',
  classes: 'Classes of the colours hold about equally many districts.',
  tooMany: (n: string) => `${n} districts are too many for a map; the bars show them.`,
  rateYears: (year: string) => `Rates use the population of ${year}.`,
  noRate: 'no population, no rate',
  noRates: (n: string, total: string) =>
    `No rate for ${n} of ${total} districts, whose population is not known.`,
  left: (n: string, incidents: string) =>
    `${n} more districts with ${incidents} incidents in all are in the exported series.`,
  notDrawn: (n: string, incidents: string) =>
    `${n} more districts, with ${incidents} incidents between them, have no bar here.`,
  noneIn: (n: string) => `None in ${n} districts.`,
  first: (n: string) => `Show the first ${n}`,
  add: 'Add',
  drop: 'Drop',
  addLong: (place: string) => `Add ${place} to the places of the filter`,
  dropLong: (place: string) => `Drop ${place} from the places of the filter`,
};
