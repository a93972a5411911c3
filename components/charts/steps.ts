import { mapSteps, mapZero } from '@/lib/charts/palette';
import styles from './steps.module.css';

/** The class of a colour of a map or a matrix, which darkens it for dark paper; null = no number is known. */
export function stepClass(color: string | null): string | undefined {
  if (color === null) return styles.unknown;
  if (color === mapZero) return styles.zero;
  const step = (mapSteps as readonly string[]).indexOf(color);
  return step < 0 ? undefined : styles[`step${step}`];
}
