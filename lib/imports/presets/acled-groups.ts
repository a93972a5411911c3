import { each, type Values } from './tables';

/** Ordinary groups, as ACLED names them before the country. */
const groups: Values = {
  ...each(['Labor Group', 'Labour Group', 'Health Workers', 'Transport Workers', 'Miners'], 'workers'),
  Teachers: 'teachers',
  Students: 'students',
  Parents: 'parents',
  Farmers: 'villagers',
  Homeowners: 'homeowners',
  ...each(['Street Traders', 'Vendors', 'Traders', 'Business Owners'], 'store-owners'),
  ...each(['Taxi Drivers', 'Drivers', 'Truck Drivers', 'Delivery Drivers'], 'drivers'),
  ...each(['Veterans', 'Former Soldiers'], 'veterans'),
  ...each(
    [
      'Buddhist Group',
      'Catholic Christian Group',
      'Christian Group',
      'Falun Gong',
      'Hindu Group',
      'Jewish Group',
      'Mongol Ethnic Group',
      'Muslim Group',
      'Protestant Christian Group',
      'Tibetan Ethnic Group',
      'Uyghur Ethnic Group',
    ],
    'community',
  ),
  ...each(['Fishers', 'Journalists', 'Lawyers', 'LGBTQ+', 'Prisoners', 'Refugees/IDPs', 'Women'], 'other'),
};
const countries = ['China', 'Hong Kong', 'Macau', 'Taiwan', 'International'];
/** The same names bare and with the countries whose files concern us. */
export const acledGroups: Values = Object.fromEntries(
  Object.entries(groups).flatMap(([name, to]) => [
    [name, to],
    ...countries.map((country) => [`${name} (${country})`, to] as const),
  ]),
);
