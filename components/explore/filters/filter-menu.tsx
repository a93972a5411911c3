import { LazyPart } from '@/components/ui/lazy-part';
import { Menu } from '@/components/ui/menu';
import { Pill, PillWords } from '@/components/ui/pill';
import { linksFrom } from '@/lib/explore/links';
import type { FilterPhrase } from '@/lib/explore/phrases';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import type { FilterPart } from '@/lib/incidents/selection';
import { filterEditor } from './lazy-parts';
import styles from './menus.module.css';
import type { FilterProps } from './props';

type FilterMenuProps = FilterProps & {
  part: FilterPart;
  /** What is set, in words; null = nothing. */
  phrase: FilterPhrase | null;
  onOpenChange?: (open: boolean) => void;
};

/** One part of the filter: a button that says what is set and opens the editor, and a link that takes it away. */
export function FilterMenu({ part, phrase, onOpenChange, ...props }: FilterMenuProps) {
  const t = exploreMessages[props.locale];
  const label = t.parts[part];
  const links = linksFrom(props.page.selection, props.base);
  return (
    <Pill
      state={phrase ? 'on' : 'unset'}
      remove={phrase ? { href: links.remove(part), label: t.remove(label) } : undefined}
    >
      <Menu
        tone="bare"
        command="filters"
        label={phrase ? <PillWords label={label} value={phrase.short} colon={t.colon} /> : label}
        panelClassName={styles.panel}
        onOpenChange={onOpenChange}
      >
        <LazyPart source={filterEditor} props={{ part, ...props }} />
      </Menu>
    </Pill>
  );
}
