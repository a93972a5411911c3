import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { formatDay } from '@/lib/dates/format';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { keepActs } from '@/lib/i18n/messages/keep-acts';
import { savedMessages } from '@/lib/i18n/messages/saved';
import type { ListedView, ViewList } from '@/lib/saved-views/list';
import styles from './saved-views.module.css';

type ViewListCardProps = {
  list: ViewList;
  /** Address of the site, for links to be copied. */
  origin: string;
  locale: Locale;
};

/** A page of the list of saved views. */
export function ViewListCard({ list, origin, locale }: ViewListCardProps) {
  const words = savedMessages[locale];
  const { views, total, page, pages } = list;
  if (total === 0) {
    return (
      <EmptyState
        title={words.none}
        actions={
          <ButtonLink href="/" variant="primary">
            {words.toExplore}
          </ButtonLink>
        }
      >
        {words.noneText}
      </EmptyState>
    );
  }
  const step = (to: number, label: string) =>
    to >= 1 && to <= pages ? { href: `/views?page=${to}`, label } : null;
  return (
    <Card footerEnd={words.count(formatNumber(total, locale), total === 1)}>
      <ul className={styles.list}>
        {views.map((view) => (
          <Item key={view.id} view={view} origin={origin} locale={locale} />
        ))}
      </ul>
      {pages > 1 && (
        <Pager
          label={words.pages}
          position={words.position(formatNumber(page, locale), formatNumber(pages, locale))}
          previous={step(page - 1, words.previous)}
          next={step(page + 1, words.next)}
        />
      )}
    </Card>
  );
}

function Item({ view, origin, locale }: { view: ListedView; origin: string; locale: Locale }) {
  const words = savedMessages[locale];
  const url = origin + view.path;
  return (
    <li className={styles.item} data-command-row>
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link href={view.path} prefetch={false}>
            <bdi>{view.name}</bdi>
          </Link>
        </h2>
        {view.description !== null && (
          <p className={styles.description} dir="auto">
            {view.description}
          </p>
        )}
        <p className={styles.filter}>
          {words.storedPages[view.page]} · {view.sentence}
        </p>
        {view.leftOut > 0 && (
          <p className={styles.gone}>
            {words.leftOut(formatNumber(view.leftOut, locale), view.leftOut === 1)}
          </p>
        )}
      </div>
      <div className={styles.side}>
        <p>{words.savedOn(formatDay(view.createdAt.slice(0, 10), locale))}</p>
        <p className={styles.link}>
          <code className={styles.path}>{view.path}</code>
          <span className="no-print">
            <CopyButton
              text={url}
              label={keepActs[locale].copyLink}
              ariaLabel={words.copyOf(view.name)}
              doneLabel={keepActs[locale].copied}
              failedLabel={keepActs[locale].copyFailed}
            />
          </span>
        </p>
      </div>
    </li>
  );
}
