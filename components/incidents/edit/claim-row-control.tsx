import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import { findField } from '@/lib/fields/types';
import { titleIn } from '@/lib/i18n/messages/records';
import type { ClaimRow } from '@/lib/incidents/edit/form';
import { sections } from '@/lib/incidents/edit/sections';
import { incidentFields } from '@/lib/incidents/fields';
import { CodeControl } from './code-control';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';
import { TextControl } from './text-control';

const claimed: readonly string[] = sections
  .flatMap(({ fields }): readonly string[] => fields)
  .filter((key) => !['claims', 'directives', 'codingNote'].includes(key));
/** Fields that can rest on evidence. */
const claimable = incidentFields.filter(({ key }) => claimed.includes(key));

/** The fields of one piece of evidence. */
export function ClaimRowControl({ row, index }: { row: ClaimRow; index: number }) {
  const { values, set, setText, sources, gaps, words, locale } = useShared();
  const t = words.claim;
  const at = (name: string) => `claims.${index}.${name}`;
  const vocabulary = findField(incidentFields, row.field)?.vocabulary;
  const strayHint = row.field !== '' && gaps.stray.includes(index) ? t.stray : undefined;
  const chooseField = (field: string) => {
    const value = gaps.missing.find((gap) => gap.field === field)?.value ?? '';
    set(
      'claims',
      values.claims.map((one, place) => (place === index ? { ...one, field, value } : one)),
    );
  };
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
                {key === 'placeId' ? words.labels.place : label[locale]}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {vocabulary ? (
        <FieldFrame path={at('value')} label={t.value} hint={strayHint}>
          {(control) => (
            <select
              {...control}
              className={styles.select}
              value={row.value}
              onChange={(event) => setText(at('value'), event.target.value)}
            >
              {!storedCodesOf(vocabulary).includes(row.value) && (
                <option value={row.value}>{row.value === '' ? words.choose : row.value}</option>
              )}
              {storedCodesOf(vocabulary).map((code) => (
                <option key={code} value={code}>
                  {termLabel(vocabulary, code, locale)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      ) : (
        <TextControl path={at('value')} label={t.value} hint={strayHint} />
      )}
      <FieldFrame path={at('source')} label={t.source} wide>
        {(control) => (
          <select
            {...control}
            className={styles.select}
            value={row.source}
            onChange={(event) => setText(at('source'), event.target.value)}
          >
            {row.source === '' && <option value="">{words.choose}</option>}
            {sources.map(({ ref, outlet, headline, headlineZh, publishedOn }) => (
              <option key={ref} value={ref}>
                {[outlet, titleIn(locale, headline, headlineZh), publishedOn].filter(Boolean).join(' – ')}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <TextControl path={at('printed')} label={t.printed} />
      <TextControl path={at('locator')} label={t.locator} placeholder="¶4" />
      <CodeControl path={at('basis')} label={t.basis} vocabulary="basis" quiet />
      <TextControl path={at('note')} label={t.note} />
      <p className={styles.check}>
        <input
          id={fieldId(at('followed'))}
          type="checkbox"
          checked={row.followed}
          onChange={(event) =>
            set(
              'claims',
              values.claims.map((one, place) =>
                place === index ? { ...one, followed: event.target.checked } : one,
              ),
            )
          }
        />
        <label htmlFor={fieldId(at('followed'))}>{t.followed}</label>
      </p>
    </>
  );
}
