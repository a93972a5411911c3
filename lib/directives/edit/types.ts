import type { CivilDate } from '@/lib/dates/civil';
import type { EditedClaim, OpenHead } from '@/lib/edit/types';

/** Everything of a directive that can be edited, with all that hangs on it. Null and empty lists as in the data model. */
export type EditedDirective = {
  kind: string;
  title: string;
  titleZh: string | null;
  summary: string;
  /** Slug of its data set; null = stands alone. */
  dataset: string | null;
  issuerOffice: string;
  issuerText: string | null;
  issuerPlaceId: string | null;
  addressees: string[];
  orders: string[];
  issuedFrom: CivilDate | null;
  issuedTo: CivilDate | null;
  issuedPrecision: string | null;
  codingNote: string | null;
  claims: EditedClaim[];
  /** Refs of the incidents that it is about, as far as the one who asks may see them. */
  incidents: string[];
};

/** A directive as it is opened for editing. */
export type OpenDirective = OpenHead & { directive: EditedDirective };
