import { Button } from '@/components/ui/button';
import { titleIn, titleLang } from '@/lib/i18n/messages/records';
import { fieldId, useShared } from './context';
import styles from './editor.module.css';
import { focusSoon, Rows } from './rows-control';

/** The directives about the incident. One is added by choosing it among those of the data set. */
export function DirectivesControl({ hint }: { hint: string }) {
  const { values, set, directives, dataset, words, locale } = useShared();
  const t = words.directive;
  const linked = values.directives;
  const byRef = new Map(directives.map((one) => [one.ref, one]));
  const titleOf = (ref: string) => {
    const found = byRef.get(ref);
    return found ? titleIn(locale, found.title, found.titleZh) : ref;
  };
  const open = directives.filter(
    (one) => (one.dataset === dataset || one.dataset === null) && !linked.includes(one.ref),
  );
  const add = (ref: string) => ref !== '' && set('directives', [...linked, ref]);
  const remove = (ref: string) => {
    set(
      'directives',
      linked.filter((one) => one !== ref),
    );
    focusSoon('directives.add');
  };
  return (
    <Rows path="directives" hint={hint}>
      {linked.length === 0 && <p className="muted">{t.none}</p>}
      <ul className={styles.list}>
        {linked.map((ref) => (
          <li key={ref}>
            <span lang={titleLang(locale, byRef.get(ref)?.titleZh ?? null)}>
              {titleOf(ref)} <span className={styles.remark}>{ref}</span>
            </span>
            <Button size="small" aria-label={t.remove(titleOf(ref))} onClick={() => remove(ref)}>
              {words.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.field}>
        <label htmlFor={fieldId('directives.add')}>{t.add}</label>
        <select
          id={fieldId('directives.add')}
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
    </Rows>
  );
}
