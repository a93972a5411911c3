import { termLabel } from '@/lib/codebook/vocabularies';
import { valueInWords } from '@/lib/codebook/words';
import { type Field, findField } from '@/lib/fields/types';
import { type Locale, type Localised, listed } from '@/lib/i18n/locale';
import type { Claim, SourceName } from './types';

/** Fields that say one thing together, such as first day, last day and precision: one line of the evidence. */
export type Aspect = {
  label: Localised;
  fields: readonly string[];
  /** The coded values of one passage in words, by field; null = name each value by itself. */
  inWords?: (values: ReadonlyMap<string, string>, locale: Locale) => string | null;
};

/** One line of the evidence: what is coded, the words it rests on, and where they stand. */
export type EvidenceRow = {
  key: string;
  label: string;
  value: string;
  printed: string | null;
  source: SourceName;
  locator: string | null;
  /** How the value follows: "Stated", or "Stated; place precision: inferred by the coder". */
  basis: string;
  /** Whether the record follows the passage; false where another source was preferred. */
  followed: boolean;
  notes: string[];
};

type Reading = {
  fields: readonly Field[];
  aspects: readonly Aspect[];
  locale: Locale;
  placeName: (id: string) => string;
};

/** Claims as lines: those of one aspect that rest on the same passage are drawn together. Order is kept. Pure. */
export function evidenceRows(claims: readonly Claim[], reading: Reading): EvidenceRow[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const aspect = reading.aspects.find(({ fields }) => fields.includes(claim.field));
    const subject = aspect?.fields[0] ?? claim.field;
    const key = JSON.stringify([subject, claim.printed, claim.source.ref, claim.locator, claim.followed]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups].flatMap(([key, group]) => row(key, group, reading) ?? []);
}

function row(key: string, group: readonly Claim[], reading: Reading): EvidenceRow | null {
  const [first] = group;
  if (!first) return null;
  const { locale } = reading;
  const aspect = reading.aspects.find(({ fields }) => fields.includes(first.field));
  const together =
    aspect?.inWords?.(new Map(group.map(({ field, value }) => [field, value])), locale) ?? null;
  const several = new Set(group.map(({ field }) => field)).size > 1;
  return {
    key,
    label: aspect && (together !== null || several) ? aspect.label[locale] : labelOf(first.field, reading),
    value: together ?? values(group, reading),
    printed: first.printed,
    source: first.source,
    locator: first.locator,
    basis: bases(group, reading),
    followed: first.followed,
    notes: [...new Set(group.flatMap(({ note }) => note ?? []))],
  };
}

function labelOf(field: string, { fields, locale }: Reading): string {
  return findField(fields, field)?.label[locale] ?? field;
}

/** Each value once, in words; those of several fields apart from those of one field with several values. */
function values(group: readonly Claim[], { fields, locale, placeName }: Reading): string {
  const words = group.map(({ field, value }) =>
    valueInWords(findField(fields, field), value, locale, placeName),
  );
  const several = new Set(group.map(({ field }) => field)).size > 1;
  const different = [...new Set(words)];
  return several ? different.join(' · ') : listed(different, locale);
}

/** One basis for all; where they differ, that of the first field and the fields that have another. */
function bases(group: readonly Claim[], reading: Reading): string {
  const { locale } = reading;
  const most = group.find(({ basis }) => basis === 'stated')?.basis ?? group[0]?.basis ?? '';
  const others = group
    .filter(({ basis }) => basis !== most)
    .map(({ field, basis }) => {
      const [name, how] = [labelOf(field, reading), termLabel('basis', basis, locale)];
      return locale === 'zh' ? `${name}：${how}` : `${name.toLowerCase()}: ${how.toLowerCase()}`;
    });
  return [termLabel('basis', most, locale), ...others].join(locale === 'zh' ? '；' : '; ');
}
