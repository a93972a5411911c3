import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import styles from '@/components/history/history.module.css';
import { actionWords, HistoryTable } from '@/components/history/history-table';
import { PageHeading } from '@/components/layout/page-heading';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { may } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import { forAdmins, parseHistoryFilter, subjectTypes } from '@/lib/history/filter';
import { listActions, listHistory } from '@/lib/history/queries';
import type { HistoryFilter } from '@/lib/history/types';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { editProblems } from '@/lib/i18n/messages/edit-problems';
import { historyMessages } from '@/lib/i18n/messages/history';
import { getLocale } from '@/lib/i18n/request';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: historyMessages[await getLocale()].title };
}

/** Who changed what, of everything; for those who code. */
export default async function HistoryPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (viewer.kind !== 'account') redirect('/sign-in?next=/history');
  if (!may(viewer, 'history')) notFound();
  const [locale, params] = await Promise.all([getLocale(), searchParams]);
  const { filter, before, ignored } = parseHistoryFilter(params);
  const [{ entries, older }, actions] = await Promise.all([
    listHistory(viewer, filter, before),
    listActions(viewer),
  ]);
  const words = historyMessages[locale];
  const types = subjectTypes.filter((type) => may(viewer, 'accounts') || !forAdmins.includes(type));
  const pageAt = (seq: number | null) => `/history?${queryOf(filter, seq)}`;
  return (
    <div className="wrap">
      <PageHeading title={words.title} subtitle={words.subtitle} />
      {ignored.length > 0 && <Notice kind="warning">{words.ignored(ignored.join(', '))}</Notice>}
      {filter.from !== null && filter.to !== null && filter.from > filter.to && (
        <Notice kind="warning">{editProblems[locale].daysOrder()}</Notice>
      )}
      <Card>
        <form className={styles.filter} action="/history" aria-label={words.filter}>
          <label>
            {words.type}
            <select name="type" defaultValue={filter.type ?? ''}>
              <option value="">{words.all}</option>
              {types.map((type) => (
                <option key={type} value={type}>
                  {words.types[type]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.action}
            <select name="action" defaultValue={filter.action ?? ''}>
              <option value="">{words.all}</option>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {`${words.types[action.split('.')[0] ?? ''] ?? ''} ${actionWords(action, locale)}`.trim()}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.who}
            <input name="who" defaultValue={filter.who ?? ''} maxLength={80} />
          </label>
          <label>
            {words.from}
            <input type="date" name="from" defaultValue={filter.from ?? ''} />
          </label>
          <label>
            {words.to}
            <input type="date" name="to" defaultValue={filter.to ?? ''} />
          </label>
          <Button type="submit" variant="primary">
            {words.apply}
          </Button>
          <ButtonLink href="/history">{words.clear}</ButtonLink>
        </form>
        {entries.length === 0 ? (
          <p className="muted">{words.empty}</p>
        ) : (
          <HistoryTable
            entries={entries}
            locale={locale}
            edits={may(viewer, 'edit')}
            redacts={may(viewer, 'redact-history')}
          />
        )}
        {(older !== null || before !== null) && (
          <Pager
            label={words.pages}
            position=""
            previous={before === null ? null : { href: pageAt(null), label: words.newest }}
            next={older === null ? null : { href: pageAt(older), label: words.older }}
          />
        )}
      </Card>
      <p>
        <Link href="/review" prefetch={false}>
          {words.reviewTitle}
        </Link>
        {may(viewer, 'edit') && (
          <>
            {' · '}
            <Link href="/history/acts" prefetch={false}>
              {actsMessages[locale].listTitle}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

function queryOf(filter: HistoryFilter, before: number | null): string {
  const set = Object.entries({ ...filter, before: before?.toString() ?? null }).filter(
    ([, value]) => value !== null,
  );
  return new URLSearchParams(set as [string, string][]).toString();
}
