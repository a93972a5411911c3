import Link from 'next/link';
import { ShortcutsHint } from '@/components/commands/shortcuts-hint';
import type { Locale } from '@/lib/i18n/locale';
import { commandMessages } from '@/lib/i18n/messages/commands';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { savedMessages } from '@/lib/i18n/messages/saved';
import styles from './site-footer.module.css';

/** What Daybook is, what it keeps out, and where rules and data are explained. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const words = layoutMessages[locale].footer;
  return (
    <footer className={styles.footer}>
      <div className={`wrap ${styles.inner}`}>
        <p>{words.about}</p>
        <p>{words.care}</p>
        <p>{words.boundaries}</p>
        <ul className={styles.links}>
          <li>
            <Link href="/codebook" prefetch={false}>
              {words.codebook}
            </Link>
          </li>
          <li>
            <Link href="/data" prefetch={false}>
              {words.data}
            </Link>
          </li>
          <li>
            <Link href="/sources" prefetch={false}>
              {words.sources}
            </Link>
          </li>
          <li>
            <Link href="/views" prefetch={false}>
              {savedMessages[locale].title}
            </Link>
          </li>
          <li className="no-print">
            <ShortcutsHint label={commandMessages[locale].hint} />
          </li>
        </ul>
      </div>
    </footer>
  );
}
