import { Component, type ReactNode, type RefObject } from 'react';

type KeepFocusProps = {
  /** Where the focus goes; it can be focused. */
  home: RefObject<HTMLElement | null>;
  /** Codes of the rows that are there; a row has its code in `data-code`. */
  codes: ReadonlySet<string>;
  children: ReactNode;
};

/**
 * Takes the focus home just before the row that holds it is taken away, so that the keys go on from there, and so
 * that the browser need not lay out the page in the midst of a change to find another place for it. (A class,
 * since hooks run after the row is gone.)
 */
export class KeepFocus extends Component<KeepFocusProps> {
  override getSnapshotBeforeUpdate(): null {
    const home = this.props.home.current;
    const held = home?.contains(document.activeElement) ? document.activeElement : null;
    const code = held?.closest('li')?.querySelector('[data-code]')?.getAttribute('data-code');
    if (code && !this.props.codes.has(code)) home?.focus({ preventScroll: true });
    return null;
  }

  override componentDidUpdate(): void {}

  override render(): ReactNode {
    return this.props.children;
  }
}
