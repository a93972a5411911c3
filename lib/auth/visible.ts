import type { Viewer } from './viewer';

/** States of the work on a record (vocabulary `status`) in which a viewer may see it. */
export function visibleStatuses(viewer: Viewer): string[] {
  switch (viewer.kind) {
    case 'public':
      return ['published'];
  }
}
