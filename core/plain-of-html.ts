/** Markup that another tool kept → the words a person reads, with their paragraphs, lists and links. Nothing of it is ever shown as markup. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
};

function fromCode(code: number, written: string): string {
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : written;
}

export const readEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (written, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return fromCode(Number(decimal), written);
    if (hex) return fromCode(Number.parseInt(hex, 16), written);
    return name && Object.hasOwn(entities, name) ? (entities[name] ?? written) : written;
  });

const blocks = /^\/?(?:p|div|ul|ol|table|tr|h[1-6]|blockquote|pre|section|article)$/;
/** No angle in an attribute: what is not closed is left at the next tag, so that the time it takes grows with the text and no faster. */
const tag = /<(\/?[a-z][a-z0-9]*)\b((?:"[^"<>]*"|'[^'<>]*'|[^'"<>])*)>/gi;

/** Leaves out what stands from each `open` to the next `close`. */
function leaveOut(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  let out = '';
  let at = 0;
  for (let from = lower.indexOf(open); from >= 0; from = lower.indexOf(open, at)) {
    const to = lower.indexOf(close, from + open.length);
    if (to < 0) break;
    out += text.slice(at, from);
    at = to + close.length;
  }
  return out + text.slice(at);
}

const looksLikeMarkup =
  /<\/?(?:p|div|br|span|b|i|u|em|strong|a|ul|ol|li|img|table|h[1-6]|blockquote|pre|font)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);/i;
export const isMarkup = (text: string): boolean => looksLikeMarkup.test(text);

const addressOf = (attributes: string): string =>
  readEntities(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)?.slice(1).find(Boolean) ?? '').trim();

class Writer {
  private text = '';
  private readonly links: { address: string; from: number }[] = [];

  words(markup: string): void {
    const plain = readEntities(markup.replace(/[ \t\r\n]+/g, ' '));
    this.text += this.text === '' || this.text.endsWith('\n') ? plain.trimStart() : plain;
  }

  tag(name: string, attributes: string): void {
    if (name === 'br') this.text += '\n';
    else if (name === 'li') this.text += this.text === '' || this.text.endsWith('\n') ? '• ' : '\n• ';
    else if (name === 'a') this.links.push({ address: addressOf(attributes), from: this.text.length });
    else if (name === '/a') this.endLink();
    else if (blocks.test(name) && this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
    if (name === '/p') this.text = `${this.text.trimEnd()}\n\n`;
  }

  /** Where a link goes is said, unless its own words say so. */
  private endLink(): void {
    const link = this.links.pop();
    if (!link || !/^(?:https?:|mailto:|\{\{)/i.test(link.address)) return;
    const said = this.text.slice(link.from).trim();
    const plain = link.address.replace(/^mailto:/i, '');
    if (said === '') this.text += plain;
    else if (!said.includes(plain) && !plain.includes(said)) this.text += ` (${plain})`;
  }

  done(): string {
    return this.text
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

export function plainOfHtml(html: string): string {
  const shown = leaveOut(leaveOut(leaveOut(html, '<!--', '-->'), '<script', '</script>'), '<style', '</style>');
  const writer = new Writer();
  let at = 0;
  for (const found of shown.matchAll(tag)) {
    writer.words(shown.slice(at, found.index));
    writer.tag(found[1]?.toLowerCase() ?? '', found[2] ?? '');
    at = found.index + found[0].length;
  }
  writer.words(shown.slice(at));
  return writer.done();
}
