import { isPart, roots } from './_generic-marks.ts';

declare const document: never;

/** Around more elements or posts than this (an article with all its comments in it) only a post's own are gone through, one by one. */
const large = 3_000;
const many = 20;

/** One post's element and what in it is its own: posts inside it own what is inside them. A wrapper that owns nothing is no post. */
export class Unit {
  readonly nested: readonly Element[];
  private readonly borders: ReadonlySet<Element>;
  /** Its own elements, where they are gone through one by one. */
  private readonly own: readonly Element[] | undefined;

  constructor(readonly root: Element) {
    const all = root.getElementsByTagName('*').length > large ? undefined : root.querySelectorAll(roots);
    const parted = all && all.length <= many ? undefined : part(root);
    this.own = parted?.own;
    this.nested = parted?.nested ?? [...(all ?? [])].filter((inner) => !isPart(inner));
    this.borders = new Set(this.nested);
  }

  private owns(element: Element): boolean {
    if (this.nested.length === 0) return true;
    for (let at: Element | null = element; at !== null && at !== this.root; at = at.parentElement) if (this.borders.has(at)) return false;
    return true;
  }

  list(selector: string): Element[] {
    if (this.own) return this.own.filter((element) => element.matches(selector));
    return [...this.root.querySelectorAll(selector)].filter((element) => this.owns(element));
  }

  find(selector: string): Element | undefined {
    if (this.own) return this.own.find((element) => element.matches(selector));
    const found = this.root.querySelector(selector);
    if (!found || this.owns(found)) return found ?? undefined;
    return this.list(selector)[0];
  }
}

/** The first elements that are a post's own, and the posts right inside it; what those hold is not looked at. */
function part(root: Element): { own: Element[]; nested: Element[] } {
  const own: Element[] = [];
  const nested: Element[] = [];
  let at = root.firstElementChild;
  while (at && own.length + nested.length < large) {
    const isBorder = at.matches(roots) && !isPart(at);
    (isBorder ? nested : own).push(at);
    let next: Element | null = isBorder ? null : at.firstElementChild;
    for (let up: Element | null = at; !next && up && up !== root; up = up.parentElement) next = up.nextElementSibling;
    at = next;
  }
  // What was not come to is taken for others' words: better a few of its own unheard than another's put in its mouth.
  for (let up = at; up && up !== root; up = up.parentElement)
    for (let rest = up === at ? up : up.nextElementSibling; rest; rest = rest.nextElementSibling) nested.push(rest);
  return { own, nested };
}
