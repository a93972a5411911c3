import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportPlan } from '@/lib/imports/plan';

/** What a plan lacks, so that it can't be checked; in words. `asks`: whether it has to be said how the files are encoded. */
export function problemsOf({ mapping, dataset, read }: ImportPlan, asks: boolean, locale: Locale): string[] {
  const words = importMessages[locale].problems;
  const found: string[] = [];
  if (asks && read.encoding === undefined) found.push(words.noEncoding);
  if (mapping.kind === 'incidents') {
    const { start } = mapping.dates;
    if ('column' in start ? start.column === '' : start.year === '') found.push(words.noDay);
    const { code, names, latitude, otherwise } = mapping.place;
    if (code === null && names.length === 0 && latitude === null && otherwise === null)
      found.push(words.noPlace);
  } else {
    const { value, period } = mapping;
    if (value === '') found.push(words.noValue);
    if ('column' in period ? period.column === '' : period.year === '') found.push(words.noPeriod);
  }
  if ('slug' in dataset) {
    if (dataset.slug === '') found.push(words.noDataset);
    return found;
  }
  const { title, slug, refPrefix, citation } = dataset.make;
  if (title.trim() === '') found.push(words.noTitle);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) found.push(words.slugForm);
  if (!/^[a-z0-9]{1,12}$/.test(refPrefix)) found.push(words.prefixForm);
  if (citation.trim() === '') found.push(words.noCitation);
  return found;
}
