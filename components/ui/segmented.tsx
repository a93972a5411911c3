import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './segmented.module.css';

type SegmentedLinksProps = {
  /** What is chosen, for screen readers: "Interval". */
  label: string;
  items: { key: string; label: ReactNode; href: string; current: boolean }[];
};

/** A choice of one out of a few, each with an address. */
export function SegmentedLinks({ label, items }: SegmentedLinksProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are links
    <div className={styles.group} role="group" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.key}
          href={item.href}
          prefetch={false}
          scroll={false}
          className={styles.item}
          aria-current={item.current ? 'true' : undefined}
        >
          {item.label}
        </Link>
      ))}
    </div>
  );
}

type SegmentedProps<Value extends string> = {
  label: string;
  items: { value: Value; label: ReactNode; title?: string; disabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A choice of one out of a few, as buttons. Used by client components, since it takes a function. */
export function Segmented<Value extends string>({ label, items, value, onChange }: SegmentedProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and form semantics
    <div className={styles.group} role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          className={styles.item}
          aria-pressed={item.value === value}
          title={item.title}
          disabled={item.disabled}
          onClick={() => onChange(item.value)}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
