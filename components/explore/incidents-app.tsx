'use client';

import type { ComponentProps } from 'react';
import { IncidentsView } from './incidents-view';
import { SelectionApp, type SelectionAppProps } from './selection-app';

/** The list of incidents in the browser. `codes`: the viewer may make incidents. */
export function IncidentsApp({ codes, ...props }: SelectionAppProps & { codes: boolean }) {
  return <SelectionApp {...props} base="/incidents" View={codes ? CoderView : IncidentsView} />;
}

function CoderView(props: Omit<ComponentProps<typeof IncidentsView>, 'codes'>) {
  return <IncidentsView {...props} codes />;
}
