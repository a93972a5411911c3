/** Colours of the types of incident, the same everywhere. Checked for colour-blind readers; never used alone. */
export const typeColors: Record<string, string> = {
  'mass-incident': '#C2503A',
  petition: '#2C6A96',
  'online-speech': '#8C6BA0',
  'public-opinion': '#C99A2E',
  strike: '#4F8A6B',
  other: '#A8A29A',
};

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

/** Colours of breakdown bars by field. */
export const breakdownColors: Record<string, string> = {
  issue: '#A8A29A',
  order: '#C99A2E',
  office: '#8C6BA0',
  group: '#4F8A6B',
  response: '#C2503A',
  size: '#7D8CA3',
};

/** Five steps of one hue for maps, from low to high; zero is drawn as `mapZero`. */
export const mapSteps = ['#F0D9D2', '#E0B0A3', '#CF8673', '#C0604A', '#A23F2B'] as const;
export const mapZero = '#F7F4EF';

/** The colour of a type; grey for a code that is not in the list. */
export function typeColor(code: string): string {
  return typeColors[code] ?? '#A8A29A';
}
