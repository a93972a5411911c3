import { shapesWithin, unitShapes } from '@/lib/places/geometry';
import { unitsWithin, levelsWithin } from '@/lib/explore/districts';
import { loadPlaces } from '@/prisma/seed/places';
import { writeFileSync } from 'node:fs';
const { places } = loadPlaces();
const map = new Map((places as any[]).map(p=>[p.id,p]));
const frame = { width: 560, height: 460, padding: 8 };
for (const [id, level] of [['CN','province'],['CN','prefecture'],['440000','prefecture'],['440000','county'],['510000','county'],['460000','prefecture'],['460000','county'],['110000','county'],['440800','county'],['650000','county']] as const) {
  const scope = map.get(id)!;
  const t0 = performance.now();
  const units = unitsWithin(scope, level, map);
  const t1 = performance.now();
  const s = await shapesWithin(id, units, frame);
  const t2 = performance.now();
  const drawn = new Set(s!.shapes.map(x=>x.code));
  console.log(id, level, levelsWithin(scope,map).join(), units.length, 'drawn', s?.shapes.length, 'bytes', JSON.stringify(s).length, 'paths', s!.shapes.reduce((n,x)=>n+x.d.length,0), (t1-t0).toFixed(), (t2-t1).toFixed(), units.filter(u=>!drawn.has(u.id)).map(u=>u.nameEn).join());
  writeFileSync(`/tmp/sh-${id}-${level}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 460" width="1120" height="920"><rect width="560" height="460" fill="#fff"/>${s!.shapes.map(x=>`<path d="${x.d}" fill="#e0b0a3" stroke="#6b675f" stroke-width=".5"/>`).join('')}</svg>`);
}
const old = await unitShapes('CN', frame); console.log(JSON.stringify(old).length);
