/** The records that an act is about: those of a page's filter, by its query string, or those that are ticked. */
export type ChosenRecords = { query: string } | { refs: string[] };
