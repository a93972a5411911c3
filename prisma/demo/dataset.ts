import { codebookVersion } from '@/lib/codebook/vocabularies';
import type { DatasetRow } from '../seed/schema';
import { demoCoverage } from './calendar';
import { demoPrefix, demoSlug } from './generate';

/** The demo data set as a row of the seed's form. */
export const demoDataset: DatasetRow = {
  slug: demoSlug,
  refPrefix: demoPrefix,
  title: 'Demonstration data (synthetic)',
  titleZh: '演示数据（虚构）',
  description:
    'Made up by a program, to try Daybook at size. Nothing in it happened: places are real, everything else is invented, and no pattern in it means anything.',
  origin: 'synthetic',
  licence: null,
  redistributable: true,
  citation:
    'Daybook, Demonstration data (demo), synthetic: made up by a program, not to be cited as evidence.',
  coveragePlaceId: 'CN',
  coverageFrom: demoCoverage.from,
  coverageTo: demoCoverage.to,
  coverageNote: 'Invented without gaps, but for Hong Kong, Macau and Taiwan, which are left out.',
  codebookVersion,
};
