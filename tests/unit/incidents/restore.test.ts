import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRecords } from '@/lib/edit/diff';
import { recordAt } from '@/lib/edit/restore';
import type { EditedIncident } from '@/lib/incidents/edit/types';

const base = {
  title: 'A',
  summary: '',
  sizeMin: null,
  issues: [],
  responses: [],
  claims: [],
} as unknown as EditedIncident;

const edit = fc.record(
  {
    title: fc.string(),
    sizeMin: fc.option(fc.integer()),
    issues: fc.array(fc.string()),
    responses: fc.array(fc.record({ kind: fc.string(), count: fc.option(fc.integer()) })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<EditedIncident>>;

describe('an incident at a version', () => {
  it('is what it was, however often it was changed since', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const versions = [base];
        for (const one of edits) versions.push({ ...(versions.at(-1) ?? base), ...one });
        const changes = versions.slice(1).map((after, index) => ({
          version: index + 2,
          changes: {
            ...diffRecords(versions[index] ?? base, after),
            status: { from: 'draft', to: 'published' },
          },
        }));
        const present = versions.at(-1) ?? base;
        for (const [index, version] of versions.entries())
          expect(recordAt(present, changes, index + 1, null)).toEqual(version);
      }),
    );
  });
});
