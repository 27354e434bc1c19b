/** Praise that is none: thanks for harm, thanks that only close a request, a good word between quotation marks, "great" at the head of a complaint. */
import { type Cue, harms } from './sentiment-cues.ts';
import { endsSentence, type Token } from './sentiment-tokens.ts';

const thanks = /^(?:thanks|thank|thx|thnx|tnx|tks|ty|thankyou|cheers)$/;
const jobs = /^(?:job|work|done|going|go)$/;
const links = /^(?:for|on|at|by)$/;

/** "Thanks for losing my bag", "great job @acme breaking it". */
function isForHarm(tokens: readonly Token[], { from, to }: Cue): boolean {
  if (!thanks.test(tokens[from]?.text ?? '') && !jobs.test(tokens[to - 1]?.text ?? '')) return false;
  // A name may stand between the thanks and what they are for.
  const link = tokens.slice(to, to + 4).findIndex(({ text }) => links.test(text));
  const at = link >= 0 ? to + link + 1 : to + (tokens[to]?.kind === 'name' ? 1 : 0);
  const text = tokens[at]?.text ?? '';
  return /^(?:not|never|nothing)$/.test(text) || (text.endsWith('ing') && harms(text));
}

const asking = /^(?:can|could|would|will)$/;
const asked = /^(?:you|i|we|u|anyone|someone|anybody|somebody)$/;

const requests = (token: Token, next: Token | undefined): boolean =>
  (token.kind === 'mark' && token.text.includes('?')) ||
  /^(?:please|plz|pls)$/.test(token.text) ||
  (asking.test(token.text) && asked.test(next?.text ?? ''));

/** "Can you tell me when it comes? Thank you." */
const isClosing = (tokens: readonly Token[], { from, to }: Cue): boolean =>
  thanks.test(tokens[from]?.text ?? '') &&
  tokens.slice(to).every(({ kind }) => kind === 'mark' || kind === 'name') &&
  tokens.slice(0, from).some((token, at) => requests(token, tokens[at + 1]));

/** Your "helpful" staff: a word or two between quotation marks that is not a title. */
function isQuoted(tokens: readonly Token[], { from, to }: Cue): boolean {
  const [before, first] = [tokens[from - 1], tokens[from]];
  if (!before || !first || first.capital || !/["“]$/.test(before.text) || before.end !== first.start) return false;
  return [to, to + 1].some((at) => /^["”]/.test(tokens[at]?.text ?? '') && tokens[at]?.start === tokens[at - 1]?.end);
}

const openings = /^(?:great|awesome|wonderful|nice|lovely|perfect|fantastic|brilliant|wow|super|cool|amazing|excellent|well)$/;

/** "Great, another delay": praise that opens a complaint. */
function opensComplaint(tokens: readonly Token[], { from, to }: Cue): boolean {
  const before = tokens[from - 1];
  const opens = (!before || endsSentence(before) || before.kind === 'name') && /^[,.…]/.test(tokens[to]?.text ?? '');
  return opens && openings.test(tokens[from]?.text ?? '');
}

/** What a cue is multiplied by because it is not meant as it is said. `complains`: something else in the post speaks against it. */
export function mannersOf(tokens: readonly Token[], cue: Cue, complains: boolean): number {
  if (cue.weight <= 0) return 1;
  if (isForHarm(tokens, cue)) return -0.7;
  if (isQuoted(tokens, cue) || (complains && opensComplaint(tokens, cue))) return -0.5;
  return isClosing(tokens, cue) ? 0.4 : 1;
}
