import { CircleAlert, TriangleAlert, Wrench } from 'lucide';
import type { Problem } from '../core/query-tree.ts';
import { Icon } from './icon.tsx';
import { stripControls } from './plain-text.tsx';
import { formatNumber, type WordKey, word } from './words.ts';

const messages = {
  empty: 'lintEmpty',
  unbalanced: 'lintUnbalanced',
  'missing-operand': 'lintMissing',
  mixed: 'lintMixed',
  'negative-only': 'lintNegative',
  'wildcard-first': 'lintWildcardFirst',
  'wildcard-short': 'lintWildcardShort',
  'unknown-field': 'lintUnknownField',
  'bad-value': 'lintBadValue',
  'near-operand': 'lintNear',
  'too-common': 'lintCommon',
  'too-long': 'lintLong',
  'too-deep': 'lintDeep',
  duplicate: 'lintDuplicate',
} as const satisfies Record<Problem['code'], WordKey>;

function keyOf({ code, words }: Problem): WordKey {
  if (code === 'unknown-field' && words.length > 1) return 'lintUnknownFieldMeant';
  return code === 'bad-value' && /NEAR/.test(words[0] ?? '') ? 'lintFar' : messages[code];
}

/** What is wrong, in words for the person. */
export const describeProblem = (problem: Problem): string => stripControls(word(keyOf(problem), ...problem.words.map(shorten)));

const longestShown = 60;
const shorten = (text: string): string => {
  if (/^\d+$/.test(text)) return formatNumber(Number(text));
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
};

export const isError = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'error';

type Fix = Problem['fixes'][number];

const applyFix = (query: string, { span, replacement }: Fix): string => query.slice(0, span.start) + replacement + query.slice(span.end);

interface Props {
  query: string;
  problems: readonly Problem[];
  onFix: (query: string) => void;
}

const mostShown = 4;

/** Each problem with what it is about and its repairs; the words it is about are underlined in the box as well. */
export function QueryProblems({ query, problems, onFix }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul class="lint" aria-label={word('lintTitle')}>
      {[...problems]
        .sort((a, b) => Number(isError(b)) - Number(isError(a)))
        .slice(0, mostShown)
        .map((problem) => (
          <li key={`${problem.code} ${problem.span.start}`} class={problem.severity}>
            <Icon of={isError(problem) ? CircleAlert : TriangleAlert} size={14} />
            <div class="grow">
              <p class="small">
                <bdi>{describeProblem(problem)}</bdi>
              </p>
              <div class="fixes">
                {problem.fixes.map((fix) => (
                  <FixButton key={fix.replacement} query={query} fix={fix} onFix={onFix} />
                ))}
              </div>
            </div>
          </li>
        ))}
    </ul>
  );
}

/** A repair is shown as what the query would say. */
function FixButton({ query, fix, onFix }: { query: string; fix: Fix; onFix: Props['onFix'] }) {
  const fixed = applyFix(query, fix);
  return (
    <button type="button" class="slim fix" aria-label={word('lintFixNamed', stripControls(fixed))} onClick={() => onFix(fixed)}>
      <Icon of={Wrench} size={12} />
      <bdi>{stripControls(fixed.trim()) || word('lintClear')}</bdi>
    </button>
  );
}
