import { type DemoRecord, type DemoWorld, demoRecord, demoWorld } from '@/prisma/demo/generate';
import { parseSeed, readSeedFiles } from '@/prisma/seed/load';
import { loadPlaces } from '@/prisma/seed/places';

/** The world of a seed, with the places and periods of the product. */
export async function worldOf(seed: number): Promise<DemoWorld> {
  const { places } = loadPlaces();
  const { periods } = parseSeed(await readSeedFiles(), new Set(places.map(({ id }) => id)));
  return demoWorld(seed, places, periods);
}

/** The first incidents of a world. */
export function recordsOf(world: DemoWorld, count: number): DemoRecord[] {
  return Array.from({ length: count }, (_, index) => demoRecord(world, index + 1));
}
