/** How a text of JSON holds its records. */
export type JsonShape = {
  /** Whether each line is a record; else one list holds them. */
  lines: boolean;
  /** Whether the records are features of GeoJSON. */
  geo: boolean;
  /** Path of the list that holds the records; null = the only one. */
  list: string | null;
};

const jsonNames = ['.json', '.geojson', '.ndjson', '.jsonl'];

/**
 * Whether a text is JSON, by its beginning, and in which shape; null = it is not. `whole` = `text` is all there is.
 * By its name a file is JSON also where it begins otherwise, so that the fault says so.
 */
export function jsonShape(text: string, whole: boolean, extension: string): JsonShape | null {
  const named = jsonNames.includes(extension);
  const begins = /^\s*(\{\s*["}]|\[\s*[{\]])/.test(text);
  if (!begins && !named) return null;
  const geo = /"type"\s*:\s*"Feature(Collection)?"/.test(text);
  if (extension === '.ndjson' || extension === '.jsonl') return { lines: true, geo, list: null };
  const list = ownExport.test(text) ? (geo ? 'features' : 'incidents') : null;
  return { lines: list === null && /^\s*\{/.test(text) && isByLines(text, whole), geo, list };
}

/** An export of ours, which names its data sets in a list of its own before the records (lib/exports/incidents). */
const ownExport = /^\s*\{\s*("type"\s*:\s*"FeatureCollection"\s*,\s*)?"address"\s*:[\s\S]*?"codebook"\s*:/;

/** Whether the first line is a record by itself: more lines follow it, or it holds no list of records. */
function isByLines(text: string, whole: boolean): boolean {
  const start = text.trimStart();
  const end = start.indexOf('\n');
  if (end === -1 && !whole) return false;
  const line = end === -1 ? start : start.slice(0, end);
  try {
    const value: unknown = JSON.parse(line);
    if (end !== -1 && start.slice(end).trim() !== '') return true;
    return !holdsRecords(value);
  } catch {
    return false;
  }
}

/** Whether a value holds a list of objects, within objects. */
function holdsRecords(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => typeof one === 'object');
  return Object.values(value).some(holdsRecords);
}
