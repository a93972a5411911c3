import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './tag.module.css';
import { classes } from './tone';

type TagProps = {
  children: ReactNode;
  /** Where the tag leads; without it the tag is only a word in a box. */
  href?: string;
  tone?: 'default' | 'quiet' | 'warning';
  title?: string;
};

/** A term of a vocabulary, or a mark such as "synthetic". */
export function Tag({ children, href, tone = 'default', title }: TagProps) {
  const look = classes(styles.tag, tone === 'quiet' && styles.quiet, tone === 'warning' && styles.warning);
  return href === undefined ? (
    <span className={look} title={title}>
      {children}
    </span>
  ) : (
    <Link href={href} prefetch={false} className={look} title={title}>
      {children}
    </Link>
  );
}

/** Tags in a row. Draws nothing for no items. */
export function TagList({ items }: { items: { key: string; label: ReactNode; href?: string }[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key}>
          <Tag href={item.href}>{item.label}</Tag>
        </li>
      ))}
    </ul>
  );
}
