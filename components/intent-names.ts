import type { IntentKind } from '../core/model.ts';
import type { WordKey } from './words.ts';

/** What posts want. */
export const intentNames = {
  question: 'wantsQuestion',
  complaint: 'wantsComplaint',
  praise: 'wantsPraise',
  buying: 'wantsBuying',
  switching: 'wantsSwitching',
  bug: 'wantsBug',
  press: 'wantsPress',
} as const satisfies Record<IntentKind, WordKey>;
