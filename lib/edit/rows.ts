import type { EditedClaim } from './types';

/** Values as controls hold them: a text for whatever can be typed or chosen, empty = null. */
export type Texts<Part> = { [Key in keyof Part]: Part[Key] extends boolean | string[] ? Part[Key] : string };

/** A row of a list with a name of its own, which stays with it when rows are taken out or moved. */
export type Row<Part> = Texts<Part> & { id: string };

export type ClaimRow = Row<EditedClaim>;

let made = 0;
/** A name for a new row, unlike all those that are kept in a browser. */
export const rowId = () => `${Date.now().toString(36)}-${++made}`;

/** A new piece of evidence, for a field and a value where these are known. */
export const emptyClaim = (field = '', value = '', source = ''): ClaimRow => ({
  id: rowId(),
  field,
  value,
  printed: '',
  source,
  locator: '',
  basis: 'stated',
  followed: true,
  note: '',
});
