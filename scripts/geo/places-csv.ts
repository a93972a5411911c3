import { stemZh } from '@/lib/places/names';
import type { Point } from '@/lib/places/rings';
import type { Division } from './divisions';
import { pinyinName, type ReadSyllables } from './readings';

/** A division with the point by which it is shown: [longitude, latitude] in WGS84; null = not known. */
export type Named = Division & { point: Point | null };

const header = 'id,code,parent,level,name_en,name_zh,latitude,longitude,pinyin';

/**
 * The text of prisma/seed/places.csv: the country, then all divisions ordered by level and code. The column
 * `pinyin` is filled where the Latin name is not the pinyin of the Chinese one.
 */
export function placesCsv(
  divisions: readonly Named[],
  handNames: ReadonlyMap<string, string>,
  read: ReadSyllables,
): string {
  const levels = ['province', 'prefecture', 'county'];
  const sorted = [...divisions].sort(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || Number(a.code) - Number(b.code),
  );
  const rows = sorted.map((one) => {
    const pinyin = pinyinName(one.nameZh, read);
    const name = handNames.get(one.code) ?? pinyin;
    if (!/^[\p{Script=Latin}' -]+$/u.test(name)) {
      throw new Error(`No Latin name for ${one.code} ${one.nameZh} (${stemZh(one.nameZh)}): ${name}`);
    }
    const [longitude, latitude] = one.point ?? [];
    return [
      one.code,
      one.code,
      one.parent,
      one.level,
      name,
      one.nameZh,
      latitude?.toFixed(4) ?? '',
      longitude?.toFixed(4) ?? '',
      name === pinyin ? '' : pinyin,
    ].join(',');
  });
  return `${[header, 'CN,CN,,country,China,中国,,,Zhongguo', ...rows].join('\n')}\n`;
}
