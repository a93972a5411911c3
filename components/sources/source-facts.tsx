import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { termLabel } from '@/lib/codebook/vocabularies';
import { formatDay } from '@/lib/dates/format';
import { type Locale, localeTag } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { SourceRecord } from '@/lib/sources/types';

/** What is known of a source. */
export function SourceFacts({ source, locale }: { source: SourceRecord; locale: Locale }) {
  const words = recordMessages[locale];
  const items: Definition[] = [
    { key: 'outlet', term: words.source.outlet, value: source.outlet },
    {
      key: 'published',
      term: words.source.published,
      value: source.publishedOn ? formatDay(source.publishedOn, locale) : words.undated,
    },
    { key: 'kind', term: words.source.kind, value: termLabel('sourceKind', source.kind, locale) },
    { key: 'language', term: words.source.language, value: languageName(source.language, locale) },
    {
      key: 'address',
      term: words.source.address,
      value: source.url === null && source.archiveUrl === null ? words.source.noAddress : null,
    },
    {
      key: 'text',
      term: words.source.text,
      value: source.textLength === null ? words.source.textNotKept : words.source.textKept(source.textLength),
    },
    { key: 'checksum', term: words.source.checksum, value: source.sha256 },
    {
      key: 'note',
      term: words.source.note,
      value:
        source.note === null ? null : <span lang={locale === 'zh' ? 'en' : undefined}>{source.note}</span>,
    },
  ];
  return (
    <Card
      title={words.source.facts}
      actions={
        <>
          {source.url !== null && (
            <ButtonLink size="small" href={source.url} rel="noreferrer external">
              {words.openOriginal}
            </ButtonLink>
          )}
          {source.archiveUrl !== null && (
            <ButtonLink size="small" href={source.archiveUrl} rel="noreferrer external">
              {words.openArchive}
            </ButtonLink>
          )}
        </>
      }
    >
      <DefinitionList items={items} />
    </Card>
  );
}

function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([localeTag[locale]], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
