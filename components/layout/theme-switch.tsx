'use client';

import { Menu, MenuButton } from '@/components/ui/menu';
import { type Theme, themes } from '@/lib/i18n/theme';
import styles from './theme-switch.module.css';
import { useChoices } from './use-choices';

type ThemeSwitchProps = { theme: Theme; words: Record<Theme | 'label', string> };

/** Light, dark or as on the device: set at once, kept in a cookie that the server reads. */
export function ThemeSwitch({ theme, words }: ThemeSwitchProps) {
  const { chooseTheme } = useChoices();
  const icon = (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" />
    </svg>
  );
  return (
    <Menu
      label={icon}
      buttonLabel={`${words.label}: ${words[theme]}`}
      align="end"
      panelClassName={styles.panel}
    >
      {themes.map((one) => (
        <MenuButton
          key={one}
          aria-pressed={one === theme}
          hint={<span className={styles.check}>{one === theme ? '✓' : ''}</span>}
          onClick={() => chooseTheme(one)}
        >
          {words[one]}
        </MenuButton>
      ))}
    </Menu>
  );
}
