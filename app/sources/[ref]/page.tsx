import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { RecordLayout } from '@/components/layout/record-layout';
import { FigureTable } from '@/components/sources/figure-table';
import { RestingTable } from '@/components/sources/resting-table';
import { SourceFacts } from '@/components/sources/source-facts';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TypeDot } from '@/components/ui/type-dot';
import { may } from '@/lib/auth/permissions';
import { pageViewer } from '@/lib/auth/session';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import { directiveAspects } from '@/lib/directives/aspects';
import { directiveFields } from '@/lib/directives/fields';
import { AppError } from '@/lib/errors';
import { editMessages } from '@/lib/i18n/messages/edit';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { historyMessages } from '@/lib/i18n/messages/history';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { incidentFields } from '@/lib/incidents/fields';
import { incidentAspects } from '@/lib/incidents/record/aspects';
import { getSource } from '@/lib/sources/queries';
import { decodeSegment } from '@/lib/url/segment';

type PageProps = { params: Promise<{ ref: string }> };

const load = cache(async (ref: string) => {
  try {
    return await getSource(ref, await pageViewer());
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') notFound();
    throw thrown;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const source = await load(decodeSegment((await params).ref));
  return {
    title: titleIn(await getLocale(), source.headline, source.headlineZh),
    alternates: { canonical: `/sources/${encodeURIComponent(source.ref)}` },
  };
}

export default async function SourcePage({ params }: PageProps) {
  const [source, locale] = await Promise.all([load(decodeSegment((await params).ref)), getLocale()]);
  const words = recordMessages[locale];
  const edits = may(await pageViewer(), 'edit');
  const nothing = source.incidentCount + source.directiveCount + source.figures.length === 0;
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[{ label: words.source.title, href: '/sources' }, { label: source.ref }]}
        title={titleIn(locale, source.headline, source.headlineZh)}
        subtitle={`${source.outlet} · ${source.publishedOn ? formatDay(source.publishedOn, locale) : words.undated}`}
        actions={
          edits && (
            <>
              <ButtonLink href={`/figures/new?source=${encodeURIComponent(source.ref)}`}>
                {editRecordMessages[locale].figure.newTitle}
              </ButtonLink>
              <ButtonLink href={`/sources/${encodeURIComponent(source.ref)}/history`}>
                {historyMessages[locale].versions}
              </ButtonLink>
              <ButtonLink href={`/sources/${encodeURIComponent(source.ref)}/edit`}>
                {editMessages[locale].edit}
              </ButtonLink>
            </>
          )
        }
      />
      <RecordLayout
        before={
          source.synthetic && (
            <Notice kind="warning" title={words.synthetic}>
              {words.source.syntheticNote}
            </Notice>
          )
        }
        aside={<SourceFacts source={source} locale={locale} />}
      >
        {nothing && (
          <Card title={words.source.rests}>
            <p className="muted">{words.source.noRecords}</p>
          </Card>
        )}
        {source.incidents.length > 0 && (
          <Card title={words.source.incidents} subtitle={words.incidents(source.incidentCount)}>
            <RestingTable
              label={words.source.incidentTable}
              records={source.incidents}
              total={source.incidentCount}
              base="/incidents"
              fields={incidentFields}
              aspects={incidentAspects}
              kindLabel={(code) => <TypeDot code={code} label={termLabel('type', code, locale)} />}
              locale={locale}
            />
          </Card>
        )}
        {source.directives.length > 0 && (
          <Card title={words.source.directives} subtitle={words.directives(source.directiveCount)}>
            <RestingTable
              label={words.source.directiveTable}
              records={source.directives}
              total={source.directiveCount}
              base="/directives"
              fields={directiveFields}
              aspects={directiveAspects}
              kindLabel={(code) => termLabel('directiveKind', code, locale)}
              locale={locale}
            />
          </Card>
        )}
        {source.figures.length > 0 && (
          <Card title={words.source.figures} subtitle={words.figure.subtitle}>
            <FigureTable
              of={source.outlet}
              figures={source.figures}
              places={source.places}
              locale={locale}
              withSource={false}
              edits={edits}
            />
          </Card>
        )}
      </RecordLayout>
    </div>
  );
}
