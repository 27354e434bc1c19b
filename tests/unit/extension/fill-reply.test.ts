import { expect, test } from 'vitest';
import { previewReply } from '../../../components/fill-reply.ts';

const desk = { context: { site: 'X', siteId: 'x' }, me: { name: 'Jo' } };

test('what is not known yet is shown as an ellipsis, and not as the code that asks for it', () => {
  const reply = { body: 'Hi {{author.firstName}}, order {{ask "order number"}}. {{me.name}}' };
  expect(previewReply(reply, desk)).toBe('Hi …, order …. Jo');
  expect(previewReply(reply, desk, { 'order number': '4711' })).toBe('Hi …, order 4711. Jo');
});

test('a question that offers an answer is shown with it', () => {
  expect(previewReply({ body: 'Yours, {{ask "who"|the team}}' }, desk)).toBe('Yours, the team');
});
