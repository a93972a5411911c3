import { findPersonalData } from './detect';

/** Whether nothing in a text looks like personal data: asked where it can neither be explained nor taken out later. Pure. */
export const isImpersonal = (text: string): boolean => findPersonalData(text).length === 0;
