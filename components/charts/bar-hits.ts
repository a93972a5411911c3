import type { Box } from '@/lib/charts/labels';
import { heightOf, peopleEnds, peopleIn } from '@/lib/charts/time-values';
import type { TimeChart } from '@/lib/charts/types';
import { type BarLayout, heightAt, keyColumn } from './bar-layout';
import type { Mark } from './bar-state';

/** How near to a line or a range the pointer has to be, in pixels. */
const near = 9;

/** In buckets narrower than this, in pixels, no part can be hit: they lead where their bucket does. */
const narrow = 4;

/** The bucket, and the part of it, at a point of the drawing; null = outside the plot. */
export function markAt(chart: TimeChart, layout: BarLayout, x: number, y: number): Mark | null {
  const { plot, step } = layout;
  const count = chart.buckets.length;
  if (count === 0 || x < plot.left || x >= plot.left + plot.width) return null;
  if (y < plot.top - 4 || y > plot.top + plot.height + 4) return null;
  const bucket = Math.min(count - 1, Math.floor((x - plot.left) / step));
  if (step < narrow) return { bucket, code: null };
  if (chart.draw === 'lines') return { bucket, code: nearestLine(chart, layout, bucket, y) };
  const hit = layout.keys.find(({ code }) => {
    const found = markBox(chart, layout, { bucket, code });
    const slack = layout.parts ? 0 : near - 3;
    return (
      found !== null &&
      x >= found.x &&
      x <= found.x + found.width &&
      y >= found.y - slack &&
      y <= found.y + found.height + slack
    );
  });
  return { bucket, code: hit?.code ?? null };
}

/** The rectangle of a bucket, or of a part of it; null = it has no such part. */
export function markBox(chart: TimeChart, layout: BarLayout, { bucket: index, code }: Mark): Box | null {
  const { plot, step, parts } = layout;
  if (code === null) return { x: plot.left + index * step, y: plot.top, width: step, height: plot.height };
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  const between = (low: number, high: number): Box => {
    const { x, width } = keyColumn(layout, index, code);
    const [top, bottom] = [heightAt(layout, high), heightAt(layout, low)];
    return { x, y: top, width, height: bottom - top };
  };
  if (parts) {
    const own = (parts[index] ?? []).filter((part) => part.code === code);
    return own.length === 0 ? null : between(own[0]?.from ?? 0, own.at(-1)?.to ?? 0);
  }
  const middle = plot.left + (index + 0.5) * step;
  const value = lineValue(chart, layout, index, code);
  if (chart.draw === 'lines') {
    return value === null ? null : { x: middle - 5, y: heightAt(layout, value) - 5, width: 10, height: 10 };
  }
  const ends = peopleEnds(peopleIn(bucket, code));
  return ends && between(ends.low, ends.high);
}

/** The value at which the line of a key stands; null where it has a gap. */
function lineValue(chart: TimeChart, { drawn }: BarLayout, index: number, code: string): number | null {
  const bucket = chart.buckets[index];
  if (!bucket) return null;
  if (chart.show === 'participants') return peopleEnds(peopleIn(bucket, code))?.low ?? null;
  return heightOf(drawn[index], code);
}

function nearestLine(chart: TimeChart, layout: BarLayout, index: number, y: number): string | null {
  let [best, code]: [number, string | null] = [near, null];
  for (const key of layout.keys) {
    const value = lineValue(chart, layout, index, key.code);
    const distance = value === null ? Number.POSITIVE_INFINITY : Math.abs(heightAt(layout, value) - y);
    if (distance < best) [best, code] = [distance, key.code];
  }
  return code;
}
