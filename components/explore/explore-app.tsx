'use client';

import { ExploreView } from './explore-view';
import { SelectionApp, type SelectionAppProps } from './selection-app';

/** Explore in the browser. */
export function ExploreApp(props: SelectionAppProps) {
  return <SelectionApp {...props} base="/" View={ExploreView} />;
}
