import Link from 'next/link';
import type { ReactNode } from 'react';
import { textWidth } from '@/lib/charts/labels';
import { classes } from '../ui/tone';
import styles from './reported-bar.module.css';

type ReportedBarProps = {
  /** What the source counts, in the order it is drawn; `color` is a hex literal. */
  parts: { label: string; value: number; color: string; href: string | null }[];
  /** What is described one by one, drawn at the same scale under the parts. */
  described: { label: string; value: number; href: string };
  /** The whole that the source reports. */
  total: number;
};

/** Widths of the bar, in rem, at which the style sheet knows whether a label has room inside its part. */
const widths = [15, 18, 21, 25, 32, 40, 52];

/** The classes of a label inside its part, shown from some width on, and under the bar, shown up to it. */
function placesOf(label: string, share: number): { inside: string | null; under: string | undefined } {
  const needed = (textWidth(label, 11.5) + 14) / 16 / share;
  const width = widths.find((rem) => rem >= needed);
  if (width === undefined) return { inside: null, under: undefined };
  return { inside: styles[`inside${width}`] ?? '', under: styles[`under${width}`] };
}

/**
 * What a source reports, and how much of it is described one by one. The described incidents lie under the
 * parts, not in one of them: the source does not say which part they belong to.
 */
export function ReportedBar({ parts, described, total }: ReportedBarProps) {
  const whole = Math.max(1, total);
  let before = 0;
  const placed = parts.map((part) => {
    const start = before;
    before += part.value;
    return {
      ...part,
      ...placesOf(part.label, part.value / whole),
      start: share(start / whole),
      width: share(part.value / whole),
    };
  });
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its parts have names */}
      <svg className={styles.bar}>
        {placed.map((part) => (
          <Part key={part.label} label={part.label} href={part.href}>
            <rect x={part.start} width={part.width} height="26" fill={part.color} fillOpacity="0.3" />
            {part.inside !== null && (
              <text x={part.start} dx="8" y="13" dy="0.35em" className={classes(styles.words, part.inside)}>
                {part.label}
              </text>
            )}
          </Part>
        ))}
        <rect
          className={styles.described}
          y="28"
          width={described.value > 0 ? share(described.value / whole) : '0'}
          height="6"
        />
      </svg>
      <ul className={styles.list}>
        {placed.map(({ label, color, href, under }) => (
          <li key={label} className={under}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" fill={color} fillOpacity="0.45" />
            </svg>
            {href === null ? label : <Words href={href}>{label}</Words>}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect className={styles.described} y="2" width="10" height="6" />
          </svg>
          <Words href={described.href}>{described.label}</Words>
        </li>
      </ul>
    </div>
  );
}

function Part({ label, href, children }: { label: string; href: string | null; children: ReactNode }) {
  return href === null ? (
    <g>{children}</g>
  ) : (
    <Link href={href} prefetch={false} aria-label={label} className={styles.part}>
      {children}
    </Link>
  );
}

function Words({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={styles.link}>
      {children}
    </Link>
  );
}

function share(part: number): string {
  return `${(Math.min(1, part) * 100).toFixed(2)}%`;
}
