import { buttonClass } from '@/components/ui/button';
import { useMenuClose } from '@/components/ui/menu';
import { linksFrom } from '@/lib/explore/links';
import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';
import { filterActs } from '@/lib/i18n/messages/filter-acts';
import { type ChoiceKey, choiceKeys, type FilterPart } from '@/lib/incidents/selection';
import styles from './menus.module.css';

type PartActionsProps = { part: FilterPart; selection: Selection; base: string; locale: Locale };

/** What can be done with a part of the filter as a whole: change it round, switch it off, take it away. */
export function PartActions({ part, selection, base, locale }: PartActionsProps) {
  const t = filterActs[locale].pill;
  const close = useMenuClose();
  const links = linksFrom(selection, base);
  const look = buttonClass({ size: 'small' });
  return (
    <div className={styles.foot}>
      {isChoice(part) && (
        <a href={links.negate(part)} className={look}>
          {wordsOf(selection.filters[part], t)}
        </a>
      )}
      <a href={links.switchOff(part)} className={look} onClick={close}>
        {t.switchOff}
      </a>
      <a href={links.remove(part)} className={look} onClick={close}>
        {t.remove}
      </a>
    </div>
  );
}

function isChoice(part: FilterPart): part is ChoiceKey {
  return choiceKeys.some((key) => key === part);
}

function wordsOf(
  { any, not }: Selection['filters'][ChoiceKey],
  t: (typeof filterActs)['en']['pill'],
): string {
  if (any.length > 0 && not.length > 0) return t.swap;
  return any.length > 0 ? t.leaveOut : t.keep;
}
