import Link from 'next/link';
import type { Locale } from '@/lib/i18n/locale';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { AskedPath } from './asked-path';
import styles from './not-found.module.css';
import { PageHeading } from './page-heading';

type NotFoundProps = {
  locale: Locale;
  /** `record`: a record was asked for by a name that no published record has. */
  kind: 'page' | 'record';
};

/** Says what was asked for, why there may be nothing, and where to look instead. */
export function NotFound({ locale, kind }: NotFoundProps) {
  const words = layoutMessages[locale].notFound;
  const links = [
    ['/', words.start],
    ['/incidents', words.incidents],
    ['/directives', words.directives],
    ['/sources', words.sources],
  ] as const;
  return (
    <div className="wrap">
      <PageHeading title={kind === 'record' ? words.recordTitle : words.title} />
      <div className={styles.page}>
        <p className="prose">{kind === 'record' ? words.recordText : words.text}</p>
        <AskedPath words={{ asked: words.asked, search: words.search }} />
        <ul className={styles.links}>
          {links.map(([href, label]) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
