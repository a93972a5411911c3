import type { Metadata } from 'next';
import { CodebookContents, CountingRules } from '@/components/codebook/codebook-contents';
import { VocabularyCard } from '@/components/codebook/vocabulary-card';
import { PageHeading } from '@/components/layout/page-heading';
import { ButtonLink } from '@/components/ui/button';
import { pageViewer } from '@/lib/auth/session';
import { countingRules } from '@/lib/codebook/rules';
import { codebookVersion, vocabularies } from '@/lib/codebook/vocabularies';
import { placeMessages } from '@/lib/i18n/messages/places';
import { recordMessages } from '@/lib/i18n/messages/records';
import { getLocale } from '@/lib/i18n/request';
import { dimensionKeys, dimensions } from '@/lib/incidents/dimensions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordMessages[await getLocale()].codebook.title };
}

export default async function CodebookPage() {
  await pageViewer();
  const locale = await getLocale();
  const words = recordMessages[locale].codebook;
  const all = Object.values(vocabularies);
  const paramOf = (name: string) => dimensionKeys.find((key) => dimensions[key].vocabulary === name) ?? null;
  return (
    <div className="wrap">
      <PageHeading
        title={words.title}
        subtitle={words.subtitle + words.version(codebookVersion)}
        actions={
          <ButtonLink href="/places" size="small">
            {placeMessages[locale].title}
          </ButtonLink>
        }
      />
      <CodebookContents
        locale={locale}
        parts={[
          { id: 'rules', label: words.rules },
          ...all.map(({ name, label }) => ({ id: name, label: label[locale] })),
        ]}
      />
      <div className="stack">
        <CountingRules rules={countingRules} locale={locale} />
        {all.map((vocabulary) => (
          <VocabularyCard
            key={vocabulary.name}
            vocabulary={vocabulary}
            param={paramOf(vocabulary.name)}
            locale={locale}
          />
        ))}
      </div>
    </div>
  );
}
