/** Under which names an Arrow stream of columns says what it holds, in the metadata of its schema. */
export const metadataKeys = {
  /** The version of the data. */
  version: 'daybook.version',
  /** A JSON list of slugs: the data sets that are made up. */
  synthetic: 'daybook.synthetic',
  /** A JSON object: the path of each place that occurs, by id. */
  paths: 'daybook.places',
} as const;

/** In the metadata of a column: each of its words is several, with blanks between. */
export const isSeveralOf = 'daybook.several';
