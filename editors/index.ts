/**
 * Puts a text into a field of the page, whatever editor it is, at the caret, so that one undo takes it back; and says what came of it by
 * reading the field again. It never presses anything: what is done with the text is the person's to decide.
 */
import { keepCaret, takeCaret } from './_caret.ts';
import { type Attempted, type Editor, type Field, type InsertResult, sleep } from './_editor.ts';
import { findField, isComposing, isField } from './_find.ts';
import { isFocused } from './_focus.ts';
import { watchLoss } from './_lost.ts';
import { placeCaret } from './_place-caret.ts';
import { hasForeignText, letters, lines, readAround, readField } from './_read.ts';
import { selectTyped } from './_trigger.ts';
import { collapseUndone } from './_undone.ts';
import { insertUnseen } from './_unseen.ts';
import ckeditor from './ckeditor.ts';
import ckeditor4 from './ckeditor4.ts';
import codemirror from './codemirror.ts';
import codemirror5 from './codemirror5.ts';
import contenteditable from './contenteditable.ts';
import draft from './draft.ts';
import lexical from './lexical.ts';
import mediumeditor from './mediumeditor.ts';
import prosemirror from './prosemirror.ts';
import { quill1, quill2 } from './quill.ts';
import slate from './slate.ts';
import textfield from './textfield.ts';
import tinymce from './tinymce.ts';
import trix from './trix.ts';
import wordpress from './wordpress.ts';

export { rememberCaret } from './_caret.ts';
export type { Editor, Field, InsertResult } from './_editor.ts';
export { findField, isComposing, isField, watchFields } from './_find.ts';
export { readField } from './_read.ts';
export { isTyped } from './_trigger.ts';

/** In no order: exactly one claims any field. */
export const editors: readonly Editor[] = [
  ckeditor,
  ckeditor4,
  codemirror,
  codemirror5,
  contenteditable,
  draft,
  lexical,
  mediumeditor,
  prosemirror,
  quill1,
  quill2,
  slate,
  textfield,
  tinymce,
  trix,
  wordpress,
];

export function editorOf(field: Field): Editor | undefined {
  return isField(field) ? editors.find((editor) => editor.claims(field)) : undefined;
}

const busy = new WeakSet<Field>();

/**
 * Inserts `text` at the field's caret, or over its selection; at its end where it never had one. The caret is left behind the text, or at
 * `caret`, counted in it. With a `trigger` it goes in the place of that, and nowhere if that does not stand before the caret.
 */
export async function insertText(field: Field, text: string, caret?: number, trigger?: string): Promise<InsertResult> {
  const editor = editorOf(field);
  if (!editor || !text || busy.has(field) || isComposing(field)) return { outcome: 'untouched', editor: editor?.name ?? '' };
  busy.add(field);
  try {
    const plain = (part: string) => part.replace(/\r\n?/g, '\n');
    const head = caret === undefined || caret >= text.length ? undefined : plain(text.slice(0, Math.max(0, caret)));
    return await insertAtCaret(editor, field, { asked: plain(text), head, trigger });
  } finally {
    busy.delete(field);
  }
}

type Outcome = InsertResult['outcome'];

interface Asked {
  asked: string;
  head: string | undefined;
  trigger: string | undefined;
}

async function insertAtCaret(editor: Editor, field: Field, asked: Asked): Promise<InsertResult> {
  if (!(await takeCaret(field, noticesAfter(editor), editor.settlesAfter))) return insertInstead(field, asked, 'untouched', editor);
  const isLost = watchLoss(field);
  const outcome = await insert(editor, field, asked);
  if (asked.trigger !== undefined || !(await isLost())) return { outcome, editor: editor.name };
  // The page may carry the text over by itself.
  await sleep(300);
  const found = readInstead(field);
  if (found !== undefined && hasLines(found, asked.asked)) return { outcome: 'inserted', editor: editor.name };
  const lost = outcome === 'inserted' ? 'partial' : outcome;
  return letters(found ?? '') === '' ? insertInstead(field, asked, lost, editor) : { outcome: lost, editor: editor.name };
}

