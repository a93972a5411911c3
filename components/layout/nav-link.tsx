'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './site-header.module.css';

/** A page of the header; marked when it, or something below it, is shown. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const within = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      className={styles.link}
      data-label={label}
      aria-current={path === href ? 'page' : within ? 'true' : undefined}
    >
      {label}
      <Pending />
    </Link>
  );
}

/** A line under the link while its page is on the way. */
function Pending() {
  const { pending } = useLinkStatus();
  return pending ? <span className={styles.pending} aria-hidden="true" /> : null;
}
