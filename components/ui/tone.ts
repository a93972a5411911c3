import styles from './tone.module.css';

/** The class that sets `--tone` for a code of a type or the name of a breakdown; grey when there is none. */
export function toneClass(code: string | undefined): string {
  return (code && styles[code]) || styles.neutral || '';
}

/** Class names joined; what is empty is left out. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
