/**
 * Codes of the same unit in other lists or other years. `place` is the code under which Daybook knows the
 * unit (the statistics bureau's list of 2023); `code` is found in older lists or in the boundary data.
 * A unit that was merged keeps its old code here too, although the old unit was smaller.
 */
export type OtherCode = { code: string; place: string; note: string };

export const otherCodes: readonly OtherCode[] = [
  {
    code: '232718',
    place: '232761',
    note: 'Code of Jiagedaqi in map services; the unit is not in GB/T 2260.',
  },
  { code: '320602', place: '320613', note: 'Chongchuan until it was merged with Gangzha in 2020.' },
  { code: '320611', place: '320613', note: 'Gangzha until it was merged into Chongchuan in 2020.' },
  { code: '320684', place: '320614', note: 'Haimen as a county-level city, until 2020.' },
  { code: '340211', place: '340212', note: 'Code of Fanchang district in older map data.' },
  { code: '340222', place: '340212', note: 'Fanchang as a county, until 2020.' },
  { code: '350402', place: '350404', note: 'Meilie until it was merged with Sanyuan in 2021.' },
  { code: '350403', place: '350404', note: 'Sanyuan until it was merged with Meilie in 2021.' },
  { code: '350427', place: '350405', note: 'Shaxian as a county, until 2021.' },
  { code: '350625', place: '350605', note: 'Changtai as a county, until 2021.' },
  { code: '350681', place: '350604', note: 'Longhai as a county-level city, until 2021.' },
  {
    code: '410306',
    place: '410308',
    note: 'Jili, merged with Mengjin in 2021; older map data give the code to Mengjin.',
  },
  { code: '410322', place: '410308', note: 'Mengjin as a county, until 2021.' },
  { code: '410381', place: '410307', note: 'Yanshi as a county-level city, until 2021.' },
  { code: '421023', place: '421088', note: 'Jianli as a county, until 2020.' },
  { code: '431121', place: '431181', note: 'Qiyang as a county, until 2021.' },
  { code: '450127', place: '450181', note: 'Hengzhou as Hengxian county, until 2021.' },
  { code: '460301', place: '460321', note: 'Code of Xisha district in map services, from 2020.' },
  { code: '460302', place: '460322', note: 'Code of Nansha district in map services, from 2020.' },
  { code: '513425', place: '513402', note: 'Huili as a county, until 2021.' },
  { code: '520221', place: '520204', note: 'Shuicheng as a county, until 2020.' },
  { code: '520522', place: '520581', note: 'Qianxi as a county, until 2021.' },
  { code: '532331', place: '532302', note: 'Lufeng as a county, until 2021.' },
  { code: '540422', place: '540481', note: 'Mainling as a county, until 2023.' },
  { code: '540530', place: '540581', note: 'Cona as a county, until 2023.' },
  { code: '610322', place: '610305', note: 'Fengxiang as a county, until 2021.' },
  { code: '610928', place: '610981', note: 'Xunyang as a county, until 2021.' },
  {
    code: '632825',
    place: '632857',
    note: 'Land under the prefecture of Haixi itself in map services: Da Qaidam.',
  },
  { code: '654223', place: '654203', note: 'Shawan as a county, until 2021.' },
];

const placeByCode = new Map(otherCodes.map(({ code, place }) => [code, place]));

/** The code under which Daybook knows a unit; a code that is in no list of other codes comes back unchanged. */
export function currentCode(code: string): string {
  return placeByCode.get(code) ?? code;
}
