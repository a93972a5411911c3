import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { type ControlProps, useShared } from './context';
import styles from './editor.module.css';
import { focusSoon } from './focus';
import { Rows } from './rows-control';

type LinksControlProps = Pick<ControlProps, 'path' | 'hint'> & {
  /** What is said where nothing is linked. */
  none: string;
  titleOf: (ref: string) => string;
  langOf?: (ref: string) => string | undefined;
  /** How another one is added. */
  children: ReactNode;
};

/** Records that this one is linked to, by ref. */
export function LinksControl({ path, hint, none, titleOf, langOf, children }: LinksControlProps) {
  const { values, set, words } = useShared();
  const linked = values[path] as string[];
  const remove = (ref: string) => {
    set(
      path,
      linked.filter((one) => one !== ref),
    );
    focusSoon(`${path}.add`);
  };
  return (
    <Rows path={path} hint={hint}>
      {linked.length === 0 && <p className="muted">{none}</p>}
      <ul className={styles.list}>
        {linked.map((ref) => (
          <li key={ref}>
            <span lang={langOf?.(ref)}>
              {titleOf(ref)} {titleOf(ref) !== ref && <span className={styles.remark}>{ref}</span>}
            </span>
            <Button
              size="small"
              aria-label={words.directive.remove(titleOf(ref))}
              onClick={() => remove(ref)}
            >
              {words.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      {children}
    </Rows>
  );
}
