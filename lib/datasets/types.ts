import type { CivilDate } from '@/lib/dates/civil';

/** One data set as the page Data shows it. Null = not stated. */
export type DatasetRecord = {
  slug: string;
  refPrefix: string;
  title: string;
  titleZh: string | null;
  description: string;
  origin: string;
  licence: string | null;
  redistributable: boolean;
  citation: string;
  coveragePlaceId: string | null;
  coverageFrom: CivilDate | null;
  coverageTo: CivilDate | null;
  coverageNote: string | null;
  codebookVersion: string;
  /** Published incidents and directives. */
  incidents: number;
  directives: number;
  /** First and last day of its published incidents; null = it has none. */
  firstDay: CivilDate | null;
  lastDay: CivilDate | null;
};
