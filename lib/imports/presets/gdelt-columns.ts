const actor = (n: 1 | 2) =>
  [
    ...['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'],
    ...['Type1Code', 'Type2Code', 'Type3Code'],
  ].map((part) => `Actor${n}${part}`);

/** The columns of a place; the second version of GDELT adds the second level of administration. */
const place = (of: string, second: boolean) =>
  [
    ...['Type', 'FullName', 'CountryCode', 'ADM1Code', ...(second ? ['ADM2Code'] : [])],
    ...['Lat', 'Long', 'FeatureID'],
  ].map((part) => `${of}Geo_${part}`);

const columns = (second: boolean) => [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...actor(1),
  ...actor(2),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...place('Actor1', second),
  ...place('Actor2', second),
  ...place('Action', second),
  ...['DATEADDED', 'SOURCEURL'],
];

/** The columns of the files of GDELT, which have no header, by their number: 58 in the first version, 61 in the second. */
export const gdeltColumns: readonly (readonly string[])[] = [columns(false), columns(true)];
