import type { DayColumns, IncidentMapping } from '../plan';
import { type DayFault, type ReadDay, readDay } from '../values/days';
import { findCrosswalk, makeCoder } from './codes';
import type { Columns } from './columns';
import { claim, type Draft, take } from './draft';
import type { ConvertOptions } from './options';
import { type Span, spanOf } from './span';

type Reading = { text: string; day: ReadDay | DayFault };
type Reader = (cells: readonly string[]) => Reading | null;

/** Reads the days of a row; null = there is a fault, which the draft holds. */
export function makeDays(
  { dates, crosswalks }: IncidentMapping,
  columns: Columns,
  { evidence, from1904 = false }: Pick<ConvertOptions, 'evidence' | 'from1904'>,
): (cells: readonly string[], draft: Draft) => Span | null {
  const start = readerOf(dates.start, columns, dates.order, from1904);
  const end = dates.end ? readerOf(dates.end, columns, dates.order, from1904) : null;
  const startColumn = nameOf(dates.start);
  const precisionAt = dates.precision ? columns.indexOf(dates.precision.column) : -1;
  const coder = dates.precision
    ? makeCoder('datePrecision', findCrosswalk(crosswalks, dates.precision.crosswalk))
    : null;
  const startAt = 'column' in dates.start ? columns.indexOf(dates.start.column) : -1;
  const endAt = dates.end && 'column' in dates.end ? columns.indexOf(dates.end.column) : -1;

  return (cells, draft) => {
    const first = start(cells);
    if (!first) {
      draft.faults.push({ rule: 'no-day', column: startColumn, value: '' });
      return null;
    }
    if (typeof first.day === 'string') return fault(draft, first.day, startColumn, first.text);
    const last = end ? end(cells) : null;
    if (last && typeof last.day === 'string')
      return fault(draft, last.day, dates.end ? nameOf(dates.end) : '', last.text);
    let precision: string | null = null;
    const said = (precisionAt < 0 ? '' : (cells[precisionAt] ?? '')).trim();
    if (said !== '' && coder) {
      const coded = coder(said);
      if (coded === null)
        draft.faults.push({ rule: 'unknown-code', column: columns.names[precisionAt] ?? '', value: said });
      else if (coded !== 'left') {
        precision = coded.codes[0] ?? null;
        if (coded.same) take(draft, precisionAt);
      }
    }
    const span = spanOf(first.day, last ? (last.day as ReadDay) : null, precision, dates.convention);
    if (!span) {
      draft.faults.push({
        rule: 'day-order',
        column: startColumn,
        value: `${first.text} › ${last?.text ?? ''}`,
      });
      return null;
    }
    if (startAt >= 0 && first.text === span.startsOn) take(draft, startAt);
    if (endAt >= 0 && last && last.text === span.endsOn) take(draft, endAt);
    if (evidence) {
      claim(draft, 'startsOn', span.startsOn, first.text);
      claim(draft, 'endsOn', span.endsOn, last ? last.text : first.text);
      claim(draft, 'datePrecision', span.datePrecision, said || first.text);
    }
    return span;
  };
}

const rules = {
  'not-a-day': 'not-a-day',
  ambiguous: 'ambiguous-day',
  year: 'year',
  'short-year': 'short-year',
} as const;

function fault(draft: Draft, found: DayFault, column: string, value: string): null {
  draft.faults.push({ rule: rules[found], column, value: value.slice(0, 80) });
  return null;
}

const nameOf = (day: DayColumns) => ('column' in day ? day.column : day.day);

function readerOf(
  day: DayColumns,
  columns: Columns,
  order: IncidentMapping['dates']['order'],
  from1904: boolean,
): Reader {
  const kept = new Map<string, Reading>();
  const read = (text: string): Reading => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = { text, day: readDay(text, order, from1904) };
    if (kept.size < 100_000 && text.length <= 400) kept.set(text, made);
    return made;
  };
  if ('column' in day) {
    const at = columns.indexOf(day.column);
    return (cells) => {
      const text = (cells[at] ?? '').trim();
      return text === '' ? null : read(text);
    };
  }
  const [year, month, dayOfMonth] = [day.year, day.month, day.day].map((name) => columns.indexOf(name));
  const part = (cells: readonly string[], at = -1) => (cells[at] ?? '').trim().replace(/\.0$/, '');
  return (cells) => {
    const [y, m, d] = [part(cells, year), part(cells, month), part(cells, dayOfMonth)];
    if (y === '' || y === '.') return null;
    const known = (text: string) => text !== '' && text !== '.' && text !== '0';
    return read(known(m) ? (known(d) ? `${y}-${pad(m)}-${pad(d)}` : `${y}-${pad(m)}`) : y);
  };
}

const pad = (text: string) => text.padStart(2, '0');
