/**
 * The columns of `incidents` in which a record states what happened, in the order in which rows are copied in bulk:
 * all but its names, its state and its author.
 */
export const statedColumns = [
  'external_id',
  'title',
  'title_zh',
  'summary',
  'type',
  'source_category',
  'starts_on',
  'ends_on',
  'date_precision',
  'day_part',
  'place_id',
  'place_precision',
  'destination_place_id',
  'latitude',
  'longitude',
  'size_min',
  'size_max',
  'size_approx',
  'size_text',
  'issues',
  'groups',
  'forms',
  'targets',
  'coding_note',
] as const;
