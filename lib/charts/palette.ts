/** Colours of the types of incident, the same everywhere. Checked for colour-blind readers; never used alone. */
export const typeColors: Record<string, string> = {
  'mass-incident': '#C2503A',
  petition: '#2C6A96',
  'online-speech': '#8C6BA0',
  'public-opinion': '#C99A2E',
  strike: '#4F8A6B',
  other: '#A8A29A',
};

/**
 * Colours of the series of a chart that is split by another field than the type, in the order in which they
 * are given out. Apart for readers who don't see red or green, too (tests/unit/ui/contrast); never used alone.
 */
export const seriesColors = [
  '#28638B',
  '#C2A533',
  '#5A1845',
  '#75A0DA',
  '#A05D23',
  '#3D745F',
  '#C699A9',
  '#3E3B15',
] as const;

/** Colours of the series of a field whose values have an order of more and less, from less to more. */
export const rampColors = [
  '#B4D6EF',
  '#93C3E7',
  '#75AFDE',
  '#5B9AD1',
  '#4885C0',
  '#3A71A9',
  '#325E8F',
  '#2D4B73',
  '#273A55',
  '#1A2941',
] as const;

/** Colours of series that are no value of their own: all others, none, not known. */
export const restColors = { rest: '#6F6A62', none: '#8F98A5', unknown: '#B0A99F' } as const;

/** Colours of the page and of exported images (light). */
export const ink = {
  paper: '#FBFAF7',
  card: '#FFFFFF',
  line: '#E5E1D9',
  text: '#1C1B19',
  muted: '#6B675F',
  accent: '#1D5FA6',
  noData: '#F1EEE8',
} as const;

/** How much of its colour is left to what lies outside the chosen span, on screen (`.faded`) as in images. */
export const fadedOpacity = 0.3;

/** Colours of the two selections of a comparison: A is a line or an outline in ink, B is filled. No type has them. */
export const compareColors = { a: '#1C1B19', b: '#7D8CA3' } as const;

/** Colours of breakdown bars by field. */
export const breakdownColors: Record<string, string> = {
  issue: '#A8A29A',
  order: '#C99A2E',
  office: '#8C6BA0',
  group: '#4F8A6B',
  response: '#C2503A',
  size: '#7D8CA3',
  place: '#2C6A96',
  destination: '#2C6A96',
};

/** Five steps of one hue for maps, from low to high; zero is drawn as `mapZero`. */
export const mapSteps = ['#F0D9D2', '#E0B0A3', '#CF8673', '#B85640', '#A23F2B'] as const;
export const mapZero = '#F7F4EF';

/** The colour of a type; grey for a code that is not in the list. */
export function typeColor(code: string): string {
  return typeColors[code] ?? '#A8A29A';
}
