import { vocabulary } from '../term';
import { livelihoodIssues } from './issues-livelihood';
import { publicIssues } from './issues-public';

/**
 * What an incident was about, on two levels. A record holds the narrowest terms that its source supports; a
 * filter on a broader term finds the narrower ones as well. Meant to take in the categories of the China
 * trackers and of Mass Mobilization; the list is our own.
 */
export const issueVocabulary = vocabulary(
  'issue',
  true,
  ['Issue', '事由'],
  [
    'What the incident was about. A record may hold several; the narrowest term that the source supports is used.',
    '事件的缘由，可多选；取来源所能支持的最细一级。',
  ],
  [...livelihoodIssues, ...publicIssues],
);
