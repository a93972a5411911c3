import { svgToPng } from '@/lib/charts/png';
import { readFileSync, writeFileSync } from 'node:fs';
for (const n of ['CN-prefecture','440000-county','CN-province']) writeFileSync(`/tmp/sh-${n}.png`, await svgToPng(readFileSync(`/tmp/sh-${n}.svg`,'utf8'), 1));
