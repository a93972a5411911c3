import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { RecordActions } from '@/components/edit/record-actions';
import { CiteCard } from '@/components/incidents/cite-card';
import { HistoryCard } from '@/components/incidents/history-card';
import { IncidentStory } from '@/components/incidents/incident-story';
import { KeptCells } from '@/components/incidents/kept-cells';
import { LocationCard } from '@/components/incidents/location-card';
import { RecordFacts } from '@/components/incidents/record-facts';
import { RecordSteps } from '@/components/incidents/record-steps';
import { RelatedRecords } from '@/components/incidents/related-records';
import { PageHeading } from '@/components/layout/page-heading';
import { RecordLayout } from '@/components/layout/record-layout';
import { EvidenceCard } from '@/components/sources/evidence-card';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { TypeDot } from '@/components/ui/type-dot';
import { may } from '@/lib/auth/permissions';
import { orNull, pageViewer } from '@/lib/auth/session';
import { termLabel } from '@/lib/codebook/vocabularies';
import { today } from '@/lib/dates/civil';
import { openSteps as openWork } from '@/lib/edit/steps';
import { AppError } from '@/lib/errors';
import { openSteps } from '@/lib/explore/steps';
import { requestOrigin } from '@/lib/http/origin';
import { historyMessages } from '@/lib/i18n/messages/history';
import { layoutMessages } from '@/lib/i18n/messages/layout';
import { mergeMessages } from '@/lib/i18n/messages/merge';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { openIncident } from '@/lib/incidents/edit/queries';
import { incidentFields } from '@/lib/incidents/fields';
import { redirectOf } from '@/lib/incidents/merging/queries';
import { incidentAspects } from '@/lib/incidents/record/aspects';
import { citationOf } from '@/lib/incidents/record/citation';
import { citationFiles, citationFormats, cite } from '@/lib/incidents/record/cite';
import { locationMap } from '@/lib/incidents/record/location';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { whenInWords } from '@/lib/incidents/record/words';
import { placeWords } from '@/lib/places/trails';
import { evidenceRows } from '@/lib/sources/evidence';
import { type Query, readQuery, writeQuery } from '@/lib/url/params';
import { decodeSegment } from '@/lib/url/segment';
import styles from './page.module.css';

type PageProps = {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

const load = cache(async (ref: string) => {
  try {
    const viewer = await pageViewer();
    const into = await redirectOf(ref, viewer);
    if (into !== null) permanentRedirect(`/incidents/${encodeURIComponent(into)}`);
    return await getIncidentRecord(ref, viewer);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') notFound();
    throw thrown;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const incident = await load(decodeSegment((await params).ref));
  return {
    title: titleIn(await getLocale(), incident.title, incident.titleZh),
    description: incident.summary,
    alternates: { canonical: `/incidents/${encodeURIComponent(incident.ref)}` },
  };
}

export default async function IncidentPage({ params, searchParams }: PageProps) {
  const [incident, locale] = await Promise.all([load(decodeSegment((await params).ref)), getLocale()]);
  const [origin, map] = await Promise.all([requestOrigin(), locationMap(incident, locale)]);
  const viewer = await pageViewer();
  const open = await orNull(openIncident(incident.ref, viewer));
  const selection = await searchParams;
  const query = queryString(selection);
  const steps = query === '' ? incident : await openSteps(incident.ref, selection, viewer);
  const words = recordMessages[locale];
  const place = placeWords(incident.places, incident.placeId, locale);
  const citable = citationOf(incident, origin, today());
  const copyWords = { copy: words.copy, copied: words.copied, copyFailed: words.copyFailed };
  const base = `/incidents/${encodeURIComponent(incident.ref)}`;
  return (
    <div className="wrap">
      {query !== '' && (
        <p className={styles.back}>
          <Link href={`/${query}`} prefetch={false}>
            ← {words.record.back}
          </Link>
        </p>
      )}
      <PageHeading
        breadcrumbLabel={layoutMessages[locale].breadcrumb}
        breadcrumb={[
          { label: layoutMessages[locale].nav.incidents, href: '/incidents' },
          {
            label: titleIn(locale, incident.dataset.title, incident.dataset.titleZh),
            href: `/?dataset=${incident.dataset.slug}`,
          },
          { label: incident.ref },
        ]}
        title={titleIn(locale, incident.title, incident.titleZh)}
        subtitle={
          <p className={styles.subtitle}>
            <span>
              <TypeDot code={incident.type} label={termLabel('type', incident.type, locale)} />
            </span>
            <span>{whenInWords(incident, locale)}</span>
            <span>{place}</span>
            {incident.status !== 'published' && (
              <Tag tone="warning">{termLabel('status', incident.status, locale)}</Tag>
            )}
          </p>
        }
        actions={
          open && (
            <>
              <ButtonLink href={`/incidents/${encodeURIComponent(open.ref)}/history`}>
                {historyMessages[locale].versions}
              </ButtonLink>
              {may(viewer, 'edit') && (
                <ButtonLink href={`/incidents/${encodeURIComponent(open.ref)}/merge`}>
                  {mergeMessages[locale].button}
                </ButtonLink>
              )}
              <RecordActions
                key={open.version}
                kind="incident"
                base="/incidents"
                record={open.ref}
                version={open.version}
                steps={openWork(open, viewer)}
                locale={locale}
              />
            </>
          )
        }
      />
      <RecordLayout
        before={
          incident.dataset.origin === 'synthetic' && (
            <Notice kind="warning" title={words.synthetic}>
              {words.syntheticNote}
            </Notice>
          )
        }
        aside={
          <>
            <RecordFacts
              incident={incident}
              locale={locale}
              actions={
                <CopyButton
                  text={`${origin}${base}`}
                  command="copy-link"
                  label={words.record.copyLink}
                  doneLabel={words.copied}
                  failedLabel={words.copyFailed}
                />
              }
            />
            {map && (
              <LocationCard
                map={map}
                tone={incident.type}
                precision={termLabel('placePrecision', incident.placePrecision, locale)}
                locale={locale}
              />
            )}
            <CiteCard
              words={{ ...words.cite, ...copyWords, download: words.download }}
              citations={citationFormats.map((format) => ({
                format,
                name: format === 'text' ? words.cite.text : citationFiles[format].name,
                text: cite(citable, format),
                href: `${base}/${citationFiles[format].file}`,
                file: `${incident.ref}-${citationFiles[format].file}`,
              }))}
            />
          </>
        }
      >
        <IncidentStory incident={incident} locale={locale} />
        <EvidenceCard
          codingNote={incident.codingNote}
          locale={locale}
          rows={evidenceRows(incident.claims, {
            fields: incidentFields,
            aspects: incidentAspects,
            locale,
            placeName: (id) => `${placeWords(incident.places, id, locale)} (${id})`,
          })}
        />
        {incident.extra && <KeptCells extra={incident.extra} row={incident.importRow} locale={locale} />}
        <RelatedRecords related={incident.related} locale={locale} />
        <HistoryCard changes={incident.changes} locale={locale} />
        <RecordSteps previous={steps.previous} next={steps.next} query={query} locale={locale} />
      </RecordLayout>
    </div>
  );
}

/** The query string that came along, as it can be put into our own addresses. */
function queryString(query: Query): string {
  const entries = [...readQuery(query)].flatMap(([name, values]) =>
    values.map((value): [string, string] => [encodeURIComponent(name), value]),
  );
  return writeQuery(entries);
}
