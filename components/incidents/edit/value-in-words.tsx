import { termLabel } from '@/lib/codebook/vocabularies';
import { valueInWords } from '@/lib/codebook/words';
import { findField } from '@/lib/fields/types';
import type { EditedClaim, EditedIncident, EditedResponse } from '@/lib/incidents/edit/types';
import { incidentFields } from '@/lib/incidents/fields';
import { useShared } from './context';
import styles from './editor.module.css';
import panels from './panels.module.css';

/** The value of a field as somebody reads it, a list line by line. */
export function ValueInWords({ field, value }: { field: keyof EditedIncident; value: unknown }) {
  const { words, places, directives, locale } = useShared();
  const inWords = (key: string, text: string) =>
    valueInWords(findField(incidentFields, key), text, locale, (id) => places[id] ?? id);
  const lines = linesOf();
  if (lines.length === 0) return <span className={styles.remark}>{words.conflict.empty}</span>;
  return (
    <span className={panels.value}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only read
        <span key={index}>{line}</span>
      ))}
    </span>
  );

  function linesOf(): string[] {
    if (field === 'responses')
      return (value as EditedResponse[]).map(({ kind, count, durationDays, sizeText }) =>
        joined([
          termLabel('response', kind, locale),
          count && `${words.response.count}: ${count}`,
          durationDays && `${words.response.durationDays}: ${durationDays}`,
          sizeText,
        ]),
      );
    if (field === 'claims')
      return (value as EditedClaim[]).map((claim) =>
        joined([
          `${findField(incidentFields, claim.field)?.label[locale] ?? claim.field}: ${inWords(claim.field, claim.value)}`,
          claim.source,
          claim.locator,
          claim.printed && `“${claim.printed}”`,
          termLabel('basis', claim.basis, locale),
          claim.followed ? null : words.claim.notFollowed,
          claim.note,
        ]),
      );
    if (field === 'directives')
      return (value as string[]).map((ref) => directives.find((one) => one.ref === ref)?.title ?? ref);
    if (Array.isArray(value)) return value.map((code) => inWords(field, String(code)));
    return value === null || value === '' ? [] : [inWords(field, String(value))];
  }
}

const joined = (parts: (string | number | null)[]) =>
  parts.filter((part) => part !== null && part !== '' && part !== 0).join(' · ');
