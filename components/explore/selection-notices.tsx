import dynamic from 'next/dynamic';
import { Notice } from '@/components/ui/notice';
import type { ExplorePage } from '@/lib/explore/open';
import { phrasesSentence } from '@/lib/explore/phrases';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import styles from './explore.module.css';

const SavedViewNotice = dynamic(() =>
  import('@/components/saved-views/saved-view-notice').then((module) => module.SavedViewNotice),
);

/** What the reader must know of a selection: parts of the address that were left out, and records that are made up. */
export function SelectionNotices({ page, locale }: { page: ExplorePage; locale: Locale }) {
  const t = exploreMessages[locale];
  const { ignored, totals } = page;
  return (
    <>
      <p className="print-only">
        {t.filters}
        {t.colon}
        {phrasesSentence(page.phrases, locale)}
      </p>
      {page.savedView && <SavedViewNotice view={page.savedView} ignored={ignored} locale={locale} />}
      {!page.savedView && ignored.length > 0 && (
        <div className={styles.notice}>
          <Notice kind="warning" title={t.ignoredTitle}>
            <ul className={styles.ignored}>
              {ignored.slice(0, 8).map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
                <li key={index}>{ignoredSentence(one, locale)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {(totals.synthetic > 0 || page.isSynthetic) && (
        <div className={styles.notice}>
          <Notice kind="warning">
            {totals.synthetic === totals.incidents
              ? t.synthetic
              : t.syntheticPart(
                  formatNumber(totals.synthetic, locale),
                  formatNumber(totals.incidents, locale),
                )}
          </Notice>
        </div>
      )}
    </>
  );
}
