import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import type { ClaimRow } from '@/lib/edit/rows';
import { findField } from '@/lib/fields/types';
import { CodeControl } from './code-control';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';
import { SelectControl, SourceControl } from './select-control';
import { TextControl } from './text-control';

/** The fields of one piece of evidence. */
export function ClaimRowControl({ row, index }: { row: ClaimRow; index: number }) {
  const { parts, values, set, gaps, words, own, locale } = useShared();
  const t = words.claim;
  const { fields, sections, uncited } = parts.form;
  const rows = values.claims as ClaimRow[];
  const change = (more: Partial<ClaimRow>) =>
    set(
      'claims',
      rows.map((one, place) => (place === index ? { ...one, ...more } : one)),
    );
  const at = (name: string) => `claims.${index}.${name}`;
  const vocabulary = findField(fields, row.field)?.vocabulary;
  const strayHint = row.field !== '' && gaps.stray.includes(index) ? t.stray : undefined;
  const chooseField = (field: string) =>
    change({ field, value: gaps.missing.find((gap) => gap.field === field)?.value ?? '' });
  const edited = new Set(sections.flatMap((section) => section.fields));
  const claimable = fields.filter(({ key }) => edited.has(key) && !uncited.includes(key));
  return (
    <>
      <FieldFrame path={at('field')} label={t.field}>
        {(control) => (
          <select
            {...control}
            className={styles.select}
            value={row.field}
            onChange={(event) => chooseField(event.target.value)}
          >
            {!claimable.some(({ key }) => key === row.field) && (
              <option value={row.field}>{row.field === '' ? words.choose : row.field}</option>
            )}
            {claimable.map(({ key, label }) => (
              <option key={key} value={key}>
                {own.labels[key] ?? label[locale]}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {vocabulary ? (
        <SelectControl
          path={at('value')}
          label={t.value}
          hint={strayHint}
          options={storedCodesOf(vocabulary).map((code) => ({
            value: code,
            label: termLabel(vocabulary, code, locale),
          }))}
        />
      ) : (
        <TextControl path={at('value')} label={t.value} hint={strayHint} />
      )}
      <SourceControl path={at('source')} label={t.source} />
      <TextControl path={at('printed')} label={t.printed} />
      <TextControl path={at('locator')} label={t.locator} placeholder="¶4" />
      <CodeControl path={at('basis')} label={t.basis} vocabulary="basis" quiet />
      <TextControl path={at('note')} label={t.note} />
      <p className={styles.check}>
        <input
          id={fieldId(at('followed'))}
          type="checkbox"
          checked={row.followed}
          onChange={(event) => change({ followed: event.target.checked })}
        />
        <label htmlFor={fieldId(at('followed'))}>{t.followed}</label>
      </p>
    </>
  );
}
