import { describe, expect, it } from 'vitest';
import { figureStrip } from '@/lib/explore/figures';
import type { Totals } from '@/lib/incidents/counts/types';
import { noFilters } from '@/lib/incidents/selection';

const none: Totals = {
  incidents: 0,
  withDirective: 0,
  sizeMin: null,
  sizeMax: null,
  sizeOpen: 0,
  sizeUnknown: 0,
  synthetic: 0,
  firstDay: null,
  lastDay: null,
};
const participants = (totals: Partial<Totals>) => {
  const strip = figureStrip(
    { filters: noFilters, totals: { ...none, ...totals }, described: 10, reported: null, offices: 0 },
    'en',
  );
  const found = strip.find(({ key }) => key === 'participants');
  return [found?.value, found?.detail];
};

describe('participants in the strip of figures', () => {
  it('are none where no incident matches, which says nothing about sizes', () => {
    expect(participants({})).toEqual(['0', '']);
  });

  it('are not reported where incidents match and no source gives a number', () => {
    expect(participants({ incidents: 3, sizeUnknown: 3 })).toEqual(['not reported', '3 of unknown size']);
  });

  it('are a range, with the incidents whose size is not known apart', () => {
    expect(participants({ incidents: 3, sizeUnknown: 1, sizeMin: 20, sizeMax: 50 })).toEqual([
      '20–50',
      '1 of unknown size',
    ]);
    expect(participants({ incidents: 2, sizeMin: 20, sizeMax: 20 })).toEqual(['20', 'sizes known for all']);
  });
});
