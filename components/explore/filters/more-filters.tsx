import { type KeyboardEvent, useState } from 'react';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import type { FilterPart } from '@/lib/incidents/selection';
import { moreGroups } from './fields';
import { FilterEditor } from './filter-editor';
import styles from './menus.module.css';
import type { FilterProps } from './props';

const parts = moreGroups.flatMap((group) => group.parts);

/** The filters without a menu of their own: the fields at the left, the values of the one in view at the right. */
export function MoreFilters(props: FilterProps) {
  const { page, locale } = props;
  const t = filterBarMessages[locale];
  const names = exploreMessages[locale].parts;
  const phraseOf = (part: FilterPart) => page.phrases.find((phrase) => phrase.part === part);
  const [shown, setShown] = useState<FilterPart>(() => parts.find(phraseOf) ?? 'group');
  return (
    <div className={styles.more}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are buttons */}
      <div className={styles.fields} role="group" aria-label={t.fields} onKeyDown={walkButtons}>
        {moreGroups.map((group) => (
          <section key={group.key}>
            <h3 className={styles.group}>{t.groups[group.key]}</h3>
            <ul className={styles.fieldList}>
              {group.parts.map((part) => {
                const phrase = phraseOf(part);
                return (
                  <li key={part}>
                    <button
                      type="button"
                      className={styles.field}
                      aria-pressed={part === shown}
                      onClick={() => setShown(part)}
                    >
                      {names[part]}
                      {phrase && <span className={styles.fieldValue}>{phrase.short}</span>}
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      <section className={styles.editor} aria-label={names[shown]} key={shown}>
        <FilterEditor part={shown} {...props} />
      </section>
    </div>
  );
}

/** Up and down go from field to field. */
function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  event.preventDefault();
  buttons[at + step]?.focus();
}
