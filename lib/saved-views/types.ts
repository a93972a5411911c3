/** The pages that a view can be saved of. */
export const viewPages = ['/', '/incidents'] as const;
export type ViewPage = (typeof viewPages)[number];

/** Longest name and description, in characters. */
export const longestName = 120;
export const longestDescription = 1_000;

/** Every parameter of filter and view by name; '' = not set. */
export type ViewState = Record<string, string>;

/** A saved view as it is stored. */
export type SavedView = {
  id: string;
  name: string;
  /** What it shows and why; null = none. */
  description: string | null;
  page: ViewPage;
  state: ViewState;
  /** Version of the vocabularies under which it was saved. */
  codebookVersion: string;
  /** Moment of saving, ISO 8601 in UTC. */
  createdAt: string;
};

/** What the browser is told of a view that it saved. */
export type SavedViewLink = { id: string; name: string; path: string; url: string };
