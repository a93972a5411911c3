import Link from 'next/link';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { classes } from '@/components/ui/tone';
import { TypeDot } from '@/components/ui/type-dot';
import type { Term, Vocabulary } from '@/lib/codebook/types';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import styles from './vocabulary-card.module.css';

type VocabularyCardProps = {
  vocabulary: Vocabulary;
  /** Parameter of Explore by which its terms filter; null = they do not. */
  param: string | null;
  locale: Locale;
};

/** One vocabulary with its terms. Each term has an anchor: `#type-petition`. */
export function VocabularyCard({ vocabulary, param, locale }: VocabularyCardProps) {
  const words = recordMessages[locale].codebook;
  const { name, label, definition, several, terms } = vocabulary;
  return (
    <Card
      id={name}
      title={locale === 'zh' ? `${label.zh} ${label.en}` : `${label.en} ${label.zh}`}
      subtitle={definition[locale] + (several ? words.several : words.one)}
    >
      <DataTable label={label[locale]} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.label}</th>
            <th scope="col">{words.definition}</th>
            <th scope="col">{words.example}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr
              key={term.code}
              id={`${name}-${term.code}`}
              className={classes(term.parent && styles.narrower)}
            >
              <td className={styles.code}>
                {param === null ? (
                  term.code
                ) : (
                  <Link
                    href={`/?${param}=${encodeURIComponent(term.code)}`}
                    prefetch={false}
                    aria-label={`${words.find}: ${term.label[locale]}`}
                  >
                    {term.code}
                  </Link>
                )}
              </td>
              <td className={styles.label}>
                <TermLabel name={name} term={term} />
                {term.stored === false && <p className={styles.small}>{words.filterOnly}</p>}
              </td>
              <td>{term.definition[locale]}</td>
              <td className={styles.small}>{term.example[locale]}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}

function TermLabel({ name, term }: { name: string; term: Term }) {
  const both = (
    <>
      <b lang="en">{term.label.en}</b> <span lang="zh-Hans-CN">{term.label.zh}</span>
    </>
  );
  return name === 'type' ? <TypeDot code={term.code} label={both} /> : both;
}
