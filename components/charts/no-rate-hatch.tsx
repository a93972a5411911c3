import styles from './district-map.module.css';

/** The hatch of areas whose rate is not known. `scale`: units of the drawing to a pixel. */
export function NoRateHatch({ id, scale }: { id: string; scale: number }) {
  const side = 5 * scale;
  return (
    <pattern
      id={id}
      patternUnits="userSpaceOnUse"
      width={side}
      height={side}
      patternTransform="rotate(45)"
      className={styles.hatch}
    >
      <rect width={side} height={side} />
      <line x1="0" x2="0" y1="0" y2={side} strokeWidth={scale * 1.6} />
    </pattern>
  );
}
