export { breakdownChartSvg } from './breakdown';
export { districtChartSvg } from './district';
export type { SvgOptions } from './frame';
export { timeChartSvg } from './time';
