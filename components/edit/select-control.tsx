import { textAt } from '@/lib/edit/form';
import { titleIn } from '@/lib/i18n/messages/records';
import { useShared } from './context';
import styles from './editor.module.css';
import { FieldFrame } from './field-frame';

type SelectControlProps = {
  path: string;
  label: string;
  hint?: string;
  remark?: string;
  wide?: boolean;
  options: readonly { value: string; label: string }[];
  /** What the empty choice says; without it there is none once something is chosen. */
  empty?: string;
};

/** One of several things to choose from. What is chosen and not among them is shown as it is. */
export function SelectControl({ path, options, empty, ...frame }: SelectControlProps) {
  const { values, setText, words } = useShared();
  const value = textAt(values, path) ?? '';
  return (
    <FieldFrame path={path} {...frame}>
      {(control) => (
        <select
          {...control}
          className={styles.select}
          value={value}
          onChange={(event) => setText(path, event.target.value)}
        >
          {(empty !== undefined || value === '') && <option value="">{empty ?? words.choose}</option>}
          {value !== '' && !options.some((one) => one.value === value) && (
            <option value={value}>{value}</option>
          )}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** One of the sources. */
export function SourceControl(frame: { path: string; label: string; hint?: string; remark?: string }) {
  const { sources, locale } = useShared();
  const options = sources.map(({ ref, outlet, headline, headlineZh, publishedOn }) => ({
    value: ref,
    label: [outlet, titleIn(locale, headline, headlineZh), publishedOn].filter(Boolean).join(' – '),
  }));
  return <SelectControl {...frame} wide options={options} />;
}

/** One of the data sets, or none. */
export function DatasetControl(frame: { path: string; label: string; hint?: string; remark?: string }) {
  const { datasets, words } = useShared();
  const options = datasets.map(({ slug, title }) => ({ value: slug, label: title }));
  return <SelectControl {...frame} options={options} empty={words.standsAlone} />;
}
