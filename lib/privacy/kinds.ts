/** The kinds of personal data that are looked for, the strongest first: where two meet, the stronger one wins. */
export const findingKinds = [
  'e-mail',
  'resident-id',
  'bank-card',
  'mobile',
  'landline',
  'travel-document',
  'account-name',
  'plate',
  'name',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `sure`: the shape, or a check digit, leaves little doubt. `maybe`: somebody has to look. */
export type Certainty = 'sure' | 'maybe';

/** A stretch of a text that may be personal data. `end` is the place after its last character. */
export type Candidate = { kind: FindingKind; start: number; end: number; certainty: Certainty };

/** A stretch of a text, with `end` after its last character. */
export type Span = { start: number; end: number };
