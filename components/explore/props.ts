import type { Selection } from '@/lib/explore/view';
import type { Locale } from '@/lib/i18n/locale';

/** What a part of the page needs to make addresses: the selection, and the page that they lead to. */
export type SelectionProps = { selection: Selection; base: string; locale: Locale };
