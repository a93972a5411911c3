import { formatNumber, type Locale } from '../locale';

/** The words of the buttons that open an act on many records; the rest is fetched with the dialog. */
const en = {
  all: (n: number) => `Change ${n === 1 ? 'the 1 record' : `all ${formatNumber(n, 'en')}`} …`,
  incidents: (n: number) =>
    `Change ${n === 1 ? 'the 1 incident' : `all ${formatNumber(n, 'en')} incidents`} …`,
  ticked: (n: number) => `Change ${formatNumber(n, 'en')} …`,
};

const zh: typeof en = {
  all: (n) => `修改全部 ${formatNumber(n, 'zh')} 条……`,
  incidents: (n) => `修改全部 ${formatNumber(n, 'zh')} 条事件……`,
  ticked: (n) => `修改 ${formatNumber(n, 'zh')} 条……`,
};

export const actButton: Record<Locale, typeof en> = { en, zh };
