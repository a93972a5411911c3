import type { linksFrom } from '@/lib/explore/links';
import type { OptionState, PlaceKey } from '@/lib/explore/options';
import type { PlaceRow } from '@/lib/explore/place-branches';
import type { PlaceTreeAnswer } from '@/lib/explore/places';
import type { Locale } from '@/lib/i18n/locale';
import { filterBarMessages } from '@/lib/i18n/messages/filter-bar';
import { OptionRow } from './option-row';
import styles from './rows.module.css';

/** What all branches of one tree share. */
export type Tree = {
  field: PlaceKey;
  answer: PlaceTreeAnswer;
  open: readonly string[];
  toggle: (id: string) => void;
  stateOf: (value: string) => OptionState;
  links: ReturnType<typeof linksFrom>;
  locale: Locale;
};

/** The nearest place above that is chosen. */
type Above = { state: OptionState; by: string } | null;

type PlaceBranchProps = {
  parent: string;
  tree: Tree;
  above: Above;
  /** Ids of the places over it, from the country down. */
  over: readonly string[];
};

/** The places directly below one (`''` = the countries), each with what is below it where it is open. */
export function PlaceBranch({ parent, tree, above, over }: PlaceBranchProps) {
  const rows = tree.answer.branches[parent];
  const t = filterBarMessages[tree.locale];
  if (!rows) return <p className={styles.note}>{t.places.loading}</p>;
  return (
    <ul aria-label={parent === '' ? t.places.tree : undefined}>
      {rows.map((row) => (
        <PlaceItem key={row.id} row={row} tree={tree} above={above} over={over} />
      ))}
    </ul>
  );
}

function PlaceItem({ row, tree, above, over }: Omit<PlaceBranchProps, 'parent'> & { row: PlaceRow }) {
  const { id, label, count, own, hasWithin } = row;
  const { links, field, locale } = tree;
  const t = filterBarMessages[locale].places;
  const isOpen = hasWithin && tree.open.includes(id);
  const state = tree.stateOf(id);
  const within: Above = state === null ? above : { state, by: label };
  const alone = `@${id}`;
  const below = [...over, id];
  return (
    <li>
      <OptionRow
        label={label}
        count={count}
        state={state}
        implied={above}
        keepHref={links.toggle(field, id, over)}
        leaveOutHref={links.exclude(field, id)}
        before={
          hasWithin ? (
            <button
              type="button"
              className={styles.opener}
              aria-expanded={isOpen}
              aria-label={isOpen ? t.close(label) : t.open(label)}
              onClick={() => tree.toggle(id)}
              data-cell="open"
            >
              <svg viewBox="0 0 8 8" aria-hidden="true">
                <path d="M2 0l4 4-4 4z" />
              </svg>
            </button>
          ) : (
            <span className={styles.noOpener} />
          )
        }
        locale={locale}
      />
      {isOpen && (own > 0 || tree.stateOf(alone) !== null) && (
        <ul>
          <li>
            <OptionRow
              label={t.itself(label)}
              count={own}
              state={tree.stateOf(alone)}
              implied={within}
              keepHref={links.toggle(field, alone, below)}
              leaveOutHref={links.exclude(field, alone)}
              before={<span className={styles.noOpener} />}
              locale={locale}
            />
          </li>
        </ul>
      )}
      {isOpen && <PlaceBranch parent={id} tree={tree} above={within} over={below} />}
    </li>
  );
}
