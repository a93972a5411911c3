export { breakdownChartSvg } from './breakdown';
export { districtChartSvg } from './district';
export type { SvgOptions } from './frame';
export { matrixChartSvg } from './matrix';
export { timeChartSvg } from './time';
