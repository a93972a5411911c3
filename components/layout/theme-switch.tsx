'use client';

import { useRouter } from 'next/navigation';
import { Menu, MenuButton } from '@/components/ui/menu';
import { choiceCookie, type Theme, themes } from '@/lib/i18n/theme';
import styles from './theme-switch.module.css';

type ThemeSwitchProps = { theme: Theme; words: Record<Theme | 'label', string> };

/** Light, dark or as on the device: set at once, kept in a cookie that the server reads. */
export function ThemeSwitch({ theme, words }: ThemeSwitchProps) {
  const router = useRouter();
  const choose = (chosen: Theme) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = choiceCookie('theme', chosen);
    if (chosen === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', chosen);
    router.refresh();
  };
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
          onClick={() => choose(one)}
        >
          {words[one]}
        </MenuButton>
      ))}
    </Menu>
  );
}
