import Link from 'next/link';
import { fittingMapLabels } from '@/lib/charts/labels';
import { chartMessages } from '@/lib/charts/messages';
import { mapSteps, mapZero } from '@/lib/charts/palette';
import { rankUnits, rateDigits, unitValue } from '@/lib/charts/ranks';
import { classOf } from '@/lib/charts/scale';
import { screenMessages } from '@/lib/charts/screen-messages';
import type { DistrictChart, DistrictUnit } from '@/lib/charts/types';
import { formatNumber } from '@/lib/i18n/locale';
import { classes } from '../ui/tone';
import styles from './district-map.module.css';

type DistrictMapProps = { chart: DistrictChart; hrefs: Record<string, string> };

/** The units of an area, filled by their class; each a link. Drawn on the server. */
export function DistrictMap({ chart, hrefs }: DistrictMapProps) {
  const { width, height, measure, frame } = chart;
  // The map is shown about 330 px wide or 320 px high: letters are to be about 11 px high in it.
  const size = 11 * Math.max(width / 350, height / 320);
  const ranked = rankUnits(chart.units, measure).filter(({ d }) => d !== null);
  const texts = ranked.map((unit) => `${unit.name} ${shortValue(chart, unit)}`);
  const fits = fittingMapLabels(
    ranked.map(({ d, labelX, labelY }, index) => ({
      text: texts[index] ?? '',
      x: labelX,
      y: labelY,
      d: d ?? '',
    })),
    { width, height, size },
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are areas of a map
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.map}
      role="group"
      aria-label={screenMessages[frame.locale].chart(frame.title)}
    >
      {ranked.map((unit) => (
        <Unit key={unit.code} chart={chart} unit={unit} href={hrefs[unit.code]} />
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g className={styles.labels} fontSize={size} strokeWidth={size / 4} aria-hidden="true">
        {ranked.map((unit, index) =>
          fits[index] ? (
            <text
              key={unit.code}
              x={unit.labelX}
              y={unit.labelY}
              dy="0.35em"
              textAnchor="middle"
              className={labelClass(chart, unit, fits[index] === 'inside')}
            >
              {texts[index]}
            </text>
          ) : null,
        )}
      </g>
    </svg>
  );
}

type UnitProps = { chart: DistrictChart; unit: DistrictUnit; href: string | undefined };

function Unit({ chart, unit, href }: UnitProps) {
  const name = unitName(chart, unit);
  const area = (
    <path
      d={unit.d ?? ''}
      className={stepClass(chart, unit)}
      fill={classOf(unitValue(unit, chart.measure), chart.classes)?.color ?? mapZero}
    >
      <title>{name}</title>
    </path>
  );
  const look = classes(styles.unit, !unit.selected && styles.faded);
  return href === undefined ? (
    <g className={look} data-code={unit.code}>
      {area}
    </g>
  ) : (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className={look}
      aria-label={name}
      data-code={unit.code}
    >
      {area}
    </Link>
  );
}

/** The class that colours a unit; the same steps as in exported images, darkened for dark paper. */
function stepClass(chart: DistrictChart, unit: DistrictUnit): string | undefined {
  const found = classOf(unitValue(unit, chart.measure), chart.classes);
  return colorClass(found?.color ?? null);
}

/** The class of a label: on the colour of its area where it stands inside, else on paper. */
function labelClass(chart: DistrictChart, unit: DistrictUnit, isInside: boolean): string | undefined {
  if (!unit.selected) return styles.quiet;
  return isInside ? stepClass(chart, unit) : styles.over;
}

/** The class of a colour of the map; null = no number is known. */
export function colorClass(color: string | null): string | undefined {
  if (color === null) return styles.unknown;
  if (color === mapZero) return styles.zero;
  const step = (mapSteps as readonly string[]).indexOf(color);
  return step < 0 ? undefined : styles[`step${step}`];
}

function shortValue({ measure, frame, units }: DistrictChart, unit: DistrictUnit): string {
  if (measure === 'count') return formatNumber(unit.count, frame.locale);
  return unit.rate === null ? '–' : formatNumber(unit.rate, frame.locale, rateDigits(units));
}

/** How a unit is read out: "Leizhou: 2 incidents". */
function unitName({ measure, frame, units }: DistrictChart, unit: DistrictUnit): string {
  const screen = screenMessages[frame.locale];
  if (measure === 'count') return screen.unit(unit.name, screen.incidents(unit.count));
  const rate =
    unit.rate === null
      ? chartMessages[frame.locale].noRate
      : screen.perPeople(formatNumber(unit.rate, frame.locale, rateDigits(units)));
  return screen.unit(unit.name, `${rate} (${screen.incidents(unit.count)})`);
}
