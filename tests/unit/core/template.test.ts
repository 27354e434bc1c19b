import { describe, expect, it } from 'vitest';
import { fillTemplate, listVariables, variablesFrom } from '../../../core/template.ts';

describe('a reply is filled in', () => {
  it('with what is known', () => {
    const variables = variablesFrom(
      { site: 'Bluesky', author: { name: 'Maya Lindqvist', handle: '@maya.example' }, keyword: 'Acme', excerpt: 'my Acme rocket' },
      { name: 'Jo Park' },
    );
    const body = 'Hi {{author.firstName|there}} ({{author.handle}})!\n\n{{site}}: {{keyword}}, “{{post.excerpt}}”\n{{me.name}}';
    expect(fillTemplate(body, variables)).toMatchObject({
      text: 'Hi Maya (@maya.example)!\n\nBluesky: Acme, “my Acme rocket”\nJo Park',
      unresolved: [],
    });
  });

  it('with the fallback where nothing is known, which may be nothing', () => {
    expect(fillTemplate('Hi {{author.firstName|there}}{{author.name|}}!', {}).text).toBe('Hi there!');
  });

  it('never with a hole: what has neither value nor fallback is reported where it stands', () => {
    expect(fillTemplate('{{site}}: Hi {{author.firstName}}!', { site: 'X' })).toMatchObject({
      text: 'X: Hi {{author.firstName}}!',
      unresolved: [{ name: 'author.firstName', start: 6, end: 26 }],
    });
    expect(fillTemplate('{{ nonsense }}', {}).unresolved).toMatchObject([{ name: 'nonsense', start: 0, end: 14 }]);
    expect(fillTemplate('{{}}', {}).unresolved).toHaveLength(1);
    expect(fillTemplate('{{constructor}} {{toString}}', {}).unresolved).toHaveLength(2);
  });

  it('with variables of the caller, in any case and spacing of ours', () => {
    expect(fillTemplate('{{ Author.FirstName }} {{order}}', { 'author.firstName': 'Maya', order: '7' }).text).toBe('Maya 7');
    expect(listVariables('{{order}} {{ AUTHOR.NAME|x }} {{order|y}}')).toEqual(['order', 'author.name']);
  });

  it('never twice: braces and dollars that a stranger wrote are left as they are', () => {
    const evil = '{{me.name}} $& $1 {{';
    expect(fillTemplate('“{{post.excerpt}}”', { 'post.excerpt': evil, 'me.name': 'secret' }).text).toBe(`“${evil}”`);
  });

  it('without doubling the @ of a handle', () => {
    expect(fillTemplate('@{{author.handle}}', { 'author.handle': '@maya' }).text).toBe('@maya');
    expect(fillTemplate('@{{author.handle}}', { 'author.handle': 'maya' }).text).toBe('@maya');
  });

  it('leaves single braces and other text alone', () => {
    expect(fillTemplate('a { b } {c} }} {{', {})).toMatchObject({ text: 'a { b } {c} }} {{', unresolved: [] });
  });
});
