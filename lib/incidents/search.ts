/** A text search: every phrase of `all` must occur, none of `none` may. Lowercase, as typed otherwise. */
export type Search = { all: string[]; none: string[] };

/**
 * Reads what is typed in the search box: words and "quoted phrases" that must all occur, `-word` or
 * `-"a phrase"` that must not; minus and quotes may be those of a Chinese input method (`－`, `“ ”`, `＂`). A phrase without blanks (Chinese, part of a word) is found anywhere in the text.
 */
export function parseSearch(text: string): Search {
  const search: Search = { all: [], none: [] };
  for (const match of text.toLowerCase().matchAll(/([-－−]?)(?:["＂]([^"＂]*)["＂]?|“([^”]*)”?|(\S+))/g)) {
    const phrase = (match[2] ?? match[3] ?? match[4] ?? '').trim();
    // A minus by itself leaves nothing out.
    if (phrase !== '' && !/^[-－−]+$/.test(phrase)) (match[1] ? search.none : search.all).push(phrase);
  }
  return search;
}

/** A phrase as the pattern of a SQL LIKE that finds it anywhere; `% _ \` stand for themselves. */
export function likePattern(phrase: string): string {
  return `%${phrase.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
}
