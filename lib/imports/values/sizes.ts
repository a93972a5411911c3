/** Bounds of a number of people; null = none is given. `approx`: the text gives it as approximate. */
export type ReadSize = { min: number | null; max: number | null; approx: boolean };

/** Characters of a text that may be a size: in a longer one none is looked for, which could take very long. */
const longest = 200;

const unknownSize: ReadSize = { min: null, max: null, approx: false };

/**
 * The fewest people that a vague word stands for. Of the Crowd Counting Consortium's table (hundreds = 200, thousands =
 * 2,000, tens of thousands = 20,000, hundreds of thousands = 200,000), and in the same way for what it lacks.
 */
export const vagueWords: readonly [pattern: RegExp, atLeast: number][] = [
  [/^hundreds of thousands$|^(?:数|几)十万$/, 200_000],
  [/^上百万$/, 1_000_000],
  [/^tens of thousands$|^10,?000s$|^(?:数|几)万$/, 20_000],
  [/^上十万$/, 100_000],
  [/^上万$/, 10_000],
  [/^thousands$|^1,?000s$|^several thousand$|^(?:数|几)千$/, 2_000],
  [/^上千$/, 1_000],
  [/^hundreds$|^100s$|^several hundred$|^(?:数|几)百$/, 200],
  [/^上百$/, 100],
  [/^dozens$/, 24],
  [/^(?:数|几)十$|^tens$|^scores$/, 20],
  [/^十几$/, 11],
  [/^a dozen$|^dozen$/, 12],
  [/^several$|^a few$|^few$|^some$|^数$|^几$/, 3],
];

const nothing =
  /^(?:|[.\-–—?]|n\/?a|none|unknown|unclear|no report|not reported|not available|-\d+|不详|不明|未知|未报|无)$/i;
const people =
  /\s*(?:persons?|people|participants?|workers?|protest[eo]rs?|demonstrators?|employees?|villagers?|residents?|students?|teachers?|drivers?|人次|人|名|位)\.?$/iu;
const number = String.raw`(\d[\d,. ]*\d|\d)\s*(万|千|百|k|thousand|million|hundred)?`;
const range = new RegExp(
  String.raw`^(?:between\s+)?${number}\s*(?:-|–|—|~|～|to|and|至|到)\s*${number}$`,
  'i',
);
const single = new RegExp(`^${number}$`, 'i');
const over =
  /^(?:over|more than|at least|upwards of|no fewer than|minimum(?: of)?|>=?|≥|超过|多于|逾|至少|不少于|不下)\s*/i;
const overAfter = /\s*(?:\+|or more|and more|and above|余|多|以上)$/i;
const under =
  /^(?:under|less than|fewer than|below|up to|at most|maximum(?: of)?|no more than|<=?|≤|不到|不足|少于|至多|最多|不超过)\s*/i;
const near = /^(?:close to|nearly|almost|近|将近|接近)\s*/i;
const about = /^(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.?|c\.|~|≈|约|大约|大概)\s*/i;
const aboutAfter = /\s*(?:or so|左右|上下)$/i;

/**
 * Reads a size as it is printed, by rules that docs/guides/import.md states: `60` = 60; `over 60`, `60余人`, `60+` = at
 * least 60; `close to 30`, `近30人` = at most 30, approximate; `about 50`, `约50人` = 50, approximate; `100-1000 Persons`
 * = from 100 to 1,000; `hundreds`, `数百人` = at least 200. No bounds where it says that nothing is known; null = it is
 * not understood, and then the words alone are kept.
 */
export function readSize(text: string): ReadSize | null {
  if (text.length > longest) return null;
  let rest = text
    .normalize('NFKC')
    .trim()
    .replace(people, '')
    .replace(/\s+of$/i, '')
    .trim();
  if (nothing.test(rest)) return unknownSize;
  let approx = false;
  let bound: 'both' | 'min' | 'max' = 'both';
  for (;;) {
    const before = rest;
    if (about.test(rest) && !/^some$/i.test(rest)) approx = true;
    rest = rest.replace(/^some$/i, 'several').replace(about, '');
    if (aboutAfter.test(rest)) approx = true;
    rest = rest.replace(aboutAfter, '');
    if (near.test(rest)) {
      approx = true;
      bound = 'max';
    }
    rest = rest.replace(near, '');
    if (under.test(rest)) bound = 'max';
    rest = rest.replace(under, '');
    if (over.test(rest) || overAfter.test(rest)) bound = 'min';
    rest = rest
      .replace(over, '')
      .replace(overAfter, '')
      .replace(people, '')
      .replace(/\s+of$/i, '')
      .trim();
    if (rest === before) break;
  }
  const both = range.exec(rest);
  if (both) {
    const [low, high] = [amount(both[1], both[2] ?? both[4], both[3]), amount(both[3], both[4])];
    if (low === null || high === null || high < low) return null;
    return checked({ min: low, max: high, approx });
  }
  const pair = /^([一二三四五六七八九])([二三四五六七八九])([十百千万])$/.exec(rest);
  if (pair) {
    const [low = 0, high = 0] = [pair[1], pair[2]].map((sign) => han[sign ?? ''] ?? 0);
    const power = powers[pair[3] ?? ''] ?? 1;
    return high === low + 1 ? { min: low * power, max: high * power, approx: true } : null;
  }
  const vague = vagueWords.find(([pattern]) => pattern.test(rest.toLowerCase()));
  if (vague) return bound === 'max' ? null : checked({ min: vague[1], max: null, approx: true });
  const one = single.exec(rest);
  const value = one ? amount(one[1], one[2]) : ofHan(rest);
  if (value === null) return null;
  if (value === 0) return bound === 'min' ? checked({ min: 1, max: null, approx }) : null;
  return checked({ min: bound === 'max' ? null : value, max: bound === 'min' ? null : value, approx });
}

const units: Record<string, number> = {
  万: 10_000,
  千: 1_000,
  百: 100,
  k: 1_000,
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
};

/** A number of people; null where its marks of thousands do not stand where they should. */
function amount(digits = '', unit?: string, other?: string): number | null {
  const bare = digits.replaceAll(' ', '');
  const whole = /^\d{1,3}(?:[,.]\d{3})+$/.test(bare) ? bare.replace(/[,.]/g, '') : bare;
  if (!/^\d+(?:\.\d+)?$/.test(whole)) return null;
  // In "1-2千" the unit counts for both; in "500-1千" it does not.
  const factor = unit ? (units[unit.toLowerCase()] ?? 1) : 1;
  const value = Number(whole);
  return Math.round(other !== undefined && value >= Number(other) ? value : value * factor);
}

const han: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

/** A number written in Chinese characters, such as 三百二十; null = it is none. */
function ofHan(text: string): number | null {
  if (!/^[一二两三四五六七八九十百千万零]+$/.test(text)) return null;
  let [sum, part, digit] = [0, 0, 0];
  for (const sign of text) {
    const power = powers[sign];
    if (power === undefined) digit = han[sign] ?? 0;
    else if (power === 10_000) {
      sum += (part + digit || 1) * power;
      [part, digit] = [0, 0];
    } else {
      part += (digit || 1) * power;
      digit = 0;
    }
  }
  return sum + part + digit;
}

/** Numbers beyond what can be held are not understood. */
function checked(size: ReadSize): ReadSize | null {
  return Math.max(size.min ?? 1, size.max ?? 1) > 2_147_483_647 ? null : size;
}
