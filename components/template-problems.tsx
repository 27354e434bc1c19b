import { CircleAlert, TriangleAlert, Wrench } from 'lucide';
import type { ProblemCode, TemplateProblem } from '../core/template-tree.ts';
import { Icon } from './icon.tsx';
import { stripControls } from './plain-text.tsx';
import { type WordKey, word } from './words.ts';

const messages = {
  'unclosed-tag': 'tplUnclosed',
  'empty-tag': 'tplEmpty',
  'unknown-tag': 'tplUnknownTag',
  'unknown-name': 'tplUnknownName',
  'may-be-empty': 'tplMayBeEmpty',
  'bad-condition': 'tplBadCondition',
  'unclosed-if': 'tplUnclosedIf',
  'stray-tag': 'tplStray',
  'too-few-choices': 'tplChoices',
  'no-question': 'tplNoQuestion',
  'no-shortcut': 'tplNoShortcut',
  'bad-address': 'tplAddress',
  'bad-arguments': 'tplArguments',
  'bad-step': 'tplStep',
  'bad-format': 'tplFormat',
  'bad-lang': 'tplLang',
  'bad-zone': 'tplZone',
  'second-cursor': 'tplCursor',
  'unknown-snippet': 'tplNoSnippet',
  'snippet-cycle': 'tplCycle',
  'too-deep': 'tplDeep',
} as const satisfies Record<ProblemCode, WordKey>;

const longestShown = 60;
const shorten = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text);

/** What is wrong, in words for the person. */
export function describeTemplateProblem({ code, words }: TemplateProblem): string {
  const key = code === 'unknown-name' && words.length > 1 ? 'tplUnknownNameMeant' : messages[code];
  return stripControls(word(key, ...words.map(shorten)));
}

interface Props {
  body: string;
  problems: readonly TemplateProblem[];
  onFix: (body: string) => void;
}

const mostShown = 4;

/** Each problem with its repair; the words it is about are underlined in the box as well. */
export function TemplateProblems({ body, problems, onFix }: Props) {
  if (problems.length === 0) return null;
  const worstFirst = [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return (
    <ul class="lint" aria-label={word('replyLintTitle')}>
      {worstFirst.slice(0, mostShown).map((problem) => (
        <li key={`${problem.code} ${problem.start}`} class={problem.severity}>
          <Icon of={problem.severity === 'error' ? CircleAlert : TriangleAlert} size={14} />
          <div class="grow">
            <p class="small">
              <bdi>{describeTemplateProblem(problem)}</bdi>
            </p>
            {problem.fix && (
              <div class="fixes">
                <FixButton body={body} problem={problem} fix={problem.fix} onFix={onFix} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A repair is shown as what its tag would say. */
function FixButton({
  body,
  problem,
  fix,
  onFix,
}: Omit<Props, 'problems'> & { problem: TemplateProblem; fix: NonNullable<TemplateProblem['fix']> }) {
  const fixed = body.slice(0, fix.start) + fix.replacement + body.slice(fix.end);
  const from = Math.min(problem.start, fix.start);
  const end = Math.max(problem.end, fix.end) + fixed.length - body.length;
  const shown = stripControls(shorten(fixed.slice(from, end)).trim());
  return (
    <button
      type="button"
      class="slim fix"
      aria-label={shown ? word('replyFixNamed', shown) : word('replyFixRemove')}
      onClick={() => onFix(fixed)}
    >
      <Icon of={Wrench} size={12} />
      <bdi>{shown || word('replyFixRemove')}</bdi>
    </button>
  );
}
