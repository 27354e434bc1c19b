/** The terms of one query or of all, found together in one post: in its words, and for addresses in its links. */
import { LinkIndex, readAddress } from './links.ts';
import { seeAlike } from './lookalikes.ts';
import type { Heard, TermNode } from './query-tree.ts';
import { type Found, Scanner } from './scanner.ts';
import { parseTerm, type Term } from './term.ts';

const termOf = ({ text, quoted, exact }: TermNode): Term => parseTerm(text, { wild: !quoted && !exact, exact });
const noLinks: ReadonlyMap<number, string> = new Map();

export class TermBank {
  private readonly terms: Term[] = [];
  private readonly alike: Term[] = [];
  /** By place in `alike`: the term's number. */
  private readonly alikeNumbers: number[] = [];
  /** A term is itself written with letters that look like others. */
  private isDisguised = false;
  private readonly links = new LinkIndex();
  /** Many queries have the same guards: each term is looked for once. */
  private readonly numbers = new Map<string, number>();
  private scanner: Scanner | undefined;
  private alikeScanner: Scanner | undefined;

  /** @returns the term's number. */
  add(node: TermNode, lookalikes: boolean): number {
    const key = `${lookalikes ? '~' : ''}${node.exact ? '{' : node.quoted ? '"' : ' '}${node.text}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.terms.push(termOf(node)) - 1;
    this.numbers.set(key, number);
    if (lookalikes) {
      const text = seeAlike(node.text);
      if (text !== node.text) this.isDisguised = true;
      this.alike.push(termOf({ ...node, text }));
      this.alikeNumbers.push(number);
    }
    const address = !node.exact && node.text.includes('.') ? readAddress(node.text) : undefined;
    if (address) this.links.add(number, address);
    return number;
  }

  /** In no order, and now and then the same place twice. */
  find(text: string): Found[] {
    this.scanner ??= new Scanner(this.terms);
    const found = this.scanner.scan(text);
    if (this.alike.length === 0) return found;
    const seen = seeAlike(text);
    if (seen === text && !this.isDisguised) return found;
    this.alikeScanner ??= new Scanner(this.alike);
    for (const { term, start, end } of this.alikeScanner.scan(seen)) found.push({ term: this.alikeNumbers[term] ?? 0, start, end });
    return found;
  }

  /** Terms that are addresses a link leads to, each with that link. */
  findLinked(post: Heard): ReadonlyMap<number, string> {
    return this.links.size > 0 ? this.links.find(post.links ?? []) : noLinks;
  }

  /** Makes ready now what the first post would have to wait for. */
  prepare(): void {
    this.find('');
  }
}

/** Each term's places, in order, each once. */
export function groupByTerm(found: Found[]): Map<number, Found[]> {
  const groups = new Map<number, Found[]>();
  for (const place of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const group = groups.get(place.term);
    const last = group?.at(-1);
    if (!group) groups.set(place.term, [place]);
    else if (last?.start !== place.start || last.end !== place.end) group.push(place);
  }
  return groups;
}
