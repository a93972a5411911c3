import { type ImageShape, shapeSizes } from '../shapes';
import type { SvgOptions } from './frame';

/** How often a larger frame is tried; each is at least 3 % larger than the one before. */
const mostTries = 14;

/**
 * An image in a shape. `screen` leaves the chart as it draws itself; the others have the size of `shapeSizes` to
 * the pixel, with every word inside: where the words of a chart need more room than such a frame has at the usual
 * size of type, it is drawn in a larger frame of the same shape and shown smaller.
 *
 * A new kind of chart takes part by keeping to what `SvgOptions` promise: it hands its `options` to `widths` and
 * `compose`, and states the least height of its body truthfully, so that an image that is too low for its words
 * comes out higher than asked. Nothing else is to be done for shapes.
 */
export async function inShape(
  shape: ImageShape,
  draw: (options: SvgOptions) => Promise<string>,
  options: Pick<SvgOptions, 'fonts'> = {},
): Promise<string> {
  const size = shapeSizes[shape];
  if (size === null) return draw(options);
  let factor = 1;
  for (let tried = 0; tried < mostTries; tried++) {
    const [width, height] = [Math.round(size.width * factor), Math.round(size.height * factor)];
    const drawn = heightOf(await draw({ width, height, fonts: 'none' }));
    if (drawn <= height) break;
    factor *= Math.max(1.03, 0.99 * Math.sqrt(drawn / height));
  }
  const [width, height] = [Math.round(size.width * factor), Math.round(size.height * factor)];
  const svg = await draw({ ...options, width, height });
  return svg.replace(
    /(<svg[^>]*?) width="\d+" height="\d+"/,
    `$1 width="${size.width}" height="${size.height}"`,
  );
}

function heightOf(svg: string): number {
  const found = /<svg[^>]* height="(\d+)"/.exec(svg);
  if (!found) throw new TypeError('an image says how high it is');
  return Number(found[1]);
}
