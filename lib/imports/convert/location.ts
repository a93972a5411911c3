import type { PlaceLevel } from '@/lib/places/levels';
import { findCrosswalk, makeCoder } from './codes';
import type { Columns } from './columns';
import { claim, type Draft, take } from './draft';
import type { ConvertOptions } from './options';
import { nameJoint } from './places';

/** Where an incident happened, as far as the row says. */
export type Location = {
  id: string;
  level: PlaceLevel;
  precision: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** Reads the place of a row; null = there is a fault, which the draft holds. */
export function makeLocation(
  { mapping: { place: plan, crosswalks }, places, evidence }: ConvertOptions,
  columns: Columns,
): (cells: readonly string[], draft: Draft) => Location | null {
  const code = plan.code === null ? -1 : columns.indexOf(plan.code);
  const names = plan.names.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const latitude = plan.latitude === null ? -1 : columns.indexOf(plan.latitude);
  const longitude = plan.longitude === null ? -1 : columns.indexOf(plan.longitude);
  const precisionAt = plan.precision ? columns.indexOf(plan.precision.column) : -1;
  const coder = plan.precision
    ? makeCoder('placePrecision', findCrosswalk(crosswalks, plan.precision.crosswalk))
    : null;
  const column = plan.names.at(-1) ?? plan.code ?? '';
  const cellAt = (cells: readonly string[], at: number) => (at < 0 ? '' : (cells[at] ?? '').trim());

  return (cells, draft) => {
    const point = readPoint(cellAt(cells, latitude), cellAt(cells, longitude));
    if (point === 'bad')
      draft.faults.push({
        rule: 'bad-point',
        column: plan.latitude ?? '',
        value: `${cellAt(cells, latitude)}, ${cellAt(cells, longitude)}`.slice(0, 80),
      });
    const given = point === 'bad' ? null : point;
    const said = {
      code: cellAt(cells, code),
      names: names.map((at) => cellAt(cells, at)),
      latitude: given?.latitude ?? null,
      longitude: given?.longitude ?? null,
    };
    let precision: string | null = null;
    const saidPrecision = cellAt(cells, precisionAt);
    if (saidPrecision !== '' && coder) {
      const coded = coder(saidPrecision);
      if (coded === null)
        draft.faults.push({
          rule: 'unknown-code',
          column: plan.precision?.column ?? '',
          value: saidPrecision,
        });
      else if (coded !== 'left') {
        precision = coded.codes[0] ?? null;
        if (coded.same) take(draft, precisionAt);
      }
    }
    const found = places.find(said);
    const text = said.names.filter((name) => name !== '').join(nameJoint) || said.code;
    if (found && 'fault' in found) {
      draft.faults.push({
        rule: found.fault,
        column,
        value: found.text.slice(0, 200),
        hints: found.suggestions,
      });
      return null;
    }
    const answer = found ?? (plan.otherwise === null ? null : places.find({ ...said, code: plan.otherwise }));
    if (!answer || 'fault' in answer) {
      draft.faults.push({ rule: 'no-place', column, value: '' });
      return null;
    }
    if (!answer.whole) draft.warnings.push({ rule: 'place-part', column, value: text.slice(0, 200) });
    if (answer.disagrees) draft.warnings.push({ rule: 'place-disagrees', column, value: text.slice(0, 200) });
    if (code >= 0 && said.code === answer.id) take(draft, code);
    // Readers see an exact point only where an editor says so: it must not stand beside the record as text.
    if (latitude >= 0) take(draft, latitude);
    if (longitude >= 0) take(draft, longitude);
    if (evidence && text !== '') claim(draft, 'placeId', answer.id, text.replaceAll(nameJoint, ', '));
    return {
      id: answer.id,
      level: answer.level,
      precision,
      latitude: given?.latitude ?? null,
      longitude: given?.longitude ?? null,
    };
  };
}

/** Degrees (WGS84); null = not said, `bad` = no point of the globe, or half of one. */
function readPoint(
  latitude: string,
  longitude: string,
): { latitude: number; longitude: number } | 'bad' | null {
  if (latitude === '' && longitude === '') return null;
  const number = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/;
  if (!number.test(latitude) || !number.test(longitude)) return 'bad';
  const [north, east] = [Number(latitude), Number(longitude)];
  return Math.abs(north) > 90 || Math.abs(east) > 180 ? 'bad' : { latitude: north, longitude: east };
}
