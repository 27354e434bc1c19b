/** Whether a reply thanks or is sorry: what must not be said to someone who is angry, or who is pleased. */

const thanks =
  /\b(?:glad|happy|pleased|thrilled|delighted|awesome|amazing|wonderful|kind words?|made (?:our|my) day|love (?:hearing|that|it|this)|enjoy(?:ing|ed)?|yay|hooray|thanks? (?:you )?(?:so much )?for (?:the|your) (?:love|kind|support|praise|nice|great|lovely|shout)|you rock)\b|[🎉😊🥳😍🙌]|(?<!\p{L})(?:freut uns|freut mich|freuen uns|schön zu hören|nette[nr]? worte|toll,? dass|alegra|alegramos|encanta (?:leer|saber|que)|palabras tan|ravis?|enchantée?s?|heureux|contents? (?:que|de)|gentils? mots?)(?!\p{L})/iu;
const sorry =
  /\b(?:sorry|apolog\w*|regret|unfortunately|frustrat\w*|understand (?:how|that|your)|let (?:us|me) (?:fix|help|look|make)|make (?:this|it) right|(?:fix|look into|sort) (?:this|that|it)|should(?:n't| not) have happened|disappoint\w*|trouble|inconvenience)\b|(?<!\p{L})(?:tut (?:uns|mir) (?:sehr )?leid|entschuldig\p{L}*|leider|ärgerlich|lo sentimos|lo siento|disculp\p{L}*|lamentamos|perdón|désolée?s?|excuses?|regrettons|navrée?s?)(?!\p{L})/iu;

export type Tone = 'thanks' | 'sorry';

/** A reply that does both ("Thank you, and sorry for the trouble") fits anybody. */
export function readTone(text: string): Tone | undefined {
  const [isThanks, isSorry] = [thanks.test(text), sorry.test(text)];
  if (isThanks === isSorry) return undefined;
  return isThanks ? 'thanks' : 'sorry';
}
