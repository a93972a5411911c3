'use client';

import Link from 'next/link';
import {
  type ComponentProps,
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { buttonClass } from './button';
import styles from './menu.module.css';
import { classes } from './tone';

const CloseContext = createContext<() => void>(() => {});

/** Closes the menu around the component and gives the focus back to its button. */
export function useMenuClose(): () => void {
  return useContext(CloseContext);
}

type MenuProps = {
  label: ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Edge of the button that the panel is flush with. */
  align?: 'start' | 'end';
  /** `pill` for filters, `bare` inside a pill; the others look as the buttons of that name. */
  tone?: 'pill' | 'bare' | 'default' | 'primary' | 'quiet' | 'small';
  /** Whether something is chosen inside (pills only). */
  active?: boolean;
  /** Name of the button where its label does not say enough. */
  buttonLabel?: string;
  /** Class of the panel, for a width of its own. */
  panelClassName?: string;
  /** Name under which a keyboard command finds the button (components/commands). */
  command?: string;
  /** Told when the pointer or the focus comes to the button. */
  onNear?: () => void;
  /** Told when the panel is shown and hidden. */
  onOpenChange?: (open: boolean) => void;
};

/**
 * A button that shows and hides a panel under it. The panel follows the button in the order of focus; it closes
 * on Esc (focus goes back to the button), on a click outside and when the focus leaves.
 */
export function Menu(props: MenuProps) {
  const {
    label,
    children,
    align = 'start',
    tone = 'default',
    active = false,
    buttonLabel,
    panelClassName,
    command,
    onNear,
    onOpenChange,
  } = props;
  const [open, setOpen] = useState(false);
  const show = useCallback(
    (next: boolean) => {
      setOpen(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  const close = useCallback(() => {
    show(false);
    button.current?.focus();
  }, [show]);

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) show(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open, show]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    // Who opened it and types looks for something in it: the letter goes into its field, where there is one.
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (event.target !== button.current || !isLetter || event.ctrlKey || event.metaKey || event.altKey)
      return;
    root.current?.querySelector<HTMLElement>('input[type="search"], input[type="text"]')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !root.current?.contains(next)) show(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches keys and focus that bubble from its own controls
    <div
      ref={root}
      className={styles.menu}
      data-open-menu={open || undefined}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <button
        ref={button}
        type="button"
        className={lookOf(tone, active)}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        aria-label={buttonLabel}
        data-command={command}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => show(!open)}
      >
        {label}
        <svg className={styles.caret} viewBox="0 0 8 5" aria-hidden="true">
          <path d="M0 0h8L4 5z" />
        </svg>
      </button>
      {open && (
        <CloseContext value={close}>
          <Panel id={panelId} align={align} className={panelClassName}>
            {typeof children === 'function' ? children(close) : children}
          </Panel>
        </CloseContext>
      )}
    </div>
  );
}

function lookOf(tone: Exclude<MenuProps['tone'], undefined>, active: boolean): string {
  if (tone === 'pill') return classes(styles.pill, active && styles.active);
  if (tone === 'bare') return classes(styles.bare);
  return tone === 'small' ? buttonClass({ size: 'small' }) : buttonClass({ variant: tone });
}

type PanelProps = { id: string; align: 'start' | 'end'; className?: string; children: ReactNode };

/** The panel, moved sideways when it would reach beyond the window. */
function Panel({ id, align, className, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const keepInside = () => {
      element.style.transform = '';
      const margin = 12;
      const { left, right } = element.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      const shift = right > width - margin ? width - margin - right : 0;
      const moved = left + shift < margin ? margin - left : shift;
      if (moved !== 0) element.style.transform = `translateX(${moved}px)`;
    };
    keepInside();
    const observer = new ResizeObserver(keepInside);
    observer.observe(element);
    window.addEventListener('resize', keepInside);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', keepInside);
    };
  }, []);
  return (
    <div ref={panel} id={id} className={classes(styles.panel, align === 'end' && styles.end, className)}>
      {children}
    </div>
  );
}

type ItemLook = { hint?: ReactNode };

/** One act in a menu. Closes the menu unless `keepOpen`. */
export function MenuButton({
  hint,
  children,
  onClick,
  keepOpen = false,
  ...rest
}: ItemLook & { keepOpen?: boolean } & ComponentProps<'button'>) {
  const close = useMenuClose();
  return (
    <button
      type="button"
      className={styles.item}
      onClick={(event) => {
        onClick?.(event);
        if (!keepOpen) close();
      }}
      {...rest}
    >
      <span>{children}</span>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </button>
  );
}

/** A page of ours in a menu. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  const close = useMenuClose();
  return (
    <Link href={href} prefetch={false} className={styles.item} onClick={close}>
      <span>{children}</span>
    </Link>
  );
}
