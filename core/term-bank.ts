/** The terms of one query or of all, found together in one post: in its words, and for addresses in its links. */
import type { Steps } from './by-steps.ts';
import { type Address, LinkIndex, readAddress, respell } from './links.ts';
import { seeAlike } from './lookalikes.ts';
import type { Heard, TermNode } from './query-tree.ts';
import { type Found, type Numbered, Scanner } from './scanner.ts';
import { parseTerm, type Term } from './term.ts';

const termOf = ({ text, quoted, exact }: TermNode): Term => parseTerm(text, { wild: !quoted && !exact, exact });
const noLinks: ReadonlyMap<number, string> = new Map();

interface Alike extends Numbered {
  /** It is itself written with letters that look like others. */
  readonly isDisguised: boolean;
}

function seeTerm(node: TermNode, number: number): Alike {
  const text = seeAlike(node.text);
  return { number, term: termOf({ ...node, text }), isDisguised: text !== node.text };
}

export class TermBank {
  private readonly terms: Numbered[] = [];
  /** Those that are looked for as they look to the eye, too. */
  private readonly alike: Alike[] = [];
  private readonly links = new LinkIndex();
  /** Many queries have the same guards: each term is looked for once. */
  private readonly numbers = new Map<string, number>();

  /** @returns the term's number. */
  add(node: TermNode, lookalikes: boolean): number {
    const key = `${lookalikes ? '~' : ''}${node.exact ? '{' : node.quoted ? '"' : ' '}${node.text}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    this.terms.push({ number, term: termOf(node) });
    if (lookalikes) this.alike.push(seeTerm(node, number));
    const address = !node.exact && node.text.includes('.') ? readAddress(node.text) : undefined;
    if (address) this.addAddress(node, number, address);
    return number;
  }

  private addAddress(node: TermNode, number: number, address: Address): void {
    this.links.add(number, address);
    const text = respell(node.text, address);
    if (text !== undefined) this.terms.push({ number, term: termOf({ ...node, text }) });
  }

  /** What looks for the terms that `isPart` is true of. Yields now and then, so that others may have their turn. */
  *buildFinder(isPart: (term: number) => boolean): Steps<Finder> {
    const isIn = ({ number }: Numbered) => isPart(number);
    const alike = this.alike.filter(isIn);
    const scanner = yield* Scanner.build(this.terms.filter(isIn));
    if (alike.length === 0) return new Finder(scanner);
    const isDisguised = alike.some((one) => one.isDisguised);
    return new Finder(scanner, yield* Scanner.build(alike), isDisguised);
  }

  /** Terms that are addresses a link leads to, each with that link. */
  findLinked(post: Heard): ReadonlyMap<number, string> {
    const links = this.links.size > 0 ? (post.links ?? []) : [];
    return links.length > 0 ? this.links.find(links) : noLinks;
  }
}

/** Some of a bank's terms, looked for in the words of a post. */
export class Finder {
  constructor(
    private readonly scanner: Scanner,
    private readonly alikeScanner?: Scanner,
    /** A term is itself written with letters that look like others. */
    private readonly isDisguised = false,
  ) {}

  /** In no order, and now and then the same place twice; only of the terms that are wanted, if any are named. */
  find(text: string, wanted?: ReadonlySet<number>): Found[] {
    const found = this.scanner.scan(text, wanted);
    if (!this.alikeScanner) return found;
    const seen = seeAlike(text);
    return seen === text && !this.isDisguised ? found : [...found, ...this.alikeScanner.scan(seen, wanted)];
  }
}

/** Each term's places, in order, each once. */
export function groupByTerm(found: Found[], groups = new Map<number, Found[]>()): Map<number, Found[]> {
  for (const place of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const group = groups.get(place.term);
    const last = group?.at(-1);
    if (!group) groups.set(place.term, [place]);
    else if (last?.start !== place.start || last.end !== place.end) group.push(place);
  }
  return groups;
}
