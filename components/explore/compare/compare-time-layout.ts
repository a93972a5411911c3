import { textWidth } from '@/lib/charts/labels';
import { countTicks, timeTicks } from '@/lib/charts/scale';
import type { ComparisonTimeChart } from '@/lib/charts/types-comparison';
import { formatNumber } from '@/lib/i18n/locale';
import type { Size } from '../../charts/use-size';

/** Everything about the drawing that follows from its size. */
export type CompareLayout = ReturnType<typeof compareLayout>;

/** Places the axes and the pairs of buckets for a size. */
export function compareLayout({ buckets, grain, frame }: ComparisonTimeChart, size: Size) {
  const most = Math.max(1, ...buckets.flatMap(({ a, b }) => [a?.count ?? 0, b?.count ?? 0]));
  const yTicks = countTicks(most, Math.min(most, 4));
  const label = (tick: number) => formatNumber(tick, frame.locale);
  const left = Math.ceil(Math.max(...yTicks.map((tick) => textWidth(label(tick), 11)))) + 12;
  const width = Math.max(20, size.width - left - 6);
  const step = width / Math.max(1, buckets.length);
  return {
    left,
    top: 8,
    width,
    height: Math.max(20, size.height - 44),
    step,
    barWidth: step >= 10 ? Math.min(72, Math.floor(step * 0.72)) : step >= 4 ? Math.floor(step) - 1 : step,
    yTicks,
    highest: yTicks.at(-1) ?? 1,
    xTicks: timeTicks(
      buckets.map(({ at }) => at),
      grain,
      buckets.map((_, i) => (i + 0.5) * step),
      (text) => textWidth(text, 11),
      frame.locale,
    ),
  };
}
