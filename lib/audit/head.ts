/** The last entry of the history at some time. Published, it proves later that nothing before it was altered. */
export type HistoryHead = { seq: number; hash: string };

/** Writes an entry as it is published, e.g. `41:9f86d0…`. */
export function formatHead({ seq, hash }: HistoryHead): string {
  return `${seq}:${hash}`;
}

/** Reads what `formatHead` wrote; null = it is not that. */
export function parseHead(text: string): HistoryHead | null {
  const [, seq, hash = ''] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return seq === undefined ? null : { seq: Number(seq), hash: hash.toLowerCase() };
}
