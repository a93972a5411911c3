'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatNumber } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import type { FilterPart } from '@/lib/incidents/selection';
import { chartParts, partGroups } from './fields';
import { FilterEditor } from './filter-editor';
import styles from './menus.module.css';
import type { FilterProps } from './props';

type FilterPanelProps = FilterProps & { open: boolean; onClose: () => void };

/** All filters in one panel of full height, for small screens; each act takes effect at once. */
export function FilterPanel({ open, onClose, ...props }: FilterPanelProps) {
  const { page, locale } = props;
  const t = filterBarMessages[locale];
  const total = page.totals.incidents;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={exploreMessages[locale].filters}
      closeLabel={t.panel.close}
      place="side"
      footer={
        <Button variant="primary" onClick={onClose}>
          {t.panel.show(formatNumber(total, locale), total === 1)}
        </Button>
      }
    >
      <Accordion {...props} />
    </Dialog>
  );
}

function Accordion(props: FilterProps) {
  const { page, locale } = props;
  const t = filterBarMessages[locale];
  const names = exploreMessages[locale].parts;
  const [shown, setShown] = useState<FilterPart | null>(null);
  return partGroups.map((group) => (
    <section key={group.key}>
      <h3 className={styles.groupTitle}>{t.groups[group.key]}</h3>
      <ul className={styles.accordion}>
        {group.parts.map((part: FilterPart) => {
          const phrase = page.phrases.find((one) => one.part === part);
          if (!phrase && part !== shown && chartParts.includes(part)) return null;
          return (
            <li key={part}>
              <button
                type="button"
                className={styles.part}
                aria-expanded={part === shown}
                onClick={() => setShown(part === shown ? null : part)}
              >
                <span className={styles.partName}>
                  <svg viewBox="0 0 8 8" aria-hidden="true">
                    <path d="M2 0l4 4-4 4z" />
                  </svg>
                  {names[part]}
                </span>
                <span className={styles.partValue}>{phrase ? <b>{phrase.short}</b> : t.any}</span>
              </button>
              {part === shown && <FilterEditor part={part} {...props} />}
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
