import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import type { Mapping } from '@/lib/imports/plan';
import { roleName } from './names';

/** What stands at a path of a plan, in words; null = it has no name on the page. */
export function faultName(path: string, mapping: Mapping, locale: Locale): string | null {
  if (mapping.kind !== 'incidents') return null;
  const { constants, skip } = importMappingMessages[locale];
  const [, list, number] = /^mapping\.(constants|skip|crosswalks)\.(\d+)/.exec(path) ?? [];
  const at = Number(number);
  const constant = list === 'constants' ? mapping.constants[at] : undefined;
  if (constant) return constants.valueOf(roleName(constant.target, locale));
  if (list === 'skip') return `${skip.title}: ${skip.condition(at + 1)}`;
  const crosswalk = list === 'crosswalks' ? mapping.crosswalks[at] : undefined;
  return crosswalk ? roleName(crosswalk.name.replace(/-\d+$/, ''), locale) : null;
}
