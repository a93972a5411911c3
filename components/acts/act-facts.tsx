import Link from 'next/link';
import type { ReactNode } from 'react';
import { findField } from '@/lib/fields/types';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { actsMessages } from '@/lib/i18n/messages/acts';
import { type ActEntry, type Codes, codeFieldNames } from '@/lib/incidents/acts/types';
import { incidentFields } from '@/lib/incidents/fields';
import styles from './acts.module.css';
import { codesInWords } from './change-words';

/** How the records of an act were chosen, what was done with them, and what became of it. */
export function ActFacts({ act, locale }: { act: ActEntry; locale: Locale }) {
  const words = actsMessages[locale];
  const { details } = act;
  const facts: [string, ReactNode][] = [];
  if (details.query !== undefined)
    facts.push([words.chosenBy, <Filter key="filter" query={details.query} locale={locale} />]);
  if (details.refs !== undefined) facts.push([words.chosenBy, words.byTicks(details.refs)]);
  if (details.type) facts.push([words.typeSet, codesInWords('type', details.type, locale)]);
  for (const [label, codes] of [
    [words.added, details.add],
    [words.removed, details.remove],
  ] as const)
    if (codes) facts.push(...codesOf(codes, locale).map((text): [string, ReactNode] => [label, text]));
  if (details.kept && details.dropped)
    facts.push([words.names.merge, words.into(details.dropped, details.kept)]);
  facts.push([words.matchedLabel, formatNumber(act.matched, locale)]);
  facts.push([words.changedLabel, formatNumber(act.changed, locale)]);
  if (act.reason !== null) facts.push([words.reason, <bdi key="reason">{act.reason}</bdi>]);
  for (const [id, label] of [
    [act.undoneBy, words.undoneBy],
    [act.undoes, words.undoes],
  ] as const)
    if (id)
      facts.push([
        words.columns.state,
        <Link key={id} href={`/history/acts/${id}`} prefetch={false}>
          {label}
        </Link>,
      ]);
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are only read
        <div key={index} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Filter({ query, locale }: { query: string; locale: Locale }) {
  const words = actsMessages[locale];
  return (
    <Link href={`/incidents${query}`} prefetch={false}>
      {query === ''
        ? words.byFilterAll
        : `${words.byFilter} ${decodeURI(query.slice(1)).replaceAll('&', ' ')}`}
    </Link>
  );
}

function codesOf(codes: Codes, locale: Locale): string[] {
  return codeFieldNames.flatMap((field) => {
    const chosen = codes[field] ?? [];
    const label = findField(incidentFields, field)?.label[locale] ?? field;
    return chosen.length === 0
      ? []
      : [`${label}${locale === 'zh' ? '：' : ': '}${codesInWords(field, chosen, locale)}`];
  });
}
