import type { picks } from '../plan';

/** The part of a cell that a pick names; '' = it holds none. */
export function pickFrom(pick: (typeof picks)[number], cell: string): string {
  switch (pick) {
    case 'first-of-list':
      return cell.split(';', 1)[0] ?? '';
    case 'acled-crowd-size': {
      const found = /\[size\s?=\s?([^\]]{1,200})\]|crowd size\s?=\s?([^;]{1,200})/i.exec(cell);
      return (found?.[1] ?? found?.[2] ?? '').trim();
    }
  }
}
