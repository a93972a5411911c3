import { termLabel } from '@/lib/codebook/vocabularies';
import { valueInWords } from '@/lib/codebook/words';
import type { EditedClaim } from '@/lib/edit/types';
import { findField } from '@/lib/fields/types';
import { useShared } from './context';
import styles from './editor.module.css';
import pick from './sides.module.css';

/** The value of a field as somebody reads it, a list line by line. */
export function ValueInWords({ field, value }: { field: string; value: unknown }) {
  const shared = useShared();
  const { parts, words, places, locale } = shared;
  const { fields } = parts.form;
  const inWords = (key: string, text: string) =>
    valueInWords(findField(fields, key), text, locale, (id) => places[id] ?? id);
  const lines = linesOf();
  if (lines.length === 0) return <span className={styles.remark}>{words.conflict.empty}</span>;
  return (
    <span className={pick.value}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only read
        <span key={index}>{line}</span>
      ))}
    </span>
  );

  function linesOf(): string[] {
    const own = parts.lines[field];
    if (own) return own(value, shared);
    if (field === 'claims')
      return (value as EditedClaim[]).map((claim) =>
        joined([
          `${findField(fields, claim.field)?.label[locale] ?? claim.field}: ${inWords(claim.field, claim.value)}`,
          claim.source,
          claim.locator,
          claim.printed && `“${claim.printed}”`,
          termLabel('basis', claim.basis, locale),
          claim.followed ? null : words.claim.notFollowed,
          claim.note,
        ]),
      );
    if (Array.isArray(value)) return value.map((code) => inWords(field, String(code)));
    return value === null || value === '' ? [] : [inWords(field, String(value))];
  }
}

/** What is there of some parts, on one line. */
export const joined = (parts: (string | number | null)[]) =>
  parts.filter((part) => part !== null && part !== '' && part !== 0).join(' · ');
