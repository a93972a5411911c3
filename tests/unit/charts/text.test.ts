import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { el, num, plainText } from '@/lib/charts/svg/element';
import { measure, runs, wrap, wrapEvenly } from '@/lib/charts/svg/measure';
import { scaledPath } from '@/lib/charts/svg/path';
import { long } from './samples';

describe('el', () => {
  it('escapes texts and attributes, and leaves out empty ones', () => {
    expect(String(el('text', { x: 1.005, fill: undefined, 'data-a': `<&"'>` }, `a<b & "c"`))).toBe(
      '<text x="1" data-a="&lt;&amp;&quot;&#39;&gt;">a&lt;b &amp; &quot;c&quot;</text>',
    );
  });

  it('refuses elements, attributes and colours that could load or run something', () => {
    for (const name of ['script', 'foreignObject', 'image', 'a', 'use', 'iframe', 'x><script']) {
      expect(() => el(name)).toThrow(TypeError);
    }
    for (const key of ['onload', 'href', 'xlink:href', 'x="1" onload', 'Onload']) {
      expect(() => el('g', { [key]: 'x' })).toThrow(TypeError);
    }
    for (const fill of ['url(https://evil.example/)', 'red', 'url(#a) url(http://b)', 'var(--x)']) {
      expect(() => el('rect', { fill })).toThrow(TypeError);
    }
    expect(String(el('rect', { fill: 'url(#hatch-1)' }))).toBe('<rect fill="url(#hatch-1)"/>');
  });

  it('rounds numbers to two decimals and refuses what is no number', () => {
    expect([1.23456, -0.001, 100, 2.999].map(num)).toEqual(['1.23', '0', '100', '3']);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e12])
      expect(() => num(value)).toThrow(RangeError);
  });

  it('takes out what XML cannot hold', () => {
    expect(plainText(' a\u0000\u000bb\ud83dc\u202e d\n\te ')).toBe('ab c d e'.replace('ab c', 'a bc'));
  });
});

describe('runs', () => {
  it('cuts a text by font', () => {
    expect(runs('Leizhou 雷州 2', 'body')).toEqual([
      { face: 'inter-400', text: 'Leizhou ' },
      { face: 'noto-sans-sc-400', text: '雷州' },
      { face: 'inter-400', text: ' 2' },
    ]);
    expect(runs('湛江', 'title')).toEqual([{ face: 'noto-sans-sc-700', text: '湛江' }]);
  });

  it('sets marks that both scripts share in the font of what is around them', () => {
    expect(runs('他说“你好”——对', 'body')).toEqual([{ face: 'noto-sans-sc-400', text: '他说“你好”——对' }]);
    expect(runs('in “Leizhou” – …', 'body')).toHaveLength(1);
    expect(runs('the “雷州” case', 'body').map(({ text }) => text)).toEqual(['the “', '雷州', '” case']);
  });
});

describe('wrap', () => {
  const size = 16;
  it.each([
    [long.en, 300],
    [long.zh, 300],
    [long.unbroken, 120],
    [long.unbrokenZh, 90],
    [`https://daybook.example/?${'a=b&'.repeat(80)}`, 200],
  ])('keeps every line within the width and every character (%#)', (text, width) => {
    for (const lines of [wrap(text, 'body', size, width), wrapEvenly(text, 'body', size, width)]) {
      for (const line of lines) expect(measure(line, 'body', size)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('holds for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 40, max: 500 }),
        (text, width) => {
          const lines = wrap(text, 'body', 10, width);
          for (const line of lines) expect(measure(line, 'body', 10)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(plainText(text).replaceAll(' ', ''));
        },
      ),
    );
  });

  it('keeps closing marks with what they close', () => {
    const lines = wrap('一二三四五，六七八九十。', 'body', 10, 50);
    for (const line of lines) expect(line).not.toMatch(/^[，。]/);
  });

  it('breaks addresses where they may be broken', () => {
    const [first] = wrap('https://daybook.example/incidents?type=petition&place=440800', 'body', 16, 330);
    expect(first).toMatch(/[/&?=]$/);
  });
});

describe('scaledPath', () => {
  it('scales and moves points, but only scales steps', () => {
    expect(scaledPath('M10,20L30,40l5,5h2v-3Z', 2, 100, 200)).toEqual({
      d: 'M120 240L160 280l10 10h4v-6Z',
      width: 54,
    });
    expect(scaledPath('M0 0C1 1 2 2 3 3Z', 1.23456, 0, 0)?.d).toBe('M0 0C1.23 1.23 2.47 2.47 3.7 3.7Z');
    expect(scaledPath('M1-2L.5.5Z', 1, 0, 0)?.d).toBe('M1 -2L0.5 0.5Z');
  });

  it.each([
    '',
    'L1 2',
    'm1 2',
    'M1',
    'M1 2 3',
    'M0 0A1 1 0 0 1 2 2',
    'M0 0"><script>',
    'M0 0Lfoo',
    'M1e99 0',
    'Z',
  ])('refuses %j', (d) => {
    expect(scaledPath(d, 1, 0, 0)).toBeNull();
  });
});
