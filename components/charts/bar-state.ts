'use client';

import { createContext } from 'react';

/** A bucket, or one of its parts. */
export type Mark = { bucket: number; code: string | null };

/** What the reader is doing with the marks of a chart. */
export type MarksState = {
  /** Under the pointer or in focus: its numbers are shown. */
  pointed: Mark | null;
  /** In focus by keyboard: it is framed. */
  framed: Mark | null;
};

/** The mark that the Tab key leads to. */
export const ActiveContext = createContext(0);

/** Where the marks of a chart read that state, so that nothing else is drawn anew when it changes. */
export const MarksContext = createContext<MarksState>({ pointed: null, framed: null });
