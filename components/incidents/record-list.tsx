import Link from 'next/link';
import { TypeDot } from '@/components/ui/type-dot';
import { termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import type { RecordName } from '@/lib/incidents/record/types';
import { whenInWords } from '@/lib/incidents/record/words';
import styles from './record-list.module.css';

type RecordListProps = {
  /** `remark` is said last, e.g. "same place". */
  items: (RecordName & { remark?: string })[];
  locale: Locale;
};

/** Incidents as a short list: title, date, type. */
export function RecordList({ items, locale }: RecordListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.ref} className={styles.item}>
          <Link
            href={`/incidents/${encodeURIComponent(item.ref)}`}
            prefetch={false}
            className={styles.title}
            lang={titleLang(locale, item.titleZh)}
          >
            {titleIn(locale, item.title, item.titleZh)}
          </Link>
          <p className={styles.meta}>
            <span>
              <TypeDot code={item.type} label={termLabel('type', item.type, locale)} />
            </span>
            <span>{whenInWords(item, locale)}</span>
            {item.remark !== undefined && <span>{item.remark}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
