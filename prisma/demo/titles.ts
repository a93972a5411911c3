import { termLabel, type VocabularyName } from '@/lib/codebook/vocabularies';
import type { DemoPlace } from './places';
import type { Random } from './random';

/** Most characters of a title of the demo set; the longest ones reach it, or nearly. */
export const longestDemoTitle = 300;

/** What titles are made of. */
export type TitleParts = {
  type: string;
  issues: readonly string[];
  groups: readonly string[];
  forms: readonly string[];
  targets: readonly string[];
  place: DemoPlace;
};

const mark = ' (synthetic)';
const markZh = '（虚构）';

/** What an act is called in a title, by form. */
const acts: Record<string, readonly [en: string, zh: string]> = {
  gathering: ['Gathering', '聚集'],
  march: ['March', '游行'],
  occupation: ['Sit-in', '静坐'],
  banner: ['Banner protest', '拉横幅'],
  blockade: ['Blockade', '堵路'],
  strike: ['Strike', '罢工'],
  boycott: ['Boycott', '抵制'],
  'hunger-strike': ['Hunger strike', '绝食'],
  clash: ['Clash', '冲突'],
  'property-damage': ['Damage to property', '毁坏财物'],
  'collective-petition': ['Collective petition', '集体上访'],
  'individual-petition': ['Petition', '上访'],
  'higher-level-petition': ['Petition to a higher level', '越级上访'],
  'joint-letter': ['Joint letter', '联名上书'],
  lawsuit: ['Lawsuit', '提起诉讼'],
  'online-post': ['Online posts', '网上发帖'],
  'online-action': ['Online action', '发起网络行动'],
};

/** What it is called where the form is not known or is another one, by type. */
const kinds: Record<string, readonly [en: string, zh: string]> = {
  'mass-incident': ['Protest', '抗议'],
  petition: ['Petition', '上访'],
  strike: ['Strike', '罢工'],
  'online-speech': ['Online speech', '发表网络言论'],
  'public-opinion': ['Public debate', '引发舆情'],
  other: ['Event', '引发事件'],
};

const low = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const label = (name: VocabularyName, code: string) => low(termLabel(name, code, 'en'));
const labelZh = (name: VocabularyName, code: string) => termLabel(name, code, 'zh');

function actOf({ forms, type }: TitleParts): readonly [string, string] {
  return acts[forms[0] ?? ''] ?? kinds[type] ?? ['Event', '引发事件'];
}

/** The group as people: a term such as "other" needs a noun beside it. */
function people(code: string): string {
  if (code === 'other') return 'other people';
  return code === 'community' ? 'a religious or ethnic community' : label('group', code);
}

const over = (code: string) => (code === 'other' ? 'another issue' : label('issue', code));

/** The title in English: `Strike by drivers over pay, Wuchuan (synthetic)`. About one in fifty is very long. */
export function titleOf(random: Random, parts: TitleParts): string {
  const [act] = actOf(parts);
  const by = parts.groups[0] ? ` by ${people(parts.groups[0])}` : '';
  const about = parts.issues[0] ? ` over ${over(parts.issues[0])}` : '';
  const title = `${act}${by}${about}, ${parts.place.nameEn}`;
  return random.chance(0.02) ? lengthened(random, title, parts) : title + mark;
}

/** The title in Chinese; null = not translated, which holds for about three in ten. */
export function titleZhOf(random: Random, parts: TitleParts): string | null {
  if (random.chance(0.3)) return null;
  const [, act] = actOf(parts);
  const who = parts.groups[0] ? labelZh('group', parts.groups[0]) : '';
  const about = parts.issues[0] ? `就${labelZh('issue', parts.issues[0])}` : '';
  const title = `${parts.place.nameZh}${who}${about}${act}`;
  if (!random.chance(0.01)) return title + markZh;
  const rest = clauses(random).map(({ zh }) => zh);
  return cut([`${title}，诉求涉及`, ...rest].join(''), longestDemoTitle - markZh.length, '') + markZh;
}

/** A title that goes on and on; some reach the limit. */
function lengthened(random: Random, title: string, { targets }: TitleParts): string {
  const to = targets.map((code) => `, addressed to the ${label('target', code)}`).join('');
  const wanted = random.chance(0.3) ? longestDemoTitle : random.whole(140, longestDemoTitle);
  const rest = clauses(random).map(({ en }) => en);
  return cut(`${title}${to}, with further demands on ${rest.join(', ')}`, wanted - mark.length, ' ') + mark;
}

const furtherIssues = [
  'labour',
  'wage-arrears',
  'pay',
  'layoffs',
  'social-insurance',
  'working-conditions',
  'pensions-benefits',
  'land-acquisition',
  'demolition',
  'stalled-housing',
  'building-quality',
  'property-management',
  'rent-business',
  'finance-fraud',
  'taxes-prices',
  'environment',
  'school-fees',
  'school-places',
  'campus-conditions',
  'health',
  'access-to-information',
];

/** Demands enough to fill any title, from a random one on. */
function clauses(random: Random): { en: string; zh: string }[] {
  const from = random.whole(0, furtherIssues.length - 1);
  return [...furtherIssues.slice(from), ...furtherIssues.slice(0, from)].map((code) => ({
    en: label('issue', code),
    zh: `${labelZh('issue', code)}、`,
  }));
}

/** At most so many characters, cut behind a whole word where words are parted by `gap`. */
function cut(text: string, most: number, gap: string): string {
  if (text.length <= most) return text.replace(/[、,]$/, '');
  const at = gap === '' ? most : text.lastIndexOf(gap, most);
  return text.slice(0, at).replace(/[、,]+$/, '');
}

/** The summary, in sentences that say that nothing of it happened. */
export function summaryOf(parts: TitleParts, size: string | null, responses: readonly string[]): string {
  const [act] = actOf(parts);
  const sentences = [
    'Made up for demonstration; nothing of it happened.',
    `${act} in ${parts.place.nameEn}${parts.issues.length > 0 ? ` over ${parts.issues.map(over).join(' and ')}` : ''}.`,
    ...(parts.groups.length > 0 ? [`Took part: ${parts.groups.map(people).join(' and ')}.`] : []),
    ...(size ? [`Size: ${size}.`] : []),
    ...(responses.length > 0
      ? [`Response: ${responses.map((code) => label('response', code)).join(', ')}.`]
      : []),
  ];
  return sentences.join(' ');
}
