import { buttonClass } from '@/components/ui/button';
import { Menu, useMenuClose } from '@/components/ui/menu';
import { Pill, PillWords } from '@/components/ui/pill';
import { linksFrom } from '@/lib/explore/links';
import type { FilterPhrase } from '@/lib/explore/phrases';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { filterActs } from '@/lib/i18n/messages/filter-acts';
import styles from './menus.module.css';
import type { FilterProps } from './props';

type SwitchedOffPillProps = FilterProps & { phrase: FilterPhrase };

/** A part of the filter that is kept at hand without being in force. */
export function SwitchedOffPill({ phrase, page, base, locale }: SwitchedOffPillProps) {
  const t = exploreMessages[locale];
  const words = filterActs[locale].pill;
  const { part, label, text, short } = phrase;
  const links = linksFrom(page.selection, base);
  return (
    <Pill state="off" remove={{ href: links.dropOff(part), label: words.removeOff(label) }}>
      <Menu
        tone="bare"
        label={
          <>
            <PillWords label={label} value={short} colon={t.colon} isOff />
            <span className="visually-hidden"> ({words.off})</span>
          </>
        }
        panelClassName={styles.panel}
      >
        <div className={styles.body}>
          <p className={styles.says}>
            {label}
            {t.colon}
            <b>{text}</b>
          </p>
          <p className={styles.hint}>{words.offHint}</p>
        </div>
        <div className={styles.foot}>
          <Act href={links.switchOn(part)}>{words.switchOn}</Act>
          <Act href={links.dropOff(part)}>{words.remove}</Act>
        </div>
      </Menu>
    </Pill>
  );
}

function Act({ href, children }: { href: string; children: string }) {
  const close = useMenuClose();
  return (
    <a href={href} className={buttonClass({ size: 'small' })} onClick={close}>
      {children}
    </a>
  );
}
