'use client';

import { type FocusEvent, type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { MarksState } from './bar-state';
import { useFollow } from './use-follow';

/** Pointer, keyboard and focus on dots: names the dot, walks from dot to dot in order of time, follows links. */
export function useDotMarks(count: number) {
  const { onClick } = useFollow();
  const [wanted, setWanted] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const [framed, setFramed] = useState<number | null>(null);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const mark = (index: number | null) => (index === null ? null : { bucket: index, code: null });

  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') setPointed(indexOf(event.target));
  };
  const onPointerLeave = () => setPointed(null);
  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index === null || !event.target.matches(':focus-visible')) return;
    setWanted(index);
    setFramed(index);
    setPointed(index);
  };
  const onBlur = () => {
    setFramed(null);
    setPointed(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target);
    if (index === null || event.metaKey || event.ctrlKey || event.altKey) return;
    const next = stepOf(event.key, index, count);
    if (next === null) return;
    event.preventDefault();
    const wantedIndex = Math.max(0, Math.min(count - 1, next));
    event.currentTarget.querySelector<SVGElement>(`[data-bucket="${wantedIndex}"]`)?.focus();
  };

  const state: MarksState = { pointed: mark(pointed), framed: mark(framed) };
  return { active, state, handlers: { onClick, onPointerMove, onPointerLeave, onFocus, onBlur, onKeyDown } };
}

function indexOf(target: EventTarget): number | null {
  const element = target instanceof Element ? target.closest<SVGElement>('[data-bucket]') : null;
  return element ? Number(element.dataset.bucket) : null;
}

function stepOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return index - 1;
    case 'ArrowRight':
    case 'ArrowDown':
      return index + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
