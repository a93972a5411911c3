'use client';

import { IncidentsView } from './incidents-view';
import { SelectionApp, type SelectionAppProps } from './selection-app';

/** The list of incidents in the browser. */
export function IncidentsApp(props: SelectionAppProps) {
  return <SelectionApp {...props} base="/incidents" View={IncidentsView} />;
}
