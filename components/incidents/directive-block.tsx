import Link from 'next/link';
import { TagList } from '@/components/ui/tag';
import { termLabel } from '@/lib/codebook/vocabularies';
import { addresseesInWords, issuedInWords, issuerInWords } from '@/lib/directives/words';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { RecordDirective } from '@/lib/incidents/record/types';
import styles from './directive-block.module.css';

/** One directive about the incident: who, to whom, when, what, and the orders as terms. */
export function DirectiveBlock({ directive, locale }: { directive: RecordDirective; locale: Locale }) {
  const words = recordMessages[locale].record;
  const addressees = addresseesInWords(directive.addressees, locale);
  const english = locale === 'zh' ? 'en' : undefined;
  return (
    <div className={styles.block}>
      <p className={styles.who}>
        <strong lang={directive.issuerText ? english : undefined}>{issuerInWords(directive, locale)}</strong>{' '}
        {addressees === null ? (
          `· ${words.addresseesUnknown}`
        ) : (
          <>
            {words.to} <span lang={english}>{addressees}</span>
          </>
        )}{' '}
        · {issuedInWords(directive, locale)}
      </p>
      <p className="prose" lang={english}>
        {directive.summary}
      </p>
      <div className={styles.foot}>
        <TagList
          items={directive.orders.map((order) => ({
            key: order,
            label: termLabel('order', order, locale),
            href: `/?order=${order}`,
          }))}
        />
        <Link href={`/directives/${encodeURIComponent(directive.ref)}`} prefetch={false}>
          {words.openDirective}
        </Link>
      </div>
    </div>
  );
}
