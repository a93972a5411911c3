import { type DaySpan, isChosen } from '@/lib/charts/time-layout';
import { barParts, hasNoData, isLow, peopleEnds, peopleIn } from '@/lib/charts/time-values';
import type { Stack, TimeChart } from '@/lib/charts/types';
import { type BarLayout, barStart, heightAt, keyColumn } from './bar-layout';

/** All bars of one key that look alike, as one outline. */
export type BarPath = { code: string; kind: keyof Stack | 'open'; faded: boolean; d: string };

const round = (value: number) => Math.round(value * 100) / 100;
const box = (x: number, y: number, width: number, height: number) =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

/** The bars of a chart, or its ranges of people, as few outlines: one a key, hatched apart, faded apart. */
export function barPaths(chart: TimeChart, layout: BarLayout, selected: DaySpan | null): BarPath[] {
  const found = new Map<string, BarPath>();
  const add = (code: string, kind: BarPath['kind'], faded: boolean, d: string) => {
    const key = `${code}:${kind}:${faded}`;
    const path = found.get(key) ?? { code, kind, faded, d: '' };
    path.d += d;
    found.set(key, path);
  };
  chart.buckets.forEach((bucket, index) => {
    const faded = !isChosen(bucket, selected);
    for (const { code, kind, from, to } of layout.parts?.[index] ?? []) {
      const { x, width } = keyColumn(layout, index, code);
      const [bottom, top] = [heightAt(layout, from), heightAt(layout, to)];
      add(code, kind, faded, box(x, top, width, bottom - top));
    }
    if (layout.parts || chart.draw === 'lines') return;
    for (const { code } of layout.keys) {
      const ends = peopleEnds(peopleIn(bucket, code));
      if (!ends) continue;
      const { x, width } = keyColumn(layout, index, code);
      const [bottom, top] = [heightAt(layout, ends.low), heightAt(layout, ends.high)];
      const height = Math.max(2, bottom - top);
      add(code, 'sure', faded, box(x, bottom - height, width, height));
      if (ends.isOpen) add(code, 'open', faded, arrow(x + width / 2, bottom - height - 1, width));
    }
  });
  const order = layout.keys.map(({ code }) => code);
  return [...found.values()].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

/** A small arrow upwards whose foot stands at a point. */
function arrow(x: number, y: number, room: number): string {
  const half = Math.max(1, Math.min(4, room / 2));
  return `M${round(x - half)} ${round(y)}h${round(2 * half)}l${round(-half)} ${round(-1.5 * half)}z`;
}

/** What stands over or across the bars: each a list of outlines in one. */
export type Signs = {
  /** A line at the number of incidents, where the parts of a bar hold some of them twice. */
  totals: string;
  /** Dashed outlines of buckets that the data cover in part. */
  partial: string;
  /** Rings over shares of few incidents. */
  low: string;
  /** Triangles over bursts. */
  bursts: string;
};

/** The signs of a chart. `sums`: the incidents of each bucket in units of the axis, each once. */
export function signPaths(chart: TimeChart, layout: BarLayout, sums: readonly number[]): Signs {
  const { plot, barWidth } = layout;
  const signs: Signs = { totals: '', partial: '', low: '', bursts: '' };
  const floor = plot.top + plot.height;
  const isStacked = layout.parts !== null && !layout.isGrouped;
  chart.buckets.forEach((bucket, index) => {
    const x = barStart(layout, index);
    const middle = x + barWidth / 2;
    const tip = topOf(chart, layout, index);
    if (chart.several && isStacked && chart.show !== 'share' && bucket.total > 0) {
      const y = heightAt(layout, sums[index] ?? 0);
      signs.totals += `M${round(x - 1)} ${round(y)}h${round(barWidth + 2)}`;
    }
    if (bucket.coverage === 'part' && barWidth >= 3) {
      const top = Math.min(tip, floor - 12);
      signs.partial += box(x - 1.5, top - 2.5, barWidth + 3, floor - top + 2.5);
    }
    if (isLow(chart, bucket)) {
      const radius = Math.max(1, Math.min(3, barWidth / 2));
      const y = tip - radius - 2;
      signs.low += `M${round(middle - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
    }
    if (bucket.burst && !hasNoData(bucket)) {
      signs.bursts += `M${round(middle - 4)} ${round(tip - 10)}h8l-4 7z`;
    }
  });
  return signs;
}

/** The place of the highest mark of a bucket. */
export function topOf(chart: TimeChart, layout: BarLayout, index: number): number {
  const parts = layout.parts?.[index] ?? barParts(layout.drawn[index], layout.keys, false);
  const bucket = chart.buckets[index];
  if (chart.show === 'participants' && bucket) {
    const ends = layout.keys.map(({ code }) => peopleEnds(peopleIn(bucket, code))?.high ?? 0);
    return heightAt(layout, Math.max(0, ...ends));
  }
  return heightAt(
    layout,
    parts.reduce((most, { to }) => Math.max(most, to), 0),
  );
}
