import { stemZh } from '@/lib/places/names';

/** Gives the syllables of a Chinese text in pinyin without tones, one for each character. */
export type ReadSyllables = (text: string) => string[];

/** Characters that have one reading in the names of divisions, whatever a dictionary puts first. */
const byCharacter: ReadonlyMap<string, string> = new Map([
  ['都', 'du'],
  ['棱', 'ling'],
  ['什', 'shi'],
]);

/** Names whose customary reading a dictionary does not give; by the stem of the name. Hand-checked. */
const byStem: ReadonlyMap<string, string> = new Map([
  ['乐亭', 'lao ting'],
  ['蔚县', 'yu xian'],
  ['洪洞', 'hong tong'],
  ['繁峙', 'fan shi'],
  ['调兵山', 'diao bing shan'],
  ['珲春', 'hun chun'],
  ['穆棱', 'mu ling'],
  ['闵行', 'min hang'],
  ['六合', 'lu he'],
  ['乐清', 'yue qing'],
  ['歙县', 'she xian'],
  ['涡阳', 'guo yang'],
  ['六安', 'lu an'],
  ['亳州', 'bo zhou'],
  ['乐陵', 'lao ling'],
  ['单县', 'shan xian'],
  ['浚县', 'xun xian'],
  ['召陵', 'shao ling'],
  ['泌阳', 'bi yang'],
  ['黄陂', 'huang pi'],
  ['曾都', 'zeng du'],
  ['大埔', 'da bu'],
  ['筠连', 'jun lian'],
  ['牟定', 'mou ding'],
  ['吴堡', 'wu bu'],
  ['民乐', 'min le'],
  ['称多', 'chen duo'],
  ['红寺堡', 'hong si bu'],
  ['尉犁', 'yu li'],
]);

/** The pinyin of a division's name without its kind, written as one word: 吴川市 → Wuchuan, 六安市 → Lu'an. */
export function pinyinName(nameZh: string, read: ReadSyllables): string {
  const stem = stemZh(nameZh);
  const known = byStem.get(stem)?.split(' ');
  const syllables =
    known ?? read(stem).map((syllable, index) => byCharacter.get(stem[index] ?? '') ?? syllable);
  return joinSyllables(syllables);
}

/** Joins syllables; an apostrophe goes before a later syllable that begins with a vowel. */
export function joinSyllables(syllables: readonly string[]): string {
  const word = syllables.map((one, index) => (index > 0 && /^[aeo]/.test(one) ? `'${one}` : one)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
