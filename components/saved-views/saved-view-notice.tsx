import { Notice } from '@/components/ui/notice';
import { formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { ignoredSentence } from '@/lib/i18n/messages/filters';
import { savedMessages } from '@/lib/i18n/messages/saved';
import type { SavedView } from '@/lib/saved-views/types';
import type { Ignored } from '@/lib/url/params';
import styles from './saved-views.module.css';

type SavedViewNoticeProps = {
  view: SavedView;
  /** What it names and the present vocabulary and data do not know. */
  ignored: Ignored[];
  locale: Locale;
};

/** Says which saved view is shown, and what of it had to be left out. */
export function SavedViewNotice({ view, ignored, locale }: SavedViewNoticeProps) {
  const words = savedMessages[locale];
  const date = formatDay(view.createdAt.slice(0, 10), locale);
  const description = view.description !== null && (
    <p className={styles.description} dir="auto">
      {view.description}
    </p>
  );
  if (ignored.length === 0) {
    return (
      <div className={styles.notice}>
        <Notice title={<bdi>{words.opened(view.name, date)}</bdi>}>{description}</Notice>
      </div>
    );
  }
  return (
    <div className={styles.notice}>
      <Notice kind="warning" title={<bdi>{words.partsGone(view.name)}</bdi>}>
        {description}
        <p>{words.partsGoneText(date, view.codebookVersion)}</p>
        <ul className={styles.ignored}>
          {ignored.slice(0, 8).map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <li key={index}>{ignoredSentence(one, locale)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
