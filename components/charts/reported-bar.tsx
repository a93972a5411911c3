import Link from 'next/link';
import type { ReactNode } from 'react';
import { textWidth } from '@/lib/charts/labels';
import styles from './reported-bar.module.css';

type ReportedBarProps = {
  /** What the source counts, in the order it is drawn; `color` is a hex literal. */
  parts: { label: string; value: number; color: string; href: string | null }[];
  /** What is described one by one, drawn at the same scale under the parts. */
  described: { label: string; value: number; href: string };
  /** The whole that the source reports. */
  total: number;
};

/** Width that the bar is at least expected to have, in pixels: what has no room there is written under it. */
const narrowest = 330;

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
    const fits = textWidth(part.label, 11.5) + 14 < (part.value / whole) * narrowest;
    return { ...part, start: share(start / whole), width: share(part.value / whole), fits };
  });
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its parts have names */}
      <svg className={styles.bar}>
        {placed.map((part) => (
          <Part key={part.label} label={part.label} href={part.href}>
            <rect x={part.start} width={part.width} height="26" fill={part.color} fillOpacity="0.3" />
            {part.fits && (
              <text x={part.start} dx="8" y="13" dy="0.35em" className={styles.words}>
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
        {placed
          .filter(({ fits }) => !fits)
          .map(({ label, color, href }) => (
            <li key={label}>
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
    <Link href={href} prefetch={false} scroll={false} aria-label={label} className={styles.part}>
      {children}
    </Link>
  );
}

function Words({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} scroll={false} className={styles.link}>
      {children}
    </Link>
  );
}

function share(part: number): string {
  return `${(Math.min(1, part) * 100).toFixed(2)}%`;
}
