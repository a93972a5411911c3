/** Light or dark as chosen by the visitor; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** A year, in seconds: how long choices of language and theme are kept. */
const year = 31_536_000;

/** The cookie that keeps a choice for a year. It says nothing about the visitor but the choice. */
export function choiceCookie(name: 'lang' | 'theme', value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`;
}
