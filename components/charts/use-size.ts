'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width and height in CSS pixels. */
export type Size = { width: number; height: number };

/** The inner size of an element, kept up to date; null before it is known and while the element is hidden. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const [width, height] = [element.clientWidth, element.clientHeight];
      setSize((old) => {
        if (width === 0 || height === 0) return null;
        return old?.width === width && old.height === height ? old : { width, height };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