/** Into the box that has taken the field's place, where one has. */
async function insertInstead(field: Field, asked: Asked, outcome: Outcome, { name }: Editor): Promise<InsertResult> {
  const instead = findReplacement(field);
  const other = instead && editorOf(instead);
  return other ? { outcome: await insert(other, instead, asked), editor: other.name } : { outcome, editor: name };
}

const noticesAfter = (editor: Editor): number => editor.noticesAfter ?? 25;

/** A box that opens when it is pressed may be another element, which then has the focus. */
function findReplacement(field: Field): Field | undefined {
  const isGone = !field.isConnected || field.getClientRects().length === 0;
  const focused = isGone ? findField(document) : undefined;
  return focused && focused !== field && isFocused(focused) ? focused : undefined;
}

async function insert(editor: Editor, field: Field, asked: Asked): Promise<Outcome> {
  const drawn = editor.drawsIn?.(field);
  if (drawn) return asked.trigger === undefined ? insertUnseen(editor, field, drawn, closeEnd(asked.asked, undefined, '')) : 'untouched';
  const pause = noticesAfter(editor);
  await collapseUndone(field, pause);
  if (asked.trigger !== undefined && !(await selectTyped(field, asked.trigger, pause))) return 'untouched';
  return attemptAll(editor, field, asked, pause);
}

async function attemptAll(editor: Editor, field: Field, { asked, head }: Asked, pause: number): Promise<Outcome> {
  const around = readAround(field);
  if (!around) return 'untouched';
  const text = closeEnd(editor.fit?.(field, asked) ?? asked, head, around.after);
  const want = around.before + text + around.after;
  const was = { text: readField(field), clean: isClean(editor, field) };
  const putCaretBack = keepCaret(field, pause);
  for (const [i, attempt] of editor.attempts.entries()) {
    if (i > 0) await putCaretBack();
    const attempted = await attempt(field, text);
    const outcome = await judge(editor, field, { want, was, ...attempted });
    if (outcome === 'inserted' && head !== undefined) {
      const before = fitHead(editor, field, head);
      await placeCaret(field, { before: around.before + before, tail: text.slice(before.length) }, pause);
    }
    // What the page took but does not show may still come; a second attempt would then double it.
    if (outcome !== 'untouched' || (attempted.prevented && !editor.insists)) return outcome;
  }
  return 'untouched';
}

/** A handle or a tag right before the caret opens the site's list of suggestions, and the next Enter would take the first of them. */
function closeEnd(text: string, head: string | undefined, after: string): string {
  const open = head === undefined && !/^[ \u00a0]/.test(after) && /(?:^|[\s(])[@#][\p{L}\p{N}_][\p{L}\p{N}_.@-]*$/u.test(text);
  return open ? `${text} ` : text;
}

/** What of a text's beginning there is once the text was made to fit: an input has no lines. */
const fitHead = (editor: Editor, field: Field, head: string): string => editor.fit?.(field, `${head}.`).slice(0, -1) ?? head;

interface Expectation extends Attempted {
  want: string;
  was: { text: string; clean: boolean };
}

/** Waits for the field to read as it should, and to stay so: an editor puts back what it did not itself write. */
async function judge(editor: Editor, field: Field, { want, was, prevented, unheard }: Expectation): Promise<Outcome> {
  const deadline = performance.now() + (prevented ? 1_500 : unheard ? 0 : 400);
  const wanted = letters(want);
  while (letters(readField(field)) !== wanted && performance.now() < deadline) await sleep(20);
  await sleep(60);
  if (!field.isConnected) return readInstead(field) === want ? 'inserted' : 'partial';
  const now = readField(field);
  const whole = letters(now) === wanted && hasLines(now, want) && (isClean(editor, field) || !was.clean);
  if (whole) return 'inserted';
  return letters(now) === letters(was.text) ? 'untouched' : 'partial';
}

/** A page may draw the box anew once there is something in it. */
function readInstead(field: Field): string | undefined {
  const instead = findReplacement(field);
  return instead && readField(instead);
}

/** Has the editor itself rendered all that stands in the field? */
const isClean = (editor: Editor, field: Field): boolean => !editor.renders || !hasForeignText(field, editor.renders);

function hasLines(now: string, want: string): boolean {
  const found = lines(now);
  const wanted = lines(want);
  return found.length === wanted.length && wanted.every((line, i) => found[i] === line);
}
