import { expect, test } from 'vitest';
import { fillReply } from '../../../components/fill-reply.ts';
import { variablesFrom } from '../../../core/reply-values.ts';
import { fillTemplate, parseTemplate } from '../../../core/template.ts';

const ada = { fields: { company: ' Acme ' }, fieldNames: ['company', 'plan'] };
const fill = (body: string, person = ada) => fillTemplate(body, variablesFrom({ site: 'X' }, { name: '' }, person));
const codes = (body: string, personFields?: string[]) =>
  parseTemplate(body, personFields ? { personFields } : {}).problems.map(({ code, words }) => [code, words[0]]);

test('a field of a person is filled in, in capitals or not, with spaces or not', () => {
  expect(fill('At {{person.company}} and {{ Person.Company }}')).toMatchObject({ text: 'At Acme and Acme', unresolved: [] });
});

test('a field that this person has not never reaches a reader, and a fallback stands in for it', () => {
  expect(fill('Your {{person.plan}}').unresolved).toMatchObject([{ kind: 'value', name: 'person.plan' }]);
  expect(fill('Your {{person.plan|plan}}')).toMatchObject({ text: 'Your plan', unresolved: [] });
});

test('a condition may ask for a field that others have; one that nobody has is a mistake and is told', () => {
  expect(fill('{{#if person.plan}}A{{else}}B{{/if}}')).toMatchObject({ text: 'B', unresolved: [] });
  expect(fill('{{#if person.compny}}A{{else}}B{{/if}}').unresolved).toMatchObject([{ name: 'person.compny' }]);
  expect(fill('{{person.compny}}').unresolved).toMatchObject([{ name: 'person.compny' }]);
});

test('while it is written, a field that is kept of someone may be empty, and any other is unknown', () => {
  expect(codes('{{person.company}}', ['company'])).toEqual([['may-be-empty', 'person.company']]);
  expect(codes('{{person.company|you}} {{#if person.company}}{{person.company}}{{/if}}', ['company'])).toEqual([]);
  expect(codes('{{person.compny}}', ['company'])).toEqual([['unknown-name', 'person.compny']]);
  expect(codes('{{person.company}}')).toEqual([['unknown-name', 'person.company']]);
  expect(codes('{{person.note|none}} {{person.tags|none}}', ['company'])).toEqual([]);
});

test('what is missing can be typed where the reply is put in, and what is known is not typed over', () => {
  const desk = { context: { site: 'X' }, me: { name: '' }, person: ada };
  const reply = { body: '{{person.company}}: {{person.plan}}' };
  expect(fillReply(reply, desk).needs).toMatchObject([{ kind: 'value', question: 'person.plan' }]);
  expect(fillReply(reply, desk, { 'person.plan': 'pro', 'person.company': 'Other' })).toMatchObject({ text: 'Acme: pro', names: [] });
});
