import type { CivilDate } from '@/lib/dates/civil';
import { formatNumber } from '@/lib/i18n/locale';
import { timeMessages } from '@/lib/i18n/messages/time';
import { ink } from '../palette';
import type { Lane } from '../types-time';
import { type Child, el } from './element';
import type { Pen } from './pen';

/** The height of the lane of directives under an axis. */
export function laneHeight(pen: Pen): number {
  return pen.px(26);
}

/**
 * Directives as diamonds under an axis: in the middle of their bucket, or where their days begin (`width` 0);
 * higher where there are more, empty where all are dated more coarsely.
 */
export function laneMarks(
  pen: Pen,
  lane: Lane,
  place: { y: number; xOf: (day: CivilDate) => number; width: () => number },
): Child {
  const t = timeMessages[pen.locale].drawing;
  const most = Math.max(1, ...lane.marks.map(({ count }) => count));
  const slot = place.width();
  const y = place.y + laneHeight(pen) / 2 + 1;
  return lane.marks.map((mark) => {
    const x = place.xOf(mark.from) + slot / 2;
    const wide = slot > 0 ? Math.max(0.75, Math.min(pen.px(6), slot / 2 - 0.5)) : pen.px(6);
    const high = pen.px(3 + 6 * Math.sqrt(mark.count / most));
    return el(
      'polygon',
      {
        points: [
          [x, y - high],
          [x + wide, y],
          [x, y + high],
          [x - wide, y],
        ]
          .map((point) => point.map((part) => Math.round(part * 100) / 100).join(','))
          .join(' '),
        fill: mark.coarse === mark.count ? ink.card : ink.text,
        stroke: ink.text,
        'stroke-width': 1,
        'data-lane': mark.from,
        'data-count': String(mark.count),
      },
      el('title', {}, t.laneMark(mark.label, formatNumber(mark.count, pen.locale), mark.count === 1)),
    );
  });
}
