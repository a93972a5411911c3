import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '@/lib/audit/entries';
import { canonicalText, changeHash, firstPreviousHash, type HashedChange } from '@/lib/audit/hash';

const entry: HashedChange = {
  seq: 7,
  subjectId: '0191d2a0-0000-7000-8000-000000000001',
  version: 2,
  subjectType: 'incident',
  action: 'incident.updated',
  actorId: '0191d2a0-0000-7000-8000-000000000002',
  actorName: 'Li 李',
  actorRole: 'coder',
  batchId: null,
  changes: '{"title": {"to": "B", "from": "A \\"x\\""}}',
  reason: 'two\nlines',
  createdAt: new Date('2026-11-28T09:05:07.080Z'),
};

/** Texts that might run into each other. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', 'null', '"', '", "', ', ', '\\', '\\"', ']', 'a", null, "b'),
);
const anyEntry: fc.Arbitrary<HashedChange> = fc.record({
  seq: fc.integer({ min: 1 }),
  subjectId: text,
  version: fc.integer({ min: 1 }),
  subjectType: text,
  action: text,
  actorId: fc.option(text),
  actorName: text,
  actorRole: fc.option(text),
  batchId: fc.option(text),
  changes: text,
  reason: fc.option(text),
  createdAt: fc.date({ noInvalidDate: true }),
});

describe('the canonical form of an entry', () => {
  it('is what docs/history.md says, and stays that', () => {
    expect(canonicalText(entry)).toBe(
      '["7", "0191d2a0-0000-7000-8000-000000000001", "2", "incident", "incident.updated", ' +
        '"0191d2a0-0000-7000-8000-000000000002", "Li 李", "coder", null, ' +
        '"{\\"title\\": {\\"to\\": \\"B\\", \\"from\\": \\"A \\\\\\"x\\\\\\"\\"}}", "two\\nlines", "2026-11-28T09:05:07.080Z"]',
    );
    expect(changeHash(firstPreviousHash, entry)).toBe(
      '2c89e6b947a4b3b74fd7e36eb96e4e2600336ff7490bb2b8956670322c3a1578',
    );
  });

  it('can be read back, so no two entries have the same', () => {
    fc.assert(
      fc.property(anyEntry, (one) => {
        const { createdAt, seq, version, ...texts } = one;
        const read: (string | null)[] = JSON.parse(canonicalText(one));
        const [
          a,
          subjectId,
          b,
          subjectType,
          action,
          actorId,
          actorName,
          actorRole,
          batchId,
          changes,
          reason,
          at,
        ] = read;
        expect({
          subjectId,
          subjectType,
          action,
          actorId,
          actorName,
          actorRole,
          batchId,
          changes,
          reason,
        }).toEqual(texts);
        expect([a, b, at]).toEqual([String(seq), String(version), new Date(createdAt).toISOString()]);
      }),
    );
  });

  it('differs wherever two entries do', () => {
    fc.assert(
      fc.property(
        anyEntry,
        anyEntry,
        fc.constantFrom(...(Object.keys(entry) as (keyof HashedChange)[])),
        (a, b, key) => {
          const mixed = { ...a, [key]: b[key] };
          const same = String(a[key]) === String(b[key]) && typeof a[key] === typeof b[key];
          const equal = a[key] instanceof Date ? Number(a[key]) === Number(b[key]) : same;
          expect(canonicalText(mixed) === canonicalText(a)).toBe(equal);
          expect(changeHash(firstPreviousHash, mixed) === changeHash(firstPreviousHash, a)).toBe(equal);
        },
      ),
    );
  });

  it('has a text for what is no time', () => {
    const times = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, new Date(Number.NaN)];
    const texts = times.map((createdAt) => canonicalText({ ...entry, createdAt }));
    expect(new Set(texts).size).toBe(3);
  });
});

describe('changes for the database', () => {
  it('have the names of its columns, and null where a value is not defined', () => {
    const json = entriesOf([
      {
        subjectId: 's',
        version: 1,
        subjectType: 'incident',
        action: 'incident.updated',
        actor: { id: 'a', name: 'n', role: 'coder' },
        batchId: null,
        changes: { title: { from: undefined, to: 0 } },
        reason: null,
      },
    ]);
    expect(JSON.parse(json)).toEqual([
      {
        subject_id: 's',
        version: 1,
        subject_type: 'incident',
        action: 'incident.updated',
        actor_id: 'a',
        actor_name: 'n',
        actor_role: 'coder',
        batch_id: null,
        changes: { title: { from: null, to: 0 } },
        reason: null,
      },
    ]);
  });
});
