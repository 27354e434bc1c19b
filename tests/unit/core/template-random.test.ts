import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillTemplate, parseTemplate, printTemplate } from '../../../core/template.ts';
import { anyTemplate, nearlyTemplate, withoutSpans } from './template-trees.ts';

const runs = { numRuns: 400 };

test('what is written out is read again as the same', () => {
  fc.assert(
    fc.property(anyTemplate, (nodes) => {
      expect(withoutSpans(parseTemplate(printTemplate(nodes)).nodes)).toEqual(withoutSpans(nodes));
    }),
    runs,
  );
});

test('any text is read, and what is read of it stays the same when it is written out', () => {
  fc.assert(
    fc.property(nearlyTemplate, (body) => {
      const { nodes, problems } = parseTemplate(body);
      for (const { start, end, fix } of problems) {
        expect(start >= 0 && start <= end && end <= body.length).toBe(true);
        if (fix) expect(fix.start >= 0 && fix.start <= fix.end && fix.end <= body.length).toBe(true);
      }
      const printed = printTemplate(nodes);
      expect(printTemplate(parseTemplate(printed).nodes)).toBe(printed);
    }),
    {
      ...runs,
      examples: [['{{#if }}\\'], ['{{#if a}}x{{else}}\\'], ['{{#if a}}x{{else if b}}\\']],
    },
  );
});

test('any text is filled in or reported, and nothing that was reported is out of place', () => {
  const world = { now: 1_770_000_000_000, turn: 3, findSnippet: (name: string) => (name === 'a' ? 'x {{snippet "a"}}' : undefined) };
  fc.assert(
    fc.property(nearlyTemplate, (body) => {
      const { text, cursor, unresolved } = fillTemplate(body, { rating: '2' }, world);
      for (const { start, end } of unresolved) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      if (cursor !== undefined) expect(cursor >= 0 && cursor <= text.length).toBe(true);
    }),
    runs,
  );
});

test('bytes of any kind are read without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const body = new TextDecoder('latin1').decode(bytes);
      parseTemplate(body);
      fillTemplate(body, {});
    }),
    runs,
  );
});

test('no tag that could not be filled in is ever part of a text that may be inserted', () => {
  fc.assert(
    fc.property(anyTemplate, (nodes) => {
      const { text, unresolved } = fillTemplate(printTemplate(nodes), {}, { now: 0 });
      if (unresolved.length > 0) return;
      const said = JSON.stringify(withoutSpans(nodes));
      // Braces that were escaped, or are part of a fallback, are words.
      if (!said.includes('{{')) expect(text).not.toContain('{{');
    }),
    runs,
  );
});

test('a long body full of half tags is read in no time', () => {
  for (const part of ['{{', '{{#if a}}', '{{choose "', '{{choose “', '\\{{', '{{{', '{{a|', '"', '{{#if (((', '{{#if not not ']) {
    const body = part.repeat(20_000 / part.length);
    const began = performance.now();
    parseTemplate(body);
    expect(performance.now() - began, part).toBeLessThan(1_000);
  }
});
