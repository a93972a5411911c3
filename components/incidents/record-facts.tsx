import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Tag } from '@/components/ui/tag';
import { TypeDot } from '@/components/ui/type-dot';
import { termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { formatSize } from '@/lib/incidents/format';
import type { IncidentRecord } from '@/lib/incidents/record/types';
import { whenInWords } from '@/lib/incidents/record/words';
import { placeWords } from '@/lib/places/trails';

type RecordFactsProps = { incident: IncidentRecord; locale: Locale; actions?: ReactNode };

/** The coded values of a record in words. Terms lead to the incidents that share them. */
export function RecordFacts({ incident, locale, actions }: RecordFactsProps) {
  const words = recordMessages[locale];
  const { record } = words;
  const { dataset } = incident;
  const terms = (key: string, term: string, vocabulary: VocabularyName, codes: string[]): Definition => ({
    key,
    term,
    value:
      codes.length === 0 ? (
        <span className="muted">{words.unknown}</span>
      ) : (
        codes.map((code, index) => (
          <span key={code}>
            {index > 0 && (locale === 'zh' ? '、' : ', ')}
            <Link href={`/?${key}=${encodeURIComponent(code)}`} prefetch={false}>
              {termLabel(vocabulary, code, locale)}
            </Link>
          </span>
        ))
      ),
  });
  const items: Definition[] = [
    {
      key: 'type',
      term: record.type,
      value: (
        <Link href={`/?type=${incident.type}`} prefetch={false}>
          <TypeDot code={incident.type} label={termLabel('type', incident.type, locale)} />
        </Link>
      ),
    },
    {
      key: 'sourceCategory',
      term: record.sourceCategory,
      value: incident.sourceCategory ?? <span className="muted">{words.notSaid}</span>,
    },
    terms('issue', record.issues, 'issue', incident.issues),
    terms('group', record.groups, 'group', incident.groups),
    terms('form', record.forms, 'form', incident.forms),
    terms('target', record.targets, 'target', incident.targets),
    { key: 'size', term: record.participants, value: formatSize(incident, locale) },
    { key: 'date', term: record.date, value: whenInWords(incident, locale) },
    {
      key: 'precision',
      term: record.datePrecision,
      value: termLabel('datePrecision', incident.datePrecision, locale),
    },
    { key: 'place', term: record.place, value: placeWords(incident.places, incident.placeId, locale) },
    {
      key: 'placePrecision',
      term: record.placePrecision,
      value: termLabel('placePrecision', incident.placePrecision, locale),
    },
    {
      key: 'destination',
      term: record.destination,
      value:
        incident.destinationPlaceId === null
          ? null
          : placeWords(incident.places, incident.destinationPlaceId, locale),
    },
    {
      key: 'dataset',
      term: record.dataset,
      value: (
        <>
          <Link href={`/data#${dataset.slug}`} prefetch={false}>
            {titleIn(locale, dataset.title, dataset.titleZh)}
          </Link>{' '}
          {dataset.origin === 'synthetic' && <Tag tone="warning">{words.synthetic}</Tag>}
        </>
      ),
    },
    { key: 'status', term: record.status, value: termLabel('status', incident.status, locale) },
    { key: 'version', term: record.version, value: versionInWords(incident, locale) },
  ];
  return (
    <Card title={record.facts} actions={actions}>
      <DefinitionList items={items} />
    </Card>
  );
}

function versionInWords(incident: IncidentRecord, locale: Locale): string {
  const actor = incident.changes[0]?.actorName;
  const date = formatDay(incident.updatedAt.slice(0, 10), locale);
  const { versionValue, versionOnly } = recordMessages[locale].record;
  return actor ? versionValue(incident.version, actor, date) : versionOnly(incident.version, date);
}
