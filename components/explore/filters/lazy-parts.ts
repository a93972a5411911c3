import { partSource } from '@/components/ui/lazy-part';

/** What sets one part of the filter; fetched at the first sign of a hand. */
export const filterEditor = partSource(() => import('./filter-editor').then((module) => module.FilterEditor));

/** The filters without a menu of their own, fetched as well. */
export const moreFilters = partSource(() => import('./more-filters').then((module) => module.MoreFilters));
