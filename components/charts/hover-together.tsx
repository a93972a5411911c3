'use client';

import type { FocusEvent, PointerEvent, ReactNode } from 'react';

/**
 * Marks everything inside that stands for the same thing (`data-code`) with `data-lit` while one of it is under
 * the pointer or in focus.
 */
export function HoverTogether({ className, children }: { className?: string; children: ReactNode }) {
  const light = (event: PointerEvent | FocusEvent) => {
    const target = event.target instanceof Element ? event.target.closest('[data-code]') : null;
    const code = target?.getAttribute('data-code') ?? null;
    for (const element of event.currentTarget.querySelectorAll('[data-code]')) {
      element.toggleAttribute('data-lit', code !== null && element.getAttribute('data-code') === code);
    }
  };
  const dim = (event: PointerEvent | FocusEvent) => {
    for (const element of event.currentTarget.querySelectorAll('[data-lit]'))
      element.removeAttribute('data-lit');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches what bubbles from the links inside
    <div className={className} onPointerOver={light} onPointerLeave={dim} onFocus={light} onBlur={dim}>
      {children}
    </div>
  );
}
