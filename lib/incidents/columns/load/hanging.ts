import type { ClientBase } from 'pg';
import { none, unknown } from '../../dimensions';
import type { Column, Columns } from '../types';
import type { Room } from './arrays';
import { derived, eachOfArray, Hanging } from './fields';
import type { RowIds } from './ids';
import { type Among, readRows } from './queries';

type Field = 'response' | 'order' | 'office' | 'source' | 'directive';

/** Reads what hangs on incidents; returns what makes columns of it. */
export async function readHanging(client: ClientBase, among: Among, ids: RowIds) {
  const rows = ids.size;
  const response = new Hanging(rows);
  await readRows(client, 'responses', among, ({ view, starts, sizes }) => {
    const row = ids.find(view, starts[0] as number);
    if (row >= 0) response.add(row, view, starts[1] as number, sizes[1] as number);
  });
  const [order, office] = [new Hanging(rows), new Hanging(rows)];
  await readRows(client, 'directives', among, ({ view, starts, sizes }) => {
    const row = ids.find(view, starts[0] as number);
    if (row < 0) return;
    office.add(row, view, starts[1] as number, sizes[1] as number);
    let orders = 0;
    eachOfArray(view, starts[2] as number, (start, size) => {
      order.add(row, view, start, size);
      orders++;
    });
    if (orders === 0) order.addText(row, unknown);
  });
  const source = new Hanging(rows);
  await readRows(client, 'claims', among, ({ view, starts }) => {
    const row = ids.find(view, starts[0] as number);
    if (row >= 0) source.add(row, view, starts[1] as number, 16);
  });
  const refs: string[] = Array.from({ length: source.words.size }, () => '');
  const decoder = new TextDecoder();
  await readRows(client, 'sources', null, ({ bytes, view, starts, sizes }) => {
    const code = source.words.find(view, starts[0] as number, 16);
    const at = starts[1] as number;
    if (code >= 0) refs[code] = decoder.decode(bytes.subarray(at, at + (sizes[1] as number)));
  });
  return (inOrder: Uint32Array, room: Room): Pick<Columns['fields'], Field> => ({
    response: response.build(inOrder, room, unknown),
    directive: withOrWithout(office.build(inOrder, room, none), rows, room),
    order: order.build(inOrder, room, none),
    office: office.build(inOrder, room, none),
    source: source.build(inOrder, room, unknown, refs),
  });
}

/** Whether there is a directive: there is none where no office issued one. */
function withOrWithout(office: Column, rows: number, room: Room): Column {
  const { words, codes, sets } = office;
  const lacking = words.indexOf(none);
  const setWords = sets
    ? Array.from({ length: sets.starts.length - 1 }, (_, set) =>
        sets.members[sets.starts[set] as number] === lacking ? 'without' : 'with',
      )
    : [];
  return derived(codes, rows, setWords, room);
}
