import { describe, expect, test } from 'vitest';
import { commandOf, type KeyPlace, type KeyPress, singleKeys } from '@/components/commands/shortcuts';

const plain: KeyPlace = { typing: false, dialogOpen: false, singleKeysOn: true };
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  altGraph: false,
  ...held,
});

describe('a single key', () => {
  test.each(singleKeys.map(({ key, id }) => [key, id] as const))('%s means %s', (key, id) => {
    expect(commandOf(press(key), plain)).toBe(id);
  });

  test.each([
    ['while something is typed', {} as Partial<KeyPress>, { ...plain, typing: true }],
    ['while a dialog is open', {}, { ...plain, dialogOpen: true }],
    ['where single keys are switched off', {}, { ...plain, singleKeysOn: false }],
    ['with Ctrl', { ctrlKey: true }, plain],
    ['with ⌘', { metaKey: true }, plain],
    ['with Alt', { altKey: true }, plain],
    ['while an input method composes', { isComposing: true }, plain],
  ])('means nothing %s', (_, held, place) => {
    // K with Ctrl or ⌘ is the palette, a shortcut of its own.
    const keys = singleKeys.filter(({ key }) => key !== 'k' || !(held.ctrlKey || held.metaKey));
    for (const { key } of keys) expect(commandOf(press(key, held), place), key).toBeNull();
  });

  test('of a letter means nothing with Shift, but works under Caps Lock', () => {
    expect(commandOf(press('F', { shiftKey: true }), plain)).toBeNull();
    expect(commandOf(press('F'), plain)).toBe('filters');
  });

  test('of a mark may need Shift or AltGr, as the keyboard has it', () => {
    expect(commandOf(press('/', { shiftKey: true }), plain)).toBe('search');
    expect(commandOf(press('?', { shiftKey: true }), plain)).toBe('help');
    expect(commandOf(press('[', { ctrlKey: true, altKey: true, altGraph: true }), plain)).toBe('previous');
  });

  test.each([
    ['、', 'search'],
    ['【', 'previous'],
    ['】', 'next'],
    ['？', 'help'],
  ])('%s of a Chinese keyboard means %s', (key, id) => {
    expect(commandOf(press(key), plain)).toBe(id);
  });

  test('that is held walks through rows, and does nothing else twice', () => {
    const repeated = singleKeys.filter(({ key }) => commandOf(press(key, { repeat: true }), plain) !== null);
    expect(repeated.map(({ id }) => id)).toEqual(['next-row', 'previous-row']);
  });

  test('that is none of ours means nothing', () => {
    for (const key of ['a', 'Enter', 'Escape', 'Tab', 'ArrowDown', ' ', '1'])
      expect(commandOf(press(key), plain), key).toBeNull();
  });
});

describe('Ctrl or ⌘ with K', () => {
  test('finds commands even while something is typed, and with single keys switched off', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      for (const place of [plain, { ...plain, typing: true }, { ...plain, singleKeysOn: false }])
        expect(commandOf(press('k', held), place)).toBe('palette');
  });

  test('means nothing in another dialog, or with more modifiers', () => {
    expect(commandOf(press('k', { ctrlKey: true }), { ...plain, dialogOpen: true })).toBeNull();
    expect(commandOf(press('K', { ctrlKey: true, shiftKey: true }), plain)).toBeNull();
    expect(commandOf(press('k', { ctrlKey: true, altKey: true }), plain)).toBeNull();
    expect(commandOf(press('k', { ctrlKey: true, repeat: true }), plain)).toBeNull();
  });
});
