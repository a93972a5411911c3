import { ink } from '../palette';
import { isChosen } from '../time-layout';
import type { TimeChart } from '../types';
import { calendarBody } from './calendar';
import { type Child, el } from './element';
import { type Body, compose, type SvgOptions, widths } from './frame';
import { isLight, literalColor } from './marks';
import { type Block, column, createPen, type Pen, paragraph } from './pen';
import { barsBody } from './time-bars';
import { dotsBody, dotsLegend, mostNumbered, orderedDots } from './time-dots';
import { calendarLegend, timeLegend } from './time-legend';
import { linesBody } from './time-lines';
import { panelsBody } from './time-panels';
import { fadedIf } from './time-selection';

/** Incidents over time as an SVG document: bars, lines, panels, a calendar, or one dot an incident. */
export async function timeChartSvg(chart: TimeChart, options: SvgOptions = {}): Promise<string> {
  const { width, inner } = widths(options);
  const pen = createPen(chart.frame.locale, width, `time ${chart.frame.permalink} ${chart.frame.title}`);
  const { legend, body } = pictureOf(pen, chart, inner);
  const notes = chart.sentence === '' ? chart.frame.notes : [chart.sentence, ...chart.frame.notes];
  return compose({ pen, frame: { ...chart.frame, notes }, options, legend, body, notes: [] });
}

function pictureOf(pen: Pen, chart: TimeChart, width: number): { legend: Block; body: Body } {
  if (chart.calendar) {
    const { calendar } = chart;
    return {
      legend: calendarLegend(pen, calendar, width),
      body: calendarBody(pen, calendar, width, chart.selected),
    };
  }
  if (chart.dots) {
    const body = withList(pen, dotsBody(pen, chart, width), dotList(pen, chart, width));
    return { legend: dotsLegend(pen, chart, width), body };
  }
  const legend = timeLegend(pen, chart, width);
  if (chart.draw === 'lines') return { legend, body: linesBody(pen, chart, width) };
  const isPanels = chart.draw === 'multiples' && chart.keys.length > 1;
  return { legend, body: (isPanels ? panelsBody : barsBody)(pen, chart, width) };
}

/** A drawing with a list below it. */
function withList(pen: Pen, body: Body, list: Block): Body {
  if (list.height === 0) return body;
  const extra = list.height + pen.px(14);
  return {
    least: body.least + extra,
    natural: body.natural + extra,
    draw: (x, y, width, height) => {
      // In a tall image the list stays near the dots instead of leaving a large empty plot above it.
      const plot = Math.min(height - extra, Math.max(body.least, body.natural * 1.8));
      const { drawn, defs } = body.draw(x, y, width, plot);
      return { defs, drawn: [drawn, list.draw(x, y + plot + extra - list.height)] };
    },
  };
}

/** The numbered dots in words: date, title, type; in two columns where there is room. */
function dotList(pen: Pen, chart: TimeChart, width: number): Block {
  const dots = orderedDots(chart);
  if (dots.length > mostNumbered) return column([], 0);
  const columns = dots.length > 3 && width >= pen.px(760) ? 2 : 1;
  const gutter = pen.px(36);
  const columnWidth = (width - gutter * (columns - 1)) / columns;
  const items = dots.map(({ dot, key }, i): Block => {
    const size = pen.size.small;
    const indent = pen.px(30);
    const color = literalColor(key.color);
    const title = paragraph(pen, dot.title, { size, width: columnWidth - indent });
    const detail = paragraph(pen, `${dot.date} · ${key.label}`, {
      size: size * 0.93,
      fill: ink.muted,
      width: columnWidth - indent,
    });
    const radius = pen.px(10.5);
    return {
      height: title.height + detail.height,
      draw: (x, y): Child => [
        fadedIf(!isChosen({ start: dot.startsOn, end: dot.startsOn }, chart.selected), [
          el('circle', { cx: x + radius, cy: y + size * 0.72, r: radius, fill: color }),
          pen.text(x + radius, y + size * 0.72 + radius * 0.41, String(i + 1), {
            style: 'strong',
            size: radius * 1.12,
            fill: isLight(color) ? ink.text : ink.card,
            anchor: 'middle',
          }),
        ]),
        title.draw(x + indent, y),
        detail.draw(x + indent, y + title.height),
      ],
    };
  });
  const perColumn = Math.ceil(items.length / columns);
  const parts = Array.from({ length: columns }, (_, i) =>
    column(items.slice(i * perColumn, (i + 1) * perColumn), pen.px(8)),
  );
  return {
    height: Math.max(...parts.map(({ height }) => height)),
    draw: (x, y) => parts.map((part, i) => part.draw(x + i * (columnWidth + gutter), y)),
  };
}
