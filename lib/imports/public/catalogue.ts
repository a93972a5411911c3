import { AppError } from '@/lib/errors';
import type { Localised } from '@/lib/i18n/locale';
import { publicData } from '@/lib/i18n/messages/public-data';

/** An open data set that can be fetched by its name. */
export type PublicData = {
  /** What it is asked for by: lowercase. */
  name: string;
  title: Localised;
  publisher: string;
  /** Where the file lies. */
  address: string;
  /** Name that the file gets here. */
  fileName: string;
  /** Where its publisher describes it, and people find it when the address has moved. */
  page: string;
  licence: string;
  citation: string;
  /** Whether records of it may leave with exports. */
  redistributable: boolean;
  /** Id of the preset that maps it. */
  preset: string;
  /** The data set that it goes into, unless another is named. */
  dataset: string;
  /** SHA-256 of the file at the address; null = not known, or it changes with releases. */
  sha256: string | null;
  /** About how many bytes are fetched; null = not known. */
  bytes: number | null;
  note: Localised;
};

const ucdp = {
  publisher: 'Uppsala Conflict Data Program, Uppsala University',
  page: 'https://ucdp.uu.se/downloads/',
  licence: 'CC BY 4.0',
  redistributable: true,
  preset: 'ucdp-ged',
  dataset: 'ucdp-ged',
} as const;
const gedArticle =
  'Sundberg, Ralph, and Erik Melander, 2013: Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523–532.';

/**
 * Every open data set that is known by name. Only what was checked stands here: UCDP publishes no sums of its files;
 * those below were found alike by several who fetched them.
 */
export const catalogue: readonly PublicData[] = [
  {
    ...ucdp,
    name: 'ucdp-ged',
    title: { en: 'UCDP GED 26.1: lethal events, 1989–2025', zh: 'UCDP GED 26.1：致死事件，1989—2025' },
    address: 'https://ucdp.uu.se/downloads/ged/ged261-csv.zip',
    fileName: 'ged261-csv.zip',
    citation: `Davies, Shawn, Therése Pettersson, and Magnus Öberg, 2026: Organized violence 1989–2025, and violent political protests. Journal of Peace Research. https://doi.org/10.1093/jopres/xjag046; ${gedArticle}`,
    sha256: '8c941d84954e555ee2e54f40fa04d9203bf1e2f962203d0a9930966c4947c667',
    bytes: 39_122_522,
    note: {
      en: 'All of the world. A release comes each year; a newer one can be fetched with --from, e.g. its address with 271 in place of 261.',
      zh: '全球数据，每年发布新版。更新的版本可用 --from 指定地址，例如把 261 改为 271。',
    },
  },
  {
    ...ucdp,
    name: 'ucdp-ged-25.1',
    title: { en: 'UCDP GED 25.1: lethal events, 1989–2024', zh: 'UCDP GED 25.1：致死事件，1989—2024' },
    address: 'https://ucdp.uu.se/downloads/ged/ged251-csv.zip',
    fileName: 'ged251-csv.zip',
    citation: `Davies, Shawn, Therése Pettersson, Margareta Sollenberg, and Magnus Öberg, 2025: Organized violence 1989–2024, and the challenges of identifying civilian victims. Journal of Peace Research 62(4): 1223–1240; ${gedArticle}`,
    sha256: 'e256f1fb20a579d8b2f910e5bae212f486d3002adaa2e4359ace740c737da05d',
    bytes: 29_307_888,
    note: {
      en: 'The release before, for work that rests on it. It goes into the same data set as the newer one, unless --dataset names another.',
      zh: '上一版，供依据该版的研究使用。除非用 --dataset 另行指定，否则与新版写入同一数据集。',
    },
  },
  {
    name: 'mass-mobilization',
    title: {
      en: 'Mass Mobilization: protests against governments, 1990–2020',
      zh: 'Mass Mobilization：针对政府的抗议，1990—2020',
    },
    publisher: 'David Clark and Patrick Regan, by Harvard Dataverse',
    address: 'https://dataverse.harvard.edu/api/access/datafile/4291456?format=original',
    fileName: 'mmALL_073120_csv.csv',
    page: 'https://doi.org/10.7910/DVN/HTTWYL',
    licence: 'CC0 1.0',
    citation:
      'Clark, David, and Patrick Regan, 2016: Mass Mobilization Protest Data. Harvard Dataverse, V5. https://doi.org/10.7910/DVN/HTTWYL',
    redistributable: true,
    preset: 'mass-mobilization',
    dataset: 'mass-mobilization',
    sha256: null,
    bytes: 15_600_000,
    note: {
      en: '162 countries; version 5. Its number at Harvard Dataverse changes with a new version: if the address has moved, look for mmALL_073120_csv on the page and give its address with --from.',
      zh: '162 国，第5版。新版在 Harvard Dataverse 的编号会变：如地址失效，请在页面上找 mmALL_073120_csv，用 --from 指定其地址。',
    },
  },
  {
    name: 'gdelt-2019-03-03',
    title: { en: 'GDELT events: one day, as an example of leads', zh: 'GDELT 事件：一日，作为线索示例' },
    publisher: 'The GDELT Project',
    address: 'https://storage.googleapis.com/data.gdeltproject.org/events/20190303.export.CSV.zip',
    fileName: '20190303.export.CSV.zip',
    page: 'http://data.gdeltproject.org/events/index.html',
    licence: 'Free use with citation and link',
    citation: 'The GDELT Project, https://www.gdeltproject.org',
    redistributable: true,
    preset: 'gdelt',
    dataset: 'gdelt',
    sha256: null,
    bytes: null,
    note: {
      en: 'Machine-coded mentions with many duplicates: hints, made as drafts only. For another day give the same address with another date (YYYYMMDD, from 20130401) with --from.',
      zh: '机器编码的新闻提及，重复很多：只是线索，只能建为草稿。其他日期可用 --from 指定同一地址并改日期（YYYYMMDD，自 20130401 起）。',
    },
  },
];

/** The data set of a name. @throws AppError `not-found` with the names that there are. */
export function findPublicData(name: string): PublicData {
  const found = catalogue.find((one) => one.name === name);
  if (found) return found;
  throw new AppError('not-found', publicData.noName(name, catalogue.map((one) => one.name).join(', ')));
}
