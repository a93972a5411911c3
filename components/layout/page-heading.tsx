import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

type PageHeadingProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** The way from the top; the last has no address. */
  breadcrumb?: { label: string; href?: string }[];
  /** Name of the breadcrumb for screen readers. */
  breadcrumbLabel?: string;
  actions?: ReactNode;
};

/** The first thing on a page: where it is, what it is called, what it shows. */
export function PageHeading({ title, subtitle, breadcrumb, breadcrumbLabel, actions }: PageHeadingProps) {
  return (
    <div className={styles.heading}>
      <div className={styles.words}>
        {breadcrumb && (
          <nav className={styles.crumbs} aria-label={breadcrumbLabel}>
            <ol>
              {breadcrumb.map((crumb) => (
                <li key={crumb.label}>
                  {crumb.href === undefined ? (
                    <span aria-current="page">{crumb.label}</span>
                  ) : (
                    <Link href={crumb.href} prefetch={false}>
                      {crumb.label}
                    </Link>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={`${styles.actions} no-print`}>{actions}</div>}
    </div>
  );
}
