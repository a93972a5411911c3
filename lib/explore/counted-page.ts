import type { ExplorePage } from './open';
import type { ShownData } from './shown';

/** The parts of a page that a browser can count; `time` null = records or directives are drawn in it. */
export type CountedPage = Omit<ShownData, 'time'> &
  Pick<ExplorePage, 'selection' | 'ignored'> & { time: ShownData['time'] | null };

/** A page with the parts that a browser has counted; the rest stays what it was until the server answers. Pure. */
export function withCounted(before: ExplorePage, { time, ...counted }: CountedPage): ExplorePage {
  return { ...before, ...counted, time: time ?? before.time, isPartial: true };
}

/** The chart in which a selection is being made. */
export type PreviewedIn = 'time' | 'districts';

/**
 * A page with the counts of a selection that is still being made: the chart that it is made in, and whatever could
 * move that, stays as it is. Pure.
 */
export function withPreview(before: ExplorePage, counted: CountedPage, within: PreviewedIn): ExplorePage {
  const { totals, figures, breakdowns, matrix, comparison, options } = counted;
  const others = within === 'time' ? { districts: counted.districts } : { time: counted.time ?? before.time };
  const parts = { ...others, totals, figures, breakdowns, matrix, comparison, options };
  return { ...before, ...parts, previewedIn: within, isPartial: true };
}
