import type { EditedSource } from './types';

/**
 * The public name of a new source: its outlet and its day, `epoch-times-2020-10-22`; what has no letters of English in
 * it is a `source`. `mark` tells it from those that would be called the same. Pure.
 */
export function sourceRef(
  { outlet, publishedOn }: Pick<EditedSource, 'outlet' | 'publishedOn'>,
  mark: string | null,
): string {
  const name = outlet
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return [name || 'source', publishedOn ?? 'undated', mark].filter((part) => part !== null).join('-');
}
