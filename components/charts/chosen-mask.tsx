import { fadedOpacity } from '@/lib/charts/palette';
import type { BarLayout } from './bar-layout';
import type { Edges } from './use-brush';
import type { Size } from './use-size';

type ChosenMaskProps = { id: string; layout: BarLayout; size: Size; edges: Edges | null };

/**
 * Fades what runs through the plot, as lines do, where it lies outside the chosen buckets. What stands beside the plot,
 * as the names of lines, stays as it is. `edges` null = none of the buckets is chosen.
 */
export function ChosenMask({ id, layout: { plot, step }, size, edges }: ChosenMaskProps) {
  const { width, height } = size;
  const right = plot.left + plot.width;
  return (
    <defs>
      <mask id={id} maskUnits="userSpaceOnUse" x="0" y="0" width={width} height={height}>
        <rect width={right} height={height} fill="white" fillOpacity={fadedOpacity} />
        <rect x={right} width={Math.max(0, width - right)} height={height} fill="white" />
        {edges && (
          <rect
            x={plot.left + edges[0] * step}
            width={(edges[1] - edges[0]) * step}
            height={height}
            fill="white"
          />
        )}
      </mask>
    </defs>
  );
}
