import { describe, expect, test } from 'vitest';
import { findingKinds } from '@/lib/privacy/kinds';
import { accuracyOn } from '../../factories/accuracy';
import { labelledPosts } from '../../factories/posts';

describe('labelled posts', () => {
  const posts = labelledPosts(20191, 1_200);
  const { precision, recall, recallOf, wrong } = accuracyOn(posts);

  test('half of them hold personal data, of every kind', () => {
    expect(posts.filter(({ labels }) => labels.length > 0)).toHaveLength(600);
    const kinds = new Set(posts.flatMap(({ labels }) => labels.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual([...findingKinds].sort());
  });

  test('of IDs, mobile numbers and e-mail addresses 99 in 100 are found, and nine in ten of all others', () => {
    for (const kind of ['resident-id', 'mobile', 'e-mail'] as const)
      expect(recallOf[kind], wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
    for (const kind of findingKinds) expect(recallOf[kind], wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('of what is found 95 in 100 is personal', () => {
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
