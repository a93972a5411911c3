import type { ReactNode } from 'react';
import { storedCodesOf, termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import { targetOf } from '@/lib/imports/targets';
import { readYesNo } from '@/lib/imports/values/yes-no';
import { Field, LineField, SelectField } from './field';
import styles from './imports.module.css';
import { type Constant, holdsSeveral, withMore, withoutValueAt, withValueAt } from './mapping/constants';
import mappingStyles from './mapping.module.css';
import { roleName } from './names';
import { PlaceSearch } from './place-choices';
import type { ImportDraft } from './use-import-draft';

type ConstantFieldProps = {
  /** A button that stands at its end. */
  end: ReactNode;
  constant: Constant;
  draft: ImportDraft;
  names: Readonly<Record<string, string>>;
  onName: (id: string, inWords: string) => void;
  locale: Locale;
};

/** The control for what a field gets in all rows, by what the field holds. */
export function ConstantField(props: ConstantFieldProps) {
  const { end, constant, draft, names, onName, locale } = props;
  const { target, values } = constant;
  const words = importMappingMessages[locale].constants;
  const { kind, vocabulary } = targetOf(target);
  if (vocabulary) return <CodesField {...props} vocabulary={vocabulary} />;
  // What holds no codes has one value: of several the engine takes the first.
  const { at, value } = values[0] ?? { at: 0, value: '' };
  const label = words.valueOf(roleName(target, locale));
  const problem = draft.faultAt(`mapping.constants.${at}.value`);
  const put = (next: string) => draft.edit((before) => withValueAt(before, at, next));
  if (target === 'destination')
    return (
      <div className={styles.field}>
        <b>{label}</b>
        <div className={mappingStyles.line}>
          <PlaceSearch
            label={label}
            chosen={value === '' ? undefined : value}
            problem={problem}
            names={names}
            onChoose={(id, inWords) => {
              if (id !== null) onName(id, inWords);
              put(id ?? '');
            }}
            locale={locale}
          />
          {end}
        </div>
      </div>
    );
  if (target === 'sizeApprox') {
    const said = readYesNo(value);
    return (
      <SelectField
        label={label}
        problem={problem}
        end={end}
        value={said === null ? value : said ? 'yes' : 'no'}
        options={[
          { value: '', label: words.chooseTerm },
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
          ...(value !== '' && said === null ? [{ value, label: value }] : []),
        ]}
        onChange={put}
      />
    );
  }
  return (
    <LineField
      label={label}
      hint={kind === 'size' || kind === 'count' ? words.hints[kind] : undefined}
      problem={problem}
      end={end}
      value={value}
      most={400}
      onChange={put}
    />
  );
}

/** One select for each code, and one for another where the field may hold several. */
function CodesField({
  end,
  constant: { target, values },
  draft,
  vocabulary,
  locale,
}: ConstantFieldProps & { vocabulary: VocabularyName }) {
  const words = importMappingMessages[locale].constants;
  const name = roleName(target, locale);
  const problem = values.map(({ at }) => draft.faultAt(`mapping.constants.${at}.value`)).find(Boolean);
  const [first, ...others] = values;
  if (!first) return null;
  return (
    <Field label={words.valueOf(name)} problem={problem} end={end}>
      {(control) => (
        <div className={mappingStyles.uses}>
          <select
            {...control}
            value={first.value}
            onChange={(event) => draft.edit((before) => withValueAt(before, first.at, event.target.value))}
          >
            <option value="">{words.chooseTerm}</option>
            <Terms vocabulary={vocabulary} also={first.value} locale={locale} />
          </select>
          {others.map(({ at, value }) => (
            <select
              key={at}
              aria-label={words.moreOf(name)}
              aria-invalid={control['aria-invalid']}
              aria-describedby={control['aria-describedby']}
              value={value}
              onChange={({ target: { value: next } }) =>
                draft.edit((before) =>
                  next === '' ? withoutValueAt(before, at) : withValueAt(before, at, next),
                )
              }
            >
              <option value="">{words.noMore}</option>
              <Terms vocabulary={vocabulary} also={value} locale={locale} />
            </select>
          ))}
          {holdsSeveral(target) && values.every(({ value }) => value !== '') && (
            <select
              className={mappingStyles.also}
              aria-label={words.moreOf(name)}
              value=""
              onChange={(event) => draft.edit((before) => withMore(before, target, event.target.value))}
            >
              <option value="">{words.more}</option>
              <Terms vocabulary={vocabulary} also="" locale={locale} />
            </select>
          )}
        </div>
      )}
    </Field>
  );
}

type TermsProps = { vocabulary: VocabularyName; also: string; locale: Locale };

/** The terms of a vocabulary; `also`: what was said otherwise than by a code, as it stands. */
function Terms({ vocabulary, also, locale }: TermsProps) {
  const codes: readonly string[] = storedCodesOf(vocabulary);
  return (
    <>
      {also !== '' && !codes.includes(also) && <option value={also}>{also}</option>}
      {codes.map((code) => (
        <option key={code} value={code}>
          {termLabel(vocabulary, code, locale)}
        </option>
      ))}
    </>
  );
}
