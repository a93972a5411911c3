import { describe, expect, test } from 'vitest';
import { findPersonalData } from '@/lib/privacy/detect';
import { isWorthLooking } from '@/lib/privacy/glance';
import { labelledPosts } from '../../factories/posts';

describe('a glance at a text', () => {
  test('never passes over what a thorough look finds', () => {
    for (let seed = 1; seed <= 6; seed += 1)
      for (const { text } of labelledPosts(seed, 600))
        if (findPersonalData(text).length > 0) expect(isWorthLooking(text), text).toBe(true);
  });

  test.each([
    'ＱＱ：123456',
    'ｗｘ：abc_123',
    'a﹫b.cn',
    '¹³⁸⁰⁰¹³⁸⁰⁰⁰',
    `138${'\u200b'.repeat(9)}0013${'\u200b'.repeat(9)}8000`,
    '微\u200b信号：abc123',
    '粤\u200bA·12345',
    '她名\u200b叫王小红',
  ])('passes nothing over that is written in an unusual way: %s', (text) => {
    expect(findPersonalData(text)).not.toEqual([]);
    expect(isWorthLooking(text)).toBe(true);
  });

  test.each(['About 300 people gathered at the gate.', '约三百人聚集在厂门口。', 'Dated 2019-09-13.', ''])(
    'spares “%s” the thorough look',
    (text) => expect(isWorthLooking(text)).toBe(false),
  );
});
