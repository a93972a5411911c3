'use client';

import Link from 'next/link';
import { type Selection, selectionPath, usualBreakdowns } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { breakdownMessages } from '@/lib/i18n/messages/breakdowns';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type SplitField, splitFields } from '@/lib/incidents/dimensions';
import styles from './breakdown-menu.module.css';

export type BreakdownListProps = { selection: Selection; locale: Locale };

/** Which fields have a breakdown, and in which order; every choice is an address. */
export function BreakdownList({ selection, locale }: BreakdownListProps) {
  const t = breakdownMessages[locale];
  const { parts } = exploreMessages[locale];
  const shown = selection.view.bars ?? usualBreakdowns;
  const hidden = splitFields.filter((field) => !shown.includes(field));
  const href = (bars: readonly SplitField[] | null) => {
    const isUsual = bars?.join('~') === usualBreakdowns.join('~');
    return selectionPath('/', {
      ...selection,
      view: { ...selection.view, bars: bars === null || isUsual ? null : [...bars] },
    });
  };
  const swapped = (at: number) => {
    const bars = [...shown];
    const [first, second] = [bars[at], bars[at + 1]];
    if (first && second) [bars[at], bars[at + 1]] = [second, first];
    return bars;
  };
  return (
    <>
      <h3 className={styles.part}>{t.chosen}</h3>
      <ol className={styles.list}>
        {shown.map((field, at) => (
          <li key={field}>
            <span>{parts[field]}</span>
            <Act href={at > 0 ? href(swapped(at - 1)) : null} name={t.earlierLong(parts[field])}>
              {t.earlier}
            </Act>
            <Act href={at < shown.length - 1 ? href(swapped(at)) : null} name={t.laterLong(parts[field])}>
              {t.later}
            </Act>
            <Act
              href={shown.length > 1 ? href(shown.filter((one) => one !== field)) : null}
              name={t.removeLong(parts[field])}
            >
              {t.remove}
            </Act>
          </li>
        ))}
      </ol>
      <h3 className={styles.part}>{t.offered}</h3>
      <ul className={styles.offers}>
        {hidden.map((field) => (
          <li key={field}>
            <Act href={href([...shown, field])} name={t.add(parts[field])}>
              {parts[field]}
            </Act>
          </li>
        ))}
        {selection.view.bars && (
          <li>
            <Act href={href(null)} name={t.usual}>
              {t.usual}
            </Act>
          </li>
        )}
      </ul>
    </>
  );
}

/** A link of the list; where there is nowhere to go its place stays empty. */
function Act({ href, name, children }: { href: string | null; name: string; children: string }) {
  if (href === null) return <span className={styles.none} />;
  return (
    <Link href={href} prefetch={false} scroll={false} className={styles.act} aria-label={name}>
      {children}
    </Link>
  );
}
