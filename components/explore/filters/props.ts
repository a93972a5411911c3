import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';

/** What every part of the filter needs: the answer on screen, the page that addresses lead to, and the language. */
export type FilterProps = { page: ExplorePage; base: string; locale: Locale };
