import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const compress = promisify<Uint8Array, Buffer>(deflate);

/**
 * A PNG file of pixels (red, green, blue, alpha; row after row). Compression runs outside the event loop, and
 * rows are not filtered: drawings of flat areas are smaller without.
 */
export async function pngFile(
  pixels: Uint8Array,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = width * 4;
  if (pixels.length !== row * height)
    throw new RangeError(`${pixels.length} bytes are not ${width} × ${height}`);
  const raw = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) raw.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, four channels.
  header.set([8, 6, 0, 0, 0], 8);
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', await compress(raw)),
    chunk('IEND', new Uint8Array()),
  ]);
  return new Uint8Array(file);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
