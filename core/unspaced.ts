/** Where a word ends in scripts whose spaces do not say: Chinese, Japanese, Thai and their like; Korean, which glues particles to words. */
import { foldAt, foldBefore, Kind } from './fold.ts';

const particles = (
  '은 는 이 가 을 를 의 에 에서 에게 에게서 께 께서 한테 한테서 와 과 랑 이랑 하고 도 만 뿐 까지 마저 조차 부터 밖에 처럼 같이 보다 만큼 ' +
  '로 으로 로서 으로서 로써 으로써 로부터 으로부터 라고 이라고 라는 이라는 란 이란 나 이나 라도 이라도 든지 이든지 야 이야 아 여 이여 ' +
  '요 이요 다 이다 입니다 인 인데 이네 네 죠 이죠 지 이지 예요 이에요 였다 이었다 들'
).split(' ');
const onlyParticles = new RegExp(`^(?:${particles.map((p) => p.normalize('NFD')).join('|')})+$`);

/** True where the Hangul that follows `index` is particles only: "삼성" is a word of its own in "삼성에서는" and not in "삼성전자". */
export function isKoreanWordEnd(text: string, index: number): boolean {
  let rest = '';
  let size = 0;
  for (let i = index; i < text.length && rest.length < 60; i += size) {
    const folded = foldAt(text, i);
    if (folded.kind !== Kind.hangul && folded.kind !== Kind.ignored) break;
    rest += folded.units;
    size = folded.size;
  }
  return rest === '' || onlyParticles.test(rest);
}

const around = 24;
let segmenter: Intl.Segmenter | undefined;

/** The words of characters that no spaces part. */
export function listWords(run: string): Iterable<{ readonly index: number; readonly segment: string }> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return segmenter.segment(run);
}

function runStart(text: string, index: number): number {
  let i = index;
  for (let n = 0; i > 0 && n < around; n++) {
    const folded = foldBefore(text, i);
    if (folded.kind !== Kind.unspaced && folded.kind !== Kind.ignored) break;
    i -= folded.size;
  }
  return i;
}

function runEnd(text: string, index: number): number {
  let i = index;
  for (let n = 0; i < text.length && n < around; n++) {
    const folded = foldAt(text, i);
    if (folded.kind !== Kind.unspaced && folded.kind !== Kind.ignored) break;
    i += folded.size;
  }
  return i;
}

/**
 * True where the dictionary reads the characters otherwise: a hit that ends in the middle of one word and begins in the middle of another
 * ("京都" in "東京都"). A hit inside one word, or made of several whole ones, stands: names are not in dictionaries.
 */
export function isTornFromWords(text: string, start: number, end: number): boolean {
  const from = runStart(text, start);
  const to = runEnd(text, end);
  if (from === start && to === end) return false;
  for (const { index, segment } of listWords(text.slice(from, to))) {
    const a = from + index;
    const b = a + segment.length;
    if ((a < start && start < b && b < end) || (start < a && a < end && end < b)) return true;
  }
  return false;
}
