const grouped = /^[+-]?\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/;

/** A number without the marks of thousands, where each stands before three digits; else as it is. */
export const withoutMarks = (text: string): string =>
  grouped.test(text) ? text.replace(/[,\s]/g, '') : text;
