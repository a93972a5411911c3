import { Component, type ReactNode } from 'react';

type KeepPlaceProps = {
  /** Whether the panel is open, for which the page makes room. */
  open: boolean;
  children: ReactNode;
};

type Held = { element: Element; top: number };

/**
 * Keeps what the reader looks at where it is while the page becomes narrower or wider and what stands above it higher
 * or lower: the table, else what is in the middle of the window. (A class, since hooks run after the change.)
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  override getSnapshotBeforeUpdate(before: KeepPlaceProps): Held | null {
    if (before.open === this.props.open) return null;
    const element = lookedAt();
    return element && { element, top: element.getBoundingClientRect().top };
  }

  override componentDidUpdate(_props: KeepPlaceProps, _state: unknown, held: Held | null): void {
    if (held?.element.isConnected)
      window.scrollBy({ top: held.element.getBoundingClientRect().top - held.top, behavior: 'instant' });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}

function lookedAt(): Element | null {
  const { innerHeight, innerWidth, scrollY } = window;
  const table = document.querySelector('#records table')?.parentElement;
  if (table) {
    const { top, bottom } = table.getBoundingClientRect();
    if (top < innerHeight && bottom > 0) return table;
  }
  if (scrollY === 0) return null;
  return document.elementFromPoint(innerWidth / 3, innerHeight / 2)?.closest('section') ?? null;
}
