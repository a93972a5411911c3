import type { Localised } from '@/lib/i18n/locale';
import type { Mapping, NewDataset } from '../plan';

/** A known kind of file, and how it is mapped. */
export type Preset = {
  /** Lowercase, e.g. `acled`. */
  id: string;
  /** Rises with each change of what it maps. */
  version: string;
  title: Localised;
  /** What it is for, and what is lost or needs care, in our own words. */
  note: Localised;
  /**
   * How well a table fits, from 0 (not at all) to 1 (every column is known). `headers` null = the file has none;
   * `columns` is then all that is known. Case of headers does not count.
   */
  fits: (headers: readonly string[] | null, columns: number) => number;
  /** Names of the columns of a file without a header, by their number; null = there is no such file. */
  headerless: ((columns: number) => readonly string[] | null) | null;
  /** The mapping of a table with these columns, which keeps the spelling of the headers as they are. */
  map: (headers: readonly string[]) => Mapping;
  /** What a data set for it is proposed to be; null = nothing is proposed. */
  dataset: NewDataset | null;
  /** Records of it are made as drafts only: they are hints, not incidents. */
  leads?: true;
};
