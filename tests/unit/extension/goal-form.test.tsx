import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GoalForm } from '../../../components/goal-form.tsx';
import { calendarOf } from '../../../core/calendar.ts';
import type { Goal } from '../../../core/model.ts';

vi.mock('wxt/browser', async () => ({ browser: { i18n: { getMessage: (await import('./english.ts')).getMessage } } }));

let place: HTMLElement;
let write: (label: string, text: string) => Promise<void>;
let submit: () => Promise<void>;

beforeEach(() => {
  const { document, Event } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  vi.stubGlobal('document', document);
  place = document.querySelector('main') as unknown as HTMLElement;
  const send = (target: Element | null | undefined, name: string) =>
    act(() => void target?.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }) as never));
  write = (label, text) => {
    const name = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.getAttribute('for');
    const field = place.querySelector<HTMLInputElement>(`[id="${name}"]`);
    // A choice of this DOM's cannot be made by its value.
    if (field) Object.defineProperty(field, 'value', { value: text, writable: true });
    return send(field, label === 'Told by' ? 'change' : 'input');
  };
  submit = () => send(place.querySelector('form'), 'submit');
});

afterEach(() => vi.unstubAllGlobals());

test('a form whose button is pressed once more while the goal is being saved makes one goal', async () => {
  const saved: Goal[] = [];
  const form = {
    keywords: [],
    calendar: calendarOf('UTC'),
    onMeasure: async () => ({ n: 0, posts: 0, from: 0, to: 1 }),
    onSave: async (goal: Goal) => saved.push(goal) > 2,
    onClose: () => {},
  };
  await act(() => render(<GoalForm {...form} />, place));
  await write('What is to be different', 'We know what is said');
  await write('Told by', 'read');
  await write('Wanted, as a number', '40');
  await Promise.all([submit(), submit()]);
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  expect(saved[0]?.id).toBe(saved[1]?.id);
});
