import type { Metadata } from 'next';
import { DirectiveFilter } from '@/components/directives/directive-filter';
import { DirectiveTable } from '@/components/directives/directive-table';
import { PageHeading } from '@/components/layout/page-heading';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { listDatasets } from '@/lib/datasets/queries';
import { directiveListPath, parseDirectiveList } from '@/lib/directives/filter';
import { listDirectives } from '@/lib/directives/queries';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';

type PageProps = { searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].directive.title };
}

export default async function DirectivesPage({ searchParams }: PageProps) {
  const locale = await getLocale();
  const { filter, page } = parseDirectiveList(await searchParams);
  const viewer = await pageViewer();
  const [list, datasets] = await Promise.all([listDirectives(viewer, filter, page), listDatasets(viewer)]);
  const words = recordMessages[locale];
  const titles = datasets.map(({ slug, title, titleZh }) => [slug, titleIn(locale, title, titleZh)]);
  const turn = (to: number, label: string) =>
    to < 1 || to > list.pages ? null : { href: directiveListPath(filter, to), label };
  return (
    <div className="wrap">
      <PageHeading
        title={words.directive.title}
        subtitle={words.directive.subtitle}
        actions={
          may(viewer, 'code') && (
            <ButtonLink href="/directives/new" variant="primary" size="small">
              {editRecordMessages[locale].directive.newTitle}
            </ButtonLink>
          )
        }
      />
      <DirectiveFilter
        filter={filter}
        counts={list.counts}
        datasets={Object.fromEntries(titles)}
        locale={locale}
      />
      <Card title={words.directive.list} subtitle={words.directive.shown(list.total)}>
        {list.rows.length === 0 ? (
          <EmptyState
            title={words.directive.empty}
            actions={<ButtonLink href="/directives">{words.directive.clear}</ButtonLink>}
          >
            {words.directive.emptyText}
          </EmptyState>
        ) : (
          <DirectiveTable rows={list.rows} locale={locale} />
        )}
        {list.pages > 1 && (
          <Pager
            label={words.pagesLabel}
            position={words.page(list.page, list.pages)}
            previous={turn(list.page - 1, words.previousPage)}
            next={turn(list.page + 1, words.nextPage)}
          />
        )}
      </Card>
    </div>
  );
}
