import type { ClientBase } from 'pg';
import { none, unknown } from '../../dimensions';
import type { Column, Columns } from '../types';
import type { Room } from './arrays';
import type { Cells } from './copy';
import { derived, eachOfArray, Hanging } from './fields';
import type { RowIds } from './ids';
import { type Among, type Half, readRows } from './queries';
import type { Task } from './tasks';

type Field = 'response' | 'order' | 'office' | 'source' | 'directive';

/** What hangs on incidents: their responses, directives and sources. */
export class OnIncidents {
  private readonly response: Hanging;
  private readonly order: Hanging;
  private readonly office: Hanging;
  private readonly source: Hanging;

  constructor(
    private readonly ids: RowIds,
    private readonly among: Among,
  ) {
    const rows = ids.size;
    this.response = new Hanging(rows);
    this.order = new Hanging(rows);
    this.office = new Hanging(rows);
    this.source = new Hanging(rows);
  }

  /** What reads it. `claims`: the parts in which claims are read; null = all at once. */
  tasks(claims: readonly (Half | null)[]): Task[] {
    const { response, source } = this;
    return [
      ...claims.map((half) => this.task('claims', half, addsSources(source))),
      this.task('responses', null, (row, { view, starts, sizes }) =>
        response.add(row, view, starts[1] as number, sizes[1] as number),
      ),
      this.task('directives', null, (row, cells) => this.addDirective(row, cells)),
    ];
  }

  /** Makes columns of it once it is read. */
  async build(client: ClientBase, inOrder: Uint32Array, room: Room): Promise<Pick<Columns['fields'], Field>> {
    const refs = await this.readRefs(client);
    const office = await this.office.build(inOrder, room, none);
    return {
      response: await this.response.build(inOrder, room, unknown),
      directive: await withOrWithout(office, this.ids.size, room),
      order: await this.order.build(inOrder, room, none),
      office,
      source: await this.source.build(inOrder, room, unknown, refs),
    };
  }

  private task(
    what: 'claims' | 'responses' | 'directives',
    half: Half | null,
    take: (row: number, cells: Cells) => void,
  ): Task {
    return (client) => {
      const find = this.ids.finder();
      return readRows(client, what, { among: this.among, half }, (cells) => {
        const row = find(cells.view, cells.starts[0] as number);
        if (row >= 0) take(row, cells);
      });
    };
  }

  private addDirective(row: number, { view, starts, sizes }: Cells): void {
    this.office.add(row, view, starts[1] as number, sizes[1] as number);
    let orders = 0;
    eachOfArray(view, starts[2] as number, (start, size) => {
      this.order.add(row, view, start, size);
      orders++;
    });
    if (orders === 0) this.order.addText(row, unknown);
  }

  /** The refs of the sources that were met, by their number. */
  private async readRefs(client: ClientBase): Promise<string[]> {
    const { words } = this.source;
    const refs: string[] = Array.from({ length: words.size }, () => '');
    const decoder = new TextDecoder();
    await readRows(client, 'sources', { among: null }, ({ bytes, view, starts, sizes }) => {
      const code = words.find(view, starts[0] as number, 16);
      const at = starts[1] as number;
      if (code >= 0) refs[code] = decoder.decode(bytes.subarray(at, at + (sizes[1] as number)));
    });
    return refs;
  }
}

/** What takes the sources of claims. One claim after another mostly names the same incident and source. */
function addsSources(source: Hanging): (row: number, cells: Cells) => void {
  const last = new Int32Array(4);
  let lastRow = -1;
  return (row, { view, starts }) => {
    const start = starts[1] as number;
    let same = row === lastRow;
    for (let word = 0; word < 4; word++) {
      const bits = view.getInt32(start + word * 4);
      if (last[word] !== bits) same = false;
      last[word] = bits;
    }
    lastRow = row;
    if (!same) source.add(row, view, start, 16);
  };
}

/** Whether there is a directive: there is none where no office issued one. */
function withOrWithout({ words, codes, sets }: Column, rows: number, room: Room): Promise<Column> {
  const lacking = words.indexOf(none);
  const setWords = sets
    ? Array.from({ length: sets.starts.length - 1 }, (_, set) =>
        sets.members[sets.starts[set] as number] === lacking ? 'without' : 'with',
      )
    : [];
  return derived(codes, rows, setWords, room);
}
