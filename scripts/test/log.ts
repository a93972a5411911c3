import { findPersonalData } from '@/lib/privacy/detect';

/** Kinds whose shape leaves no doubt in lines that are full of numbers. */
const certain = ['e-mail', 'resident-id', 'mobile'];
const requestName = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The lines of a server's log that hold personal data, which tests sent to it in addresses and in what they posted. Pure. */
export function personalLines(log: string): string[] {
  return log
    .split('\n')
    .filter((line) =>
      findPersonalData(line.replaceAll(requestName, '')).some(
        ({ kind, certainty }) => certainty === 'sure' && certain.includes(kind),
      ),
    );
}
