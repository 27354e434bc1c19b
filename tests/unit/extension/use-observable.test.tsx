import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useObservable } from '../../../components/use-observable.ts';

/** What is asked for is answered when the test says so, as a database does later. */
function createAnswers() {
  const asked = new Map<string, (value: string) => void>();
  const watch = (question: string) => ({
    subscribe: (onValue: (value: string) => void) => {
      asked.set(question, onValue);
      return { unsubscribe: () => asked.delete(question) };
    },
  });
  return { watch, answer: (question: string, value: string) => asked.get(question)?.(value) };
}

let place: HTMLElement;

beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
});

afterEach(() => vi.unstubAllGlobals());

const { watch, answer } = createAnswers();
const seen: string[] = [];

function Asking({ question }: { question: string }) {
  const { value, isCurrent } = useObservable(() => watch(question), [question]);
  seen.push(`${question}: ${value} ${isCurrent}`);
  return null;
}

test('what answered another question is told from what answers this one', async () => {
  await act(() => render(<Asking question="30 days" />, place));
  await act(() => answer('30 days', '41'));
  await act(() => render(<Asking question="90 days" />, place));
  await act(() => answer('90 days', '105'));
  await act(() => answer('90 days', '106'));
  expect(seen).toEqual(['30 days: undefined false', '30 days: 41 true', '90 days: 41 false', '90 days: 105 true', '90 days: 106 true']);
});
