import type { Term } from '@/lib/codebook/types';
import { vocabularies } from '@/lib/codebook/vocabularies';
import { sizeClass } from '../../size-class';
import type { Column, Columns } from '../types';
import { arranged, Growing, largestIn, numbersFor, type Room } from './arrays';
import type { Cells } from './copy';
import { derived, Listed, OneValued, Places, Sizes } from './fields';
import { RowIds, sortedBy } from './ids';

/** Days before the first one that Postgres has, so that none is negative; Postgres counts from 2000-01-01. */
const lowest = 2_500_000;
const firstOfPostgres = 10_957;

type Four<Item> = [Item, Item, Item, Item];

type ListField = 'issue' | 'target';

const broader = (field: ListField) =>
  new Map(vocabularies[field].terms.flatMap(({ code, parent }: Term) => (parent ? [[code, parent]] : [])));

/** What the rows of incidents themselves say, in the order in which they come. */
export class Incidents {
  readonly ids = new RowIds();
  private known: Days | null = null;
  private readonly starts = new Growing();
  private readonly spans = new Growing();
  private readonly sizeMin = new Sizes();
  private readonly sizeMax = new Sizes();
  private readonly place = new Places();
  private readonly destination = new OneValued(5, 1);
  /** Data set, type, precision of the date, category of the source. */
  private readonly kinds = new OneValued(8, 4);
  private readonly issue = new Listed(broader('issue'));
  private readonly group = new Listed(new Map());
  private readonly form = new Listed(new Map());
  private readonly target = new Listed(broader('target'));

  /** Takes the cells of `cellsOfIncident`. */
  add(cells: Cells): void {
    const { view, starts } = cells;
    const first = view.getInt32(starts[1] as number);
    this.ids.add(view, starts[0] as number);
    this.starts.push(first + lowest);
    this.spans.push(view.getInt32(starts[2] as number) - first);
    this.sizeMin.add(cells, 3);
    this.sizeMax.add(cells, 4);
    this.destination.add(cells);
    this.place.add(cells, 6);
    this.kinds.add(cells);
    this.issue.add(cells, 12);
    this.group.add(cells, 13);
    this.form.add(cells, 14);
    this.target.add(cells, 15);
  }

  /** Bytes that the rows take so far. */
  get memory(): number {
    const { sizeMin, sizeMax, place, destination, kinds, issue, group, form, target } = this;
    const fields = [sizeMin, sizeMax, place, destination, kinds, issue, group, form, target];
    return [this.starts, this.spans, ...fields.map(({ codes }) => codes)].reduce(
      (sum, { memory }) => sum + memory,
      0,
    );
  }

  /** The rows in order of their first day, then of their last day, then as `byId` has them. */
  order(byId: Uint32Array): Uint32Array {
    const { starts, spans } = this.days();
    return sortedBy(starts, sortedBy(spans, byId).rows).rows;
  }

  /** All of it in another order. `slugs`: those of the data sets, by id. */
  async build(order: Uint32Array, room: Room, slugs: ReadonlyMap<string, string>) {
    const { starts, spans, firstDay } = this.days();
    const rows = order.length;
    const sizeMin = await this.sizeMin.build(order, room);
    const { place, placeUnknown } = await this.place.build(order, room);
    const datasets = this.kinds.values[0]?.words.uuids().map((id) => slugs.get(id) ?? '') ?? [];
    const [dataset, type, precision, category] = (await this.kinds.build(order, room, [
      datasets,
    ])) as Four<Column>;
    const [destination] = (await this.destination.build(order, room)) as [Column];
    const classes = Array.from(sizeMin.values, (value) => sizeClass(value || null));
    return {
      firstDay,
      starts: await arranged(starts, largestIn(starts), order, room),
      spans: await arranged(spans, largestIn(spans), order, room),
      sizeMin,
      sizeMax: await this.sizeMax.build(order, room),
      placeUnknown,
      fields: {
        type,
        precision,
        size: await derived(sizeMin.codes, rows, classes, room),
        // What is not published is not here.
        status: { words: rows > 0 ? ['published'] : [], codes: numbersFor(0, room), sets: null },
        place,
        destination,
        category,
        dataset,
        issue: await this.issue.build(order, room),
        group: await this.group.build(order, room),
        form: await this.form.build(order, room),
        target: await this.target.build(order, room),
      },
    } satisfies Partial<Omit<Columns, 'fields'>> & { fields: Partial<Columns['fields']> };
  }

  private days(): Days {
    this.known ??= this.takeDays();
    return this.known;
  }

  private takeDays(): Days {
    const starts = new Uint32Array(this.starts.take().numbers);
    const spans = new Uint32Array(this.spans.take().numbers);
    let least = lowest - firstOfPostgres;
    for (let row = 0; row < starts.length; row++)
      if (row === 0 || (starts[row] as number) < least) least = starts[row] as number;
    for (let row = 0; row < starts.length; row++) starts[row] = (starts[row] as number) - least;
    return { starts, spans, firstDay: least - lowest + firstOfPostgres };
  }
}

/** Days from `firstDay` on which intervals begin, and how many days later they end. */
type Days = { starts: Uint32Array; spans: Uint32Array; firstDay: number };
