'use client';

import { memo, useMemo } from 'react';
import { fittingMapLabels } from '@/lib/charts/map-labels';
import { rankUnits, unitValue } from '@/lib/charts/ranks';
import { classOf } from '@/lib/charts/scale';
import type { DistrictCount, DistrictNumbers, UnitOutlines } from '@/lib/charts/types';
import { classes } from '../ui/tone';
import styles from './district-map.module.css';
import { shortValue, valueDigits } from './district-words';
import { NoRateHatch } from './no-rate-hatch';
import { stepClass } from './steps';

type DistrictMapProps = { chart: DistrictNumbers; outlines: UnitOutlines; hatchId: string };

/** With more units than this, their borders are drawn thinner, and they have no labels. */
const manyUnits = 100;

/** With no more units than this, those without an incident have labels too. */
const fewUnits = 12;

/**
 * The units of an area, filled by their class. Plain shapes: what a click on one does, and what is said of it,
 * is up to the box around them, which finds its code in `data-code`.
 */
export const DistrictMap = memo(function DistrictMap({ chart, outlines, hatchId }: DistrictMapProps) {
  const { width, height } = outlines;
  const drawn = useMemo(() => {
    const byCode = new Map(outlines.shapes.map((shape) => [shape.code, shape]));
    return rankUnits(chart.units, chart.measure).flatMap((unit) => {
      const outline = byCode.get(unit.code);
      return outline ? [{ unit, outline }] : [];
    });
  }, [chart, outlines]);
  // The map is shown about 330 px wide or 320 px high: letters are to be about 11 px high in it.
  const size = 11 * Math.max(width / 350, height / 320);
  const labels = useMemo(() => {
    const digits = valueDigits(chart);
    // Among many units few labels would fit, and would say little; those without an incident are named among few only.
    const named = drawn.filter(({ unit }) =>
      unit.count > 0 ? drawn.length <= manyUnits : drawn.length <= fewUnits,
    );
    const placed = fittingMapLabels(
      named.map(({ unit, outline }) => {
        const value = unitValue(unit, chart.measure) === null ? null : shortValue(chart, unit, digits);
        const texts = value === null ? [unit.name] : [`${unit.name} ${value}`, value];
        return { texts, x: outline.labelX, y: outline.labelY, outline };
      }),
      { width, height, size },
    );
    return named.flatMap(({ unit, outline }, index) => {
      const label = placed[index];
      return label ? [{ unit, outline, ...label }] : [];
    });
  }, [drawn, chart, width, height, size]);
  return (
    <>
      <NoRateHatch id={hatchId} scale={width / 390} />
      <g className={classes(styles.units, drawn.length > manyUnits && styles.many)}>
        {inOrder(drawn).map(({ unit, outline }) => {
          const color = colorOf(chart, unit);
          return (
            <path
              key={unit.code}
              d={outline.d}
              data-code={unit.code}
              className={classes(
                color === null ? styles.noRate : styles.unit,
                stepClass(color),
                !unit.selected && styles.faded,
              )}
              fill={color ?? `url(#${hatchId})`}
            />
          );
        })}
      </g>
      <g className={styles.labels} fontSize={size} strokeWidth={size / 4}>
        {inOrder(labels).map(({ unit, outline, text, isInside }) => (
          <text
            key={unit.code}
            x={outline.labelX}
            y={outline.labelY}
            dy="0.35em"
            textAnchor="middle"
            className={labelClass(chart, unit, isInside)}
          >
            {text}
          </text>
        ))}
      </g>
    </>
  );
});

/** In an order that does not depend on the numbers, so that other numbers move nothing in the drawing. */
const inOrder = <Part extends { unit: DistrictCount }>(parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));

/** The colour of a unit's class; null = its rate is not known. */
function colorOf(chart: DistrictNumbers, unit: DistrictCount): string | null {
  return classOf(unitValue(unit, chart.measure), chart.classes)?.color ?? null;
}

/** The class of a label: on the colour of its area where it stands inside, else on paper. */
function labelClass(chart: DistrictNumbers, unit: DistrictCount, isInside: boolean): string | undefined {
  if (!unit.selected) return styles.quiet;
  return isInside ? stepClass(colorOf(chart, unit)) : styles.over;
}
