import type { CivilDate } from '@/lib/dates/civil';
import type { OpenHead } from '@/lib/edit/types';

/** Everything of a source that can be edited; null as in the data model. */
export type EditedSource = {
  outlet: string;
  headline: string;
  headlineZh: string | null;
  publishedOn: CivilDate | null;
  url: string | null;
  archiveUrl: string | null;
  kind: string;
  language: string;
  note: string | null;
};

/** A source as it is opened for editing. */
export type OpenSource = OpenHead & { source: EditedSource };

/** Everything of a reported figure that can be edited; null as in the data model. */
export type EditedFigure = {
  /** Slug of the data set whose coverage it describes; null = stands alone. */
  dataset: string | null;
  metric: string;
  label: string;
  labelZh: string | null;
  value: number;
  bound: string;
  unit: string;
  placeId: string | null;
  from: CivilDate | null;
  to: CivilDate | null;
  printed: string | null;
  /** Ref of the source that states it. */
  source: string;
  locator: string | null;
};

/** A reported figure as it is opened for editing. */
export type OpenFigure = OpenHead & { figure: EditedFigure };
