import { findTerm, termLabel, vocabularies } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';
import { type Dimension, dimensionKeys, dimensions } from '@/lib/incidents/dimensions';

/** A value of a filter that fits what is typed. */
export type FoundValue = { key: Dimension; code: string; label: string; broader: string };

/** Values offered at once. */
const most = 8;

/**
 * The values of the filter's vocabularies that what is typed may mean, by label in either language or by code, the
 * closest first. The name of a field only tells its values apart: "type" alone does not list them all. Pure.
 */
export function fittingValues(text: string, locale: Locale): FoundValue[] {
  const typed = text.toLowerCase();
  const words = typed.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || /^[\x20-\x7e]$/.test(typed)) return [];
  const found = dimensionKeys.flatMap((key) => {
    const { vocabulary } = dimensions[key];
    const field = `${exploreMessages.en.parts[key]} ${exploreMessages.zh.parts[key]} ${key}`.toLowerCase();
    return vocabularies[vocabulary].terms.flatMap(({ code, label }) => {
      const own = [label.en.toLowerCase(), label.zh, code];
      const isOwn = words.filter((word) => own.some((name) => name.includes(word)));
      if (isOwn.length === 0 || !words.every((word) => isOwn.includes(word) || field.includes(word)))
        return [];
      const parent = findTerm(vocabulary, code)?.parent;
      return [
        {
          rank: rankOf(own, typed),
          key,
          code,
          label: `${exploreMessages[locale].parts[key]}${exploreMessages[locale].colon}${label[locale]}`,
          broader: parent === undefined ? '' : termLabel(vocabulary, parent, locale),
        },
      ];
    });
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ rank: _, ...value }) => value);
}

/** How close what is typed comes to the names of a value: 0 = one of them, 1 = the beginning of one. */
function rankOf(names: readonly string[], typed: string): number {
  if (names.includes(typed)) return 0;
  return names.some((name) => name.startsWith(typed)) ? 1 : 2;
}
