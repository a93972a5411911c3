import type { Names } from '@/lib/explore/describe';
import type { FrameBase } from '@/lib/explore/frame';
import type { PlaceNode } from '@/lib/places/tree';

/** What stands around the charts of tests. */
export const frameBase: FrameBase = {
  subtitle: 'All records',
  source: 'Source: Gazette',
  n: 'n = 100 incidents',
  permalink: '/',
  madeOn: '2026-01-01',
  synthetic: 0,
  locale: 'en',
};

/** Names for tests: the id, and what it is of. */
export const names: Names = {
  dataset: (slug) => `Set ${slug}`,
  place: (id) => `Place ${id}`,
  source: (ref) => `Source ${ref}`,
};

/** A place for tests, named by its id. */
export const placeNode = (id: string, level: PlaceNode['level'], path: string): PlaceNode => ({
  id,
  code: id,
  nameEn: id,
  nameZh: id,
  level,
  parentId: path.split('/').at(-3) ?? null,
  path,
  aliases: [],
});
