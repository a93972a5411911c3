import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cell, DataTable } from '@/components/ui/data-table';
import { storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { importMessages } from '@/lib/i18n/messages/imports';
import styles from './imports.module.css';
import { type Coded, withEntry } from './mapping/crosswalks';
import type { CodedValue } from './mapping/values';
import mappingStyles from './mapping.module.css';
import type { ImportDraft } from './use-import-draft';

type CodesTableProps = {
  coded: Coded;
  values: readonly CodedValue[];
  label: string;
  edit: ImportDraft['edit'];
  /** Takes a value out again; without it the values of the file stay, decided or not. */
  onRemove?: (value: string) => void;
  locale: Locale;
};

/** How many values are drawn at once. */
const atOnce = 60;

/** Values of a file beside the codes that they become. */
export function CodesTable({ coded, values, label, edit, onRemove, locale }: CodesTableProps) {
  const words = importMessages[locale].codes;
  const { entries } = importMappingMessages[locale];
  const [shown, setShown] = useState(atOnce);
  const counted = values.some(({ count }) => count !== null);
  return (
    <div className="stack">
      <DataTable
        label={label}
        stacked
        className={onRemove ? `${mappingStyles.codes} ${mappingStyles.removable}` : mappingStyles.codes}
      >
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            {counted && (
              <th scope="col" className={cell.num}>
                {words.counted}
              </th>
            )}
            <th scope="col">{words.code}</th>
            {onRemove && (
              <th scope="col">
                <span className="visually-hidden">{entries.act}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {values.slice(0, shown).map(({ value, count, codes }) => (
            <tr key={value}>
              <th scope="row">
                <bdi className={styles.break}>{value}</bdi>
              </th>
              {counted && (
                <td data-label={words.counted} className={cell.num}>
                  {count === null ? '–' : formatNumber(count, locale)}
                </td>
              )}
              <td data-label={words.code}>
                <CodeChoice
                  value={value}
                  codes={codes}
                  vocabulary={coded.vocabulary}
                  single={coded.single}
                  canBeOpen={!onRemove}
                  onChange={(to) => edit((before) => withEntry(before, coded.name, value, to))}
                  locale={locale}
                />
              </td>
              {onRemove && (
                <td data-label={entries.act}>
                  <Button
                    size="small"
                    data-remove={value}
                    aria-label={entries.removeOf(value)}
                    onClick={() => onRemove(value)}
                  >
                    {entries.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {values.length > shown && (
        <div>
          <Button size="small" onClick={() => setShown(shown + atOnce * 5)}>
            {words.showMore(Math.min(atOnce * 5, values.length - shown))}
          </Button>
        </div>
      )}
    </div>
  );
}

type CodeChoiceProps = {
  value: string;
  codes: readonly string[] | null;
  vocabulary: VocabularyName;
  single: boolean;
  /** Whether it can be left undecided. */
  canBeOpen: boolean;
  onChange: (codes: string[] | null) => void;
  locale: Locale;
};

/** The codes of one value: not decided, none, or one select for each of them and one for another. */
function CodeChoice(props: CodeChoiceProps) {
  const { value, codes, vocabulary, single, canBeOpen, onChange, locale } = props;
  const words = importMessages[locale].codes;
  const [first, ...others] = codes ?? [];
  const put = (at: number, code: string) => {
    const next = [...(codes ?? [])];
    if (code === '') next.splice(at, 1);
    else next[at] = code;
    return [...new Set(next)];
  };
  return (
    <div className={mappingStyles.uses}>
      <select
        aria-label={words.codeOf(value)}
        data-open={codes === null}
        value={codes === null ? '' : (first ?? 'nothing ')}
        onChange={({ target }) =>
          onChange(target.value === '' ? null : target.value === 'nothing ' ? [] : put(0, target.value))
        }
      >
        {(canBeOpen || codes === null) && <option value="">{words.undecided}</option>}
        <option value="nothing ">{words.nothing}</option>
        <Terms vocabulary={vocabulary} locale={locale} />
      </select>
      {others.map((code, index) => (
        <select
          key={code}
          aria-label={words.moreOf(value)}
          value={code}
          onChange={({ target }) => onChange(put(index + 1, target.value))}
        >
          <option value="">{words.noMore}</option>
          <Terms vocabulary={vocabulary} locale={locale} />
        </select>
      ))}
      {!single && first !== undefined && (
        <select
          className={mappingStyles.also}
          aria-label={words.moreOf(value)}
          value=""
          onChange={({ target }) => onChange(put(others.length + 1, target.value))}
        >
          <option value="">{words.more}</option>
          <Terms vocabulary={vocabulary} locale={locale} />
        </select>
      )}
    </div>
  );
}

function Terms({ vocabulary, locale }: { vocabulary: VocabularyName; locale: Locale }) {
  return storedCodesOf(vocabulary).map((code) => (
    <option key={code} value={code}>
      {termLabel(vocabulary, code, locale)}
    </option>
  ));
}
