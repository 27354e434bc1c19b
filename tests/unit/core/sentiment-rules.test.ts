import { expect, test } from 'vitest';
import { judgeSentiment } from '../../../core/sentiment.ts';

/** By kind of rule, sentences that it is for and the like of them that it must leave alone. */
const table: Record<string, readonly (readonly [text: string, value: 'positive' | 'neutral' | 'negative'])[]> = {
  'thanks for harm are none': [
    ['Thanks for losing my parcel, Acme', 'negative'],
    ['Great job @acme ruining the only day off I had', 'negative'],
    ['Nice work on breaking the export', 'negative'],
    ['thank you acme for not calling back', 'negative'],
    ['Thanks for fixing the crash so soon, Acme!', 'positive'],
    ['Great job on the new export', 'positive'],
  ],
  'thanks that close a request are manners': [
    ['Could you tell me whether you ship to Norway? Thank you.', 'neutral'],
    ['Please send me the form for the invoice of last month. Thx', 'neutral'],
    ['I found the form on the second page. Thank you!', 'positive'],
    ['Can you hear me? You saved our launch. Thanks for everything!', 'positive'],
  ],
  'greetings and wishes for the day are manners': [
    ['Good morning Acme, at what time does the shop in Leith open', 'neutral'],
    ['Happy Friday to everyone at the Acme office', 'neutral'],
    ['We are open until six on Sunday, have a great day', 'neutral'],
    ['Good coffee, Acme', 'positive'],
  ],
  'what is less than good is not good': [
    ['The manual was less than helpful', 'negative'],
    ['My stay was far from perfect', 'negative'],
    ['Their answer was anything but friendly', 'negative'],
    ['Ready in less than a minute, great', 'positive'],
  ],
  'praise between quotation marks is meant otherwise': [
    ['So this is your “amazing” parcel service, two boxes left in the rain', 'negative'],
    ['their "expert" told us to turn it off and on', 'negative'],
    ['"I love this lamp and so do the kids", says my neighbour', 'positive'],
  ],
  'who leaves speaks against it': [
    ['This is the last time I order from Acme', 'negative'],
    ['After nine years I am taking my business elsewhere', 'negative'],
    ['Done with Acme, time to find another supplier', 'negative'],
    ['Last time I was in Leith the Acme shop was closed on Mondays', 'neutral'],
  ],
  'questions that are none': [
    ['Is a working login too much to ask', 'negative'],
    ['Why do I have to print a form in this century', 'negative'],
    ['How is it possible that nobody checks the boxes', 'negative'],
    ['Where do I find the form for returns?', 'neutral'],
  ],
  'what was expected and did not come': [
    ['I expected better from Acme', 'negative'],
    ['Their regulars deserve better', 'negative'],
    ['The app keeps saying that I am offline', 'negative'],
    ['One hour in the shop and no sign of anyone', 'negative'],
    ['Still sitting in the lobby of Acme', 'negative'],
  ],
  'tags in one word are read from their first one': [
    ['Day three with Acme #worstmoveever', 'negative'],
    ['our order came without the box #acmefail', 'negative'],
    ['Reading about #shamelessness in the old novels', 'neutral'],
  ],
  'who took care is praised': [
    ['Lina at the desk went out of her way for us', 'positive'],
    ['The driver took care of everything, a true pro', 'positive'],
    ['Acme made it right within the hour', 'positive'],
  ],
};

for (const [rule, sentences] of Object.entries(table))
  test.each(sentences)(`${rule}: %s`, (text, value) => {
    expect(judgeSentiment(text, { lang: 'en' }).value).toBe(value);
  });
