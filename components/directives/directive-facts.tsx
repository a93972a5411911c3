import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import type { DirectiveRecord } from '@/lib/directives/types';
import { addresseesInWords, issuedInWords } from '@/lib/directives/words';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages, titleIn } from '@/lib/i18n/messages/records';
import { placeWords } from '@/lib/places/trails';

/** The coded values of a directive in words. */
export function DirectiveFacts({ directive, locale }: { directive: DirectiveRecord; locale: Locale }) {
  const words = recordMessages[locale];
  const english = locale === 'zh' ? 'en' : undefined;
  const addressees = addresseesInWords(directive.addressees, locale);
  const { dataset, issuerPlaceId, issuerText } = directive;
  const items: Definition[] = [
    { key: 'kind', term: words.directive.kind, value: termLabel('directiveKind', directive.kind, locale) },
    {
      key: 'office',
      term: words.directive.issuer,
      value: (
        <>
          <Link href={`/directives?office=${directive.issuerOffice}`} prefetch={false}>
            {termLabel('office', directive.issuerOffice, locale)}
          </Link>
          {issuerText !== null && <div lang={english}>{issuerText}</div>}
        </>
      ),
    },
    {
      key: 'place',
      term: words.directive.place,
      value:
        issuerPlaceId === null ? (
          <span className="muted">{words.notSaid}</span>
        ) : (
          placeWords(directive.places, issuerPlaceId, locale)
        ),
    },
    {
      key: 'addressees',
      term: words.directive.addressees,
      value:
        addressees === null ? (
          <span className="muted">{words.notSaid}</span>
        ) : (
          <span lang={english}>{addressees}</span>
        ),
    },
    { key: 'issued', term: words.directive.issued, value: issuedInWords(directive, locale) },
    {
      key: 'dataset',
      term: words.directive.dataset,
      value:
        dataset === null ? (
          words.none
        ) : (
          <Link href={`/data#${dataset.slug}`} prefetch={false}>
            {titleIn(locale, dataset.title, dataset.titleZh)}
          </Link>
        ),
    },
    { key: 'status', term: words.record.status, value: termLabel('status', directive.status, locale) },
    {
      key: 'version',
      term: words.record.version,
      value: words.record.versionOnly(directive.version, formatDay(directive.updatedAt.slice(0, 10), locale)),
    },
  ];
  return (
    <Card title={words.directive.facts}>
      <DefinitionList items={items} />
    </Card>
  );
}
