import { makeColumns } from '../convert/columns';
import type { PlaceFinder } from '../convert/places';
import type { RowNote, RowRule } from '../convert/types';
import type { FigureMapping } from '../plan';
import { readDay } from '../values/days';
import { withoutMarks } from '../values/numbers';

const longest = { metric: 120, label: 300 } as const;

/** A total as a row of a file gives it. Days are civil; `placeId` null = not of one place. */
export type ImportedFigure = {
  row: number;
  metric: string;
  label: string;
  value: number;
  unit: string;
  placeId: string | null;
  from: string;
  to: string;
  printed: string;
};

/** Turns a row of totals into a figure, or says what is wrong with it. */
export function makeFigureConverter(
  mapping: FigureMapping,
  headers: readonly string[],
  places: PlaceFinder,
  from1904 = false,
): (cells: readonly string[], row: number) => ImportedFigure | RowNote<RowRule>[] {
  const columns = makeColumns(headers);
  const at = (name: string | null) => (name === null ? -1 : columns.indexOf(name));
  const value = at(mapping.value);
  const period =
    'column' in mapping.period
      ? [at(mapping.period.column)]
      : [at(mapping.period.year), at(mapping.period.month)];
  const metric = at(mapping.metric.column);
  const label = at(mapping.label.column);
  const names = (mapping.place?.names ?? []).map((name) => at(name));
  const code = at(mapping.place?.code ?? null);
  const cellAt = (cells: readonly string[], index: number) => (index < 0 ? '' : (cells[index] ?? '').trim());

  return (cells, row) => {
    const faults: RowNote<RowRule>[] = [];
    const printed = cellAt(cells, value);
    const bare = withoutMarks(printed);
    if (!/^-?\d{1,15}(?:\.\d{1,4})?$/.test(bare) || bare.replace(/\D/g, '').length > 15)
      faults.push({ rule: 'bad-count', column: mapping.value, value: printed.slice(0, 80) });
    const text = period
      .map((index) => cellAt(cells, index).replace(/\.0$/, ''))
      .filter((part) => part !== '')
      .map((part, index) => (index === 0 ? part : part.padStart(2, '0')))
      .join('-');
    const column = 'column' in mapping.period ? mapping.period.column : mapping.period.year;
    const day = text === '' ? null : readDay(text, mapping.order, from1904);
    if (day === null) faults.push({ rule: 'no-day', column, value: '' });
    else if (typeof day === 'string')
      faults.push({ rule: day === 'ambiguous' ? 'ambiguous-day' : day, column, value: text.slice(0, 80) });
    const said = {
      code: cellAt(cells, code),
      names: names.map((index) => cellAt(cells, index)),
      latitude: null,
      longitude: null,
    };
    const place = mapping.place === null ? null : places.find(said);
    if (place && 'fault' in place)
      faults.push({
        rule: place.fault,
        column: mapping.place?.names.at(-1) ?? '',
        value: place.text.slice(0, 200),
        hints: place.suggestions,
      });
    const ofMetric = cellAt(cells, metric) || mapping.metric.value || 'incidents';
    const ofLabel = cellAt(cells, label) || mapping.label.value || ofMetric;
    for (const [column, text, most] of [
      [mapping.metric.column, ofMetric, longest.metric],
      [mapping.label.column, ofLabel, longest.label],
    ] as const)
      if (text.length > most)
        faults.push({ rule: 'long-text', column: column ?? '', value: `${text.length} › ${most}` });
    if (faults.length > 0 || day === null || typeof day === 'string') return faults;
    return {
      row,
      metric: ofMetric,
      label: ofLabel,
      value: Number(bare),
      unit: mapping.unit,
      placeId: place && !('fault' in place) ? place.id : null,
      from: day.from,
      to: day.to,
      printed,
    };
  };
}
