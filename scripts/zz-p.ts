import { readBoundaries } from '@/lib/places/boundary-file';
import { fittedProjection, projectPart } from '@/lib/places/projection';
import { thinParts } from '@/lib/places/thin';
import { innerPoint } from '@/lib/places/inner-point';
import { largestPart } from '@/lib/places/rings';
import { readFileSync, readdirSync } from 'node:fs';
const frame = { width: 560, height: 460, padding: 8 };
let t=performance.now(); const lap=(n:string)=>{const x=performance.now();console.log(n,(x-t).toFixed());t=x};
for (let k=0;k<2;k++){
const out = readdirSync('public/geo').filter(f=>/^\d\d0000/.test(f)).flatMap(f=>readBoundaries(readFileSync('public/geo/'+f,'utf8')));
lap('read '+out.length+' points '+out.flatMap(o=>o.parts.flat(1)).reduce((n,r)=>n+r.length,0));
const area=readBoundaries(readFileSync('public/geo/CN.json','utf8'));
const p=fittedProjection(area,frame); lap('fit');
const pr=out.map(o=>o.parts.map(x=>projectPart(x,p))); lap('project');
const th=thinParts(pr,.4); lap('thin '+th.flat(2).reduce((n,r)=>n+r.length,0));
th.map(parts=>innerPoint(largestPart(parts)??[])); lap('inner');
}
