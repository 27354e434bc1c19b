/** Runs in the page: what stands on it, as a person reads it. */
import type { Seen } from './see.ts';

const isNumber = (text: string | null): boolean => /\d/.test(text ?? '');

function listTexts(element: Element): Node[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node);
  return found;
}

const isOneWith = (node: Node): boolean => node.nodeType === Node.TEXT_NODE || (node instanceof Element && node.matches('a.lead'));

/** What stands in one element is one piece, however many nodes it is made of. */
function piecesOf(element: Element): string {
  const pieces: { parent: Element | null; text: string }[] = [];
  for (const node of listTexts(element)) {
    // A figure that leads somewhere is part of what it stands in.
    const lead = node.parentElement?.closest('a.lead');
    const [parent, text, last] = [lead ? lead.parentElement : node.parentElement, node.textContent ?? '', pieces.at(-1)];
    const beside = (lead ?? node).previousSibling;
    // A mark beside a name.
    if (parent?.closest('[aria-hidden="true"]') && !isNumber(text)) continue;
    if (last && last.parent === parent && beside && isOneWith(beside)) last.text += text;
    else pieces.push({ parent, text });
  }
  return pieces
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' | ');
}

const attributes = ['title', 'aria-label', 'aria-valuenow', 'aria-valuetext'];

/** What a pointer or a screen reader is told beside the words. */
const besides = (element: Element): string[] =>
  (element.matches('a.lead') ? [] : attributes)
    .map((name) => element.getAttribute(name))
    .filter(isNumber)
    .map((text) => `[${text}]`);

const isElsewhere = (element: Element): boolean => element.closest('table, dl.tiles') !== null;

type IsAllowed = (element: Element) => boolean;

function readTables(main: Element, isAllowed: IsAllowed): Seen['tables'] {
  const cellOf = (cell: Element): string =>
    [isAllowed(cell) ? '' : piecesOf(cell), ...[cell, ...cell.querySelectorAll('*')].flatMap(besides)].filter(Boolean).join(' ');
  const tables = [...main.querySelectorAll('table')].map((table) => [
    piecesOf(table.querySelector('caption') ?? table),
    [...table.rows].map((row) => [...row.cells].map(cellOf)),
  ]);
  return Object.fromEntries(tables);
}

function readTiles(main: Element): Seen['tiles'] {
  const lists = [...main.querySelectorAll('dl.tiles')].map((list) => [
    list.closest('section')?.querySelector('h2')?.textContent ?? '',
    [...list.children].map((tile) => piecesOf(tile).split(' | ')),
  ]);
  return Object.fromEntries(lists);
}

const blocks = 'text, title, desc, p, li, dt, dd, h1, h2, h3, h4, button, summary, label, option, output, blockquote';

function readTexts(main: Element, isAllowed: IsAllowed): string[] {
  const found = new Set<Element>();
  for (const node of listTexts(main)) {
    const parent = node.parentElement;
    if (parent && isNumber(node.textContent) && !isElsewhere(parent) && !isAllowed(parent)) found.add(parent.closest(blocks) ?? parent);
  }
  return [...found].map(piecesOf);
}

function readBesides(main: Element, isAllowed: IsAllowed): string[] {
  const told = [...main.querySelectorAll(attributes.map((name) => `[${name}]`).join(', '))];
  const fields = [...main.querySelectorAll('input')].filter((field) => isNumber(field.value) && field.checkVisibility());
  const isFree = (element: Element): boolean => !isElsewhere(element) && !isAllowed(element);
  return [
    ...told.filter((element) => besides(element).length > 0 && isFree(element)).flatMap(besides),
    ...fields.filter(isFree).map(({ value }) => `[${value}]`),
  ];
}

/** @param allowed selectors of what need not be counted again. @returns besides, which of them were made use of */
function readPage(allowed: readonly string[]): Seen & { used: string[] } {
  const main = document.querySelector('main') as HTMLElement;
  const used = new Set<string>();
  const isAllowed = (element: Element): boolean => {
    const by = allowed.find((selector) => element.closest(selector));
    if (by) used.add(by);
    return by !== undefined;
  };
  const rest = [...readTexts(main, isAllowed), ...readBesides(main, isAllowed)];
  return { tables: readTables(main, isAllowed), tiles: readTiles(main), rest, used: [...used] };
}

(globalThis as { readPage?: typeof readPage }).readPage = readPage;
