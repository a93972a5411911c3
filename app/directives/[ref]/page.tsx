import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DirectiveFacts } from '@/components/directives/directive-facts';
import { RecordActions } from '@/components/edit/record-actions';
import { RecordList } from '@/components/incidents/record-list';
import { PageHeading } from '@/components/layout/page-heading';
import { RecordLayout } from '@/components/layout/record-layout';
import { EvidenceCard } from '@/components/sources/evidence-card';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TagList } from '@/components/ui/tag';
import { orNull, pageViewer } from '@/lib/auth/session';
import { termLabel } from '@/lib/codebook/vocabularies';
import { directiveAspects } from '@/lib/directives/aspects';
import { openDirective } from '@/lib/directives/edit/queries';
import { directiveFields } from '@/lib/directives/fields';
import { getDirective } from '@/lib/directives/queries';
import { issuedInWords, issuerInWords } from '@/lib/directives/words';
import { openSteps } from '@/lib/edit/steps';
import { AppError } from '@/lib/errors';
import { historyMessages } from '@/lib/i18n/messages/history';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { placeWords } from '@/lib/places/trails';
import { evidenceRows } from '@/lib/sources/evidence';
import { decodeSegment } from '@/lib/url/segment';
import styles from './page.module.css';

type PageProps = { params: Promise<{ ref: string }> };

const load = cache(async (ref: string) => {
  try {
    return await getDirective(ref, await pageViewer());
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') notFound();
    throw thrown;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const directive = await load(decodeSegment((await params).ref));
  return {
    title: titleIn(await getLocale(), directive.title, directive.titleZh),
    description: directive.summary,
    alternates: { canonical: `/directives/${encodeURIComponent(directive.ref)}` },
  };
}

export default async function DirectivePage({ params }: PageProps) {
  const [directive, locale] = await Promise.all([load(decodeSegment((await params).ref)), getLocale()]);
  const viewer = await pageViewer();
  const open = await orNull(openDirective(directive.ref, viewer));
  const words = recordMessages[locale];
  const english = locale === 'zh' ? 'en' : undefined;
  return (
    <div className="wrap">
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[{ label: words.directive.title, href: '/directives' }, { label: directive.ref }]}
        title={titleIn(locale, directive.title, directive.titleZh)}
        subtitle={[
          termLabel('directiveKind', directive.kind, locale),
          issuerInWords(directive, locale),
          issuedInWords(directive, locale),
        ].join(' · ')}
        actions={
          open && (
            <>
              <ButtonLink href={`/directives/${encodeURIComponent(open.ref)}/history`}>
                {historyMessages[locale].versions}
              </ButtonLink>
              <RecordActions
                key={open.version}
                kind="directive"
                base="/directives"
                record={open.ref}
                version={open.version}
                steps={openSteps(open, viewer)}
                locale={locale}
              />
            </>
          )
        }
      />
      <RecordLayout
        before={
          directive.synthetic && (
            <Notice kind="warning" title={words.synthetic}>
              {words.syntheticNote}
            </Notice>
          )
        }
        aside={<DirectiveFacts directive={directive} locale={locale} />}
      >
        <Card title={words.directive.ordered}>
          <p className={`prose ${styles.summary}`} lang={english}>
            {directive.summary}
          </p>
          <TagList
            items={directive.orders.map((order) => ({
              key: order,
              label: termLabel('order', order, locale),
              href: `/directives?order=${order}`,
            }))}
          />
        </Card>
        <Card title={words.directive.aboutIncidents}>
          {directive.incidents.length === 0 ? (
            <p className="muted">{words.directive.noIncidents}</p>
          ) : (
            <RecordList items={directive.incidents} locale={locale} />
          )}
        </Card>
        <EvidenceCard
          codingNote={directive.codingNote}
          locale={locale}
          rows={evidenceRows(directive.claims, {
            fields: directiveFields,
            aspects: directiveAspects,
            locale,
            placeName: (id) => `${placeWords(directive.places, id, locale)} (${id})`,
          })}
        />
      </RecordLayout>
    </div>
  );
}
