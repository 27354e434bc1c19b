import type { Play } from '../core/model.ts';
import { type WordKey, word } from './words.ts';

const answers = { answer: 'playAnswerYes', 'ask-first': 'playAnswerAsk', leave: 'playAnswerNo' } as const satisfies Record<
  Play['answer'],
  WordKey
>;

export const playAnswers = Object.keys(answers) as Play['answer'][];

export const namePlayAnswer = (answer: Play['answer']): string => word(answers[answer]);
