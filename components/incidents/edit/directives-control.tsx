import { type ControlProps, fieldId, useShared } from '@/components/edit/context';
import styles from '@/components/edit/editor.module.css';
import { LinksControl } from '@/components/edit/links-control';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';

/** The directives about the incident. One is added by choosing it among those of the data set. */
export function DirectivesControl({ path, hint }: ControlProps) {
  const { values, set, directives, dataset, words, locale } = useShared();
  const t = words.directive;
  const linked = values[path] as string[];
  const byRef = new Map(directives.map((one) => [one.ref, one]));
  const titleOf = (ref: string) => {
    const found = byRef.get(ref);
    return found ? titleIn(locale, found.title, found.titleZh) : ref;
  };
  const open = directives.filter(
    (one) => (one.dataset === dataset || one.dataset === null) && !linked.includes(one.ref),
  );
  const add = (ref: string) => ref !== '' && set(path, [...linked, ref]);
  return (
    <LinksControl
      path={path}
      hint={hint}
      none={t.none}
      titleOf={titleOf}
      langOf={(ref) => titleLang(locale, byRef.get(ref)?.titleZh ?? null)}
    >
      <div className={styles.field}>
        <label htmlFor={fieldId(`${path}.add`)}>{t.add}</label>
        <select
          id={fieldId(`${path}.add`)}
          className={styles.select}
          value=""
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{words.choose}</option>
          {open.map(({ ref, title, titleZh }) => (
            <option key={ref} value={ref}>
              {`${titleIn(locale, title, titleZh)} (${ref})`}
            </option>
          ))}
        </select>
      </div>
    </LinksControl>
  );
}
