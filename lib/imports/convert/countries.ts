import { foldLatin } from '@/lib/places/names';

/** ISO 3166-1 codes of two letters, each with its code of three (source: ISO 3166-1). */
const codes =
  'AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AR:ARG AT:AUT AU:AUS AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BN:BRN BO:BOL BR:BRA BS:BHS BT:BTN BW:BWA BY:BLR BZ:BLZ CA:CAN CD:COD CF:CAF CG:COG CH:CHE CI:CIV CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FM:FSM FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GH:GHA GM:GMB GN:GIN GQ:GNQ GR:GRC GT:GTM GW:GNB GY:GUY HK:HKG HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IN:IND IQ:IRQ IR:IRN IS:ISL IT:ITA JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KZ:KAZ LA:LAO LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MR:MRT MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NE:NER NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NZ:NZL OM:OMN PA:PAN PE:PER PG:PNG PH:PHL PK:PAK PL:POL PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP SI:SVN SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV SY:SYR SZ:SWZ TD:TCD TG:TGO TH:THA TJ:TJK TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VN:VNM VU:VUT WS:WSM XK:XKX YE:YEM ZA:ZAF ZM:ZMB ZW:ZWE';

const byText = new Map<string, string>();
const names = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  zh: new Intl.DisplayNames('zh-Hans', { type: 'region' }),
};

for (const pair of codes.split(' ')) {
  const [two = '', three = ''] = pair.split(':');
  for (const text of [two, three, names.en.of(two) ?? two, names.zh.of(two) ?? two])
    byText.set(foldLatin(text), two);
}

/** Names that event data use for countries beside those above. */
const others: Record<string, string> = {
  Burma: 'MM',
  'Czech Republic': 'CZ',
  'Democratic Republic of Congo': 'CD',
  'DR Congo (Zaire)': 'CD',
  'Ivory Coast': 'CI',
  Macedonia: 'MK',
  Myanmar: 'MM',
  'Myanmar (Burma)': 'MM',
  Palestine: 'PS',
  'Republic of Congo': 'CG',
  'Russia (Soviet Union)': 'RU',
  Swaziland: 'SZ',
  Turkey: 'TR',
  USA: 'US',
  'United States of America': 'US',
  'Yemen (North Yemen)': 'YE',
};
for (const [text, code] of Object.entries(others)) byText.set(foldLatin(text), code);

/** The ISO code of two letters of a country that is named by a code or in English or Chinese; null = none is. */
export function countryOf(text: string): string | null {
  return byText.get(foldLatin(text)) ?? null;
}

/** What a country is called, in the languages of the interface. */
export function countryNames(code: string): { en: string; zh: string } {
  return { en: names.en.of(code) ?? code, zh: names.zh.of(code) ?? code };
}
