import { findPersonalData } from '@/lib/privacy/detect';
import { type FindingKind, findingKinds } from '@/lib/privacy/kinds';
import type { Label, Post } from './posts';

/** How well labelled posts are read. */
export type Accuracy = {
  /** Of the findings, the share that is labelled with their kind. */
  precision: number;
  /** Of the labels, the share that is found whole, and with its kind. */
  recall: number;
  /** The same of each kind; null = no label of that kind. */
  recallOf: Record<FindingKind, number | null>;
  /** Findings without a label, and labels without a finding, in words. */
  wrong: string[];
};

/** Compares what is found in posts with their labels. */
export function accuracyOn(posts: readonly Post[]): Accuracy {
  const wrong: string[] = [];
  const labels: (Label & { found: boolean })[] = [];
  const right: boolean[] = [];
  for (const post of posts) {
    const findings = findPersonalData(post.text);
    for (const label of post.labels) {
      const found = findings.some(
        (one) => one.kind === label.kind && one.start <= label.start && one.end >= label.end,
      );
      labels.push({ ...label, found });
      if (!found) wrong.push(`missed ${label.kind}: ${post.text.slice(label.start, label.end)}`);
    }
    for (const { kind, start, end, text } of findings) {
      const isRight = post.labels.some((one) => one.kind === kind && one.start < end && start < one.end);
      right.push(isRight);
      if (!isRight) wrong.push(`made up ${kind}: ${text}`);
    }
  }
  const share = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;
  const recallOf = findingKinds.map((kind) => {
    const own = labels.filter((label) => label.kind === kind).map(({ found }) => found);
    return [kind, own.length > 0 ? share(own) : null] as const;
  });
  return {
    precision: share(right),
    recall: share(labels.map(({ found }) => found)),
    recallOf: Object.fromEntries(recallOf) as Record<FindingKind, number | null>,
    wrong,
  };
}
