import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  groupNamed,
  listGroups,
  listOurs,
  listOursOfGroup,
  listUnknownGroups,
  mergeChanges,
  mostPhrases,
  printOfChanges,
  tidyPhrase,
  withChange,
} from '../../../core/intent-changes.ts';
import { intentFrames, intentGroups } from '../../../core/intent-frames.ts';
import { intentRules, ruledIntents } from '../../../core/intent-rules.ts';
import { explainIntents, findIntents } from '../../../core/intents.ts';
import { type IntentKind, intentChanges, intentKind } from '../../../core/model.ts';
import { judgeSentiment } from '../../../core/sentiment.ts';
import { keptPosts, seenPosts } from './intent-fresh.ts';
import { afterPosts, workedPosts } from './intent-invented.ts';
import { type Invented, inventedPosts } from './intent-posts.ts';

const context = { keyword: 'Acme', competitors: ['Globex', 'Initech One'] };

test.each(['question', 'complaint', 'praise', ...ruledIntents] as const)(
  'of posts that are %s most are told, and hardly any other is',
  (kind) => {
    const told = inventedPosts.filter(({ text }) => findIntents(text, { ...context, lang: 'en' }).includes(kind));
    const meant = inventedPosts.filter(({ does }) => does === kind);
    expect(meant.length).toBeGreaterThan(20);
    expect(meant.filter((post) => told.includes(post)).length / meant.length).toBeGreaterThan(0.9);
    expect(told.filter(({ does, also }) => does === kind || also.includes(kind)).length / told.length).toBeGreaterThan(0.9);
  },
);

test('of posts that do nothing of it, nearly all are left alone', () => {
  const idle = inventedPosts.filter(({ does }) => does === 'none');
  expect(idle.length).toBeGreaterThan(30);
  expect(idle.filter(({ text }) => findIntents(text, { ...context, lang: 'en' }).length > 0).length).toBeLessThanOrEqual(1);
});

/** As a mention is understood: with how it speaks of the keyword. */
function understand({ text }: Invented) {
  const keyword = ['Acme', 'Brightpan', 'Oakrill', 'Larkfell'].find((name) => text.toLowerCase().includes(name.toLowerCase()));
  const competitors = ['Globex', 'Corvela', 'Dunmere', 'Bromhope'];
  return findIntents(text, { keyword, competitors, lang: 'en', sentiment: judgeSentiment(text, { lang: 'en' }) });
}

const told = (posts: readonly Invented[]) =>
  posts.filter((post) => (post.does === 'none' ? understand(post).length === 0 : understand(post).includes(post.does)));
const wrongly = (posts: readonly Invented[]) =>
  posts.filter((post) => understand(post).some((intent) => intent !== post.does && !post.also.includes(intent)));

test('of posts nobody looked at while the rules were made few are told wrongly; what is only implied is not told', () => {
  const said = (posts: readonly Invented[]) => `${told(posts).length} of ${posts.length}, ${wrongly(posts).length} wrongly`;
  console.log(`intents: looked at ${said(seenPosts)}; not looked at ${said(keptPosts)}`);
  expect(told(seenPosts).length / seenPosts.length).toBeGreaterThan(0.85);
  expect(told(keptPosts).length / keptPosts.length).toBeGreaterThan(0.5);
  for (const posts of [seenPosts, keptPosts, inventedPosts]) expect(wrongly(posts).length / posts.length).toBeLessThan(0.1);
  expect(wrongly(keptPosts).length / keptPosts.length).toBeLessThan(0.05);
  const idle = [...seenPosts, ...keptPosts, ...inventedPosts].filter(({ does }) => does === 'none');
  expect(told(idle).length / idle.length).toBeGreaterThan(0.95);
});

test('of complaints that name no fault in so many words some are told, those that nobody looked at seldom', () => {
  const said = (posts: readonly Invented[]) => {
    const complaints = posts.filter(({ does }) => does === 'complaint');
    const taken = posts.filter((post) => understand(post).includes('complaint'));
    const right = taken.filter(({ does, also }) => does === 'complaint' || also.includes('complaint'));
    return `${told(complaints).length} of ${complaints.length} complaints, ${taken.length - right.length} of ${taken.length} taken for one are none`;
  };
  console.log(`intents: looked at ${said(workedPosts)}; not looked at ${said(afterPosts)}`);
  expect(told(workedPosts).length / workedPosts.length).toBeGreaterThan(0.65);
  expect(told(afterPosts).length / afterPosts.length).toBeGreaterThan(0.5);
  expect(wrongly(workedPosts).length / workedPosts.length).toBeLessThan(0.1);
  expect(wrongly(afterPosts).length / afterPosts.length).toBeLessThan(0.15);
});

interface Labelled {
  lang: string;
  text: string;
  /** What it does beyond doubt; what people would differ about. */
  all: IntentKind[];
  may: IntentKind[];
}

const readLabelled = (name: string): Labelled[] =>
  readFileSync(new URL(`../../fixtures/intents/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

/** As a mention is understood: in the language its words tell. */
function countTold(posts: readonly Labelled[]) {
  const counts = { right: 0, missed: 0, wrong: 0, alarms: 0, idle: 0 };
  for (const { text, all, may } of posts) {
    const keyword = ['Acme', 'Brightpan', 'Larkfell'].find((name) => text.toLowerCase().includes(name.toLowerCase()));
    const found = findIntents(text, { keyword, competitors: ['Globex', 'Corvela', 'Dunmere'], sentiment: judgeSentiment(text) });
    const wrong = found.filter((intent) => !all.includes(intent) && !may.includes(intent)).length;
    counts.right += all.filter((intent) => found.includes(intent)).length;
    counts.missed += all.filter((intent) => !found.includes(intent)).length;
    counts.wrong += wrong;
    if (all.length > 0) continue;
    counts.idle++;
    if (wrong > 0) counts.alarms++;
  }
  return counts;
}

test('in seven languages most of what people do in so many words is told, of posts nobody looked at too', () => {
  const seen = countTold(readLabelled('seen'));
  const kept = countTold(readLabelled('kept'));
  console.log(`intents: looked at ${JSON.stringify(seen)}; not looked at ${JSON.stringify(kept)}`);
  expect(seen.right / (seen.right + seen.missed)).toBeGreaterThan(0.8);
  expect(seen.right / (seen.right + seen.wrong)).toBeGreaterThan(0.85);
  expect(kept.right / (kept.right + kept.missed)).toBeGreaterThan(0.6);
  expect(kept.right / (kept.right + kept.wrong)).toBeGreaterThan(0.8);
  expect(kept.alarms / kept.idle).toBeLessThan(0.3);
});

test('who speaks ill of the keyword and does nothing else complains, unless by words that were taken out', () => {
  const quiet = 'The Acme people had a word with me';
  expect(findIntents(quiet, { lang: 'en', sentiment: { value: 'negative', words: ['word'] } })).toEqual(['complaint']);
  expect(findIntents(quiet, { lang: 'en', sentiment: { value: 'neutral', words: [] } })).toEqual([]);
  const changes = intentChanges.parse({ en: { complaint: { removed: ['word'] } } });
  expect(findIntents(quiet, { lang: 'en', changes, sentiment: { value: 'negative', words: ['word'] } })).toEqual([]);
});

/** As a mention of this keyword is understood. */
const understood = (text: string, keyword: string) =>
  findIntents(text, { keyword, lang: 'en', sentiment: judgeSentiment(text, { lang: 'en' }) });

test.each([
  ['Where are my plates, Veldora? Where is my order?'],
  ['Spent a whole evening fighting the Veldora installer'],
  ['Lost an entire morning of work to Veldora'],
  ['had to completely redo the chart after Veldora closed'],
  ['Veldora has throttled my line'],
  ['Oh Veldora, you closed our folder'],
  ['About Veldora: they froze my savings'],
  ['Veldora expects me to print eleven pages'],
  ['Veldora gets more confusing with each release'],
  ['Veldora: the seat was really dirty'],
  ['Why is Veldora so slow'],
  ['Veldora delivered our shelf soaked'],
  ['My Veldora clock is buzzing'],
  ['This is my third Veldora since spring'],
  ['Emailed Veldora three times'],
  ['Claim at Veldora: pending for a month'],
  ['Sat there for two hours, Veldora'],
  ['nobody at Veldora reads letters'],
  ['please fix the Veldora map'],
  ['We paid for Veldora and still see banners'],
  ['Thanks Veldora for losing the only copy of the film'],
  ['Veldora, what is wrong with this form'],
  ['Wouldn’t trust Veldora with that'],
  ['Another outage at Veldora'],
])('a complaint in the words of who makes it: %s', (text) => {
  expect(understood(text, 'Veldora')).toContain('complaint');
});

test.each([
  ['If Veldora lost my order I would be furious'],
  ['What happens if Veldora loses my order'],
  ['What is the refund policy of Veldora'],
  ['My friend says Veldora is terrible, I have no idea'],
  ['Some people complain that Veldora ruined the recipe'],
  ['A judge ruled that Veldora overcharged us all'],
  ['My boss is the worst, but I have my Veldora'],
  ['What a terrible day, home with a Veldora now'],
  ['Broke my Veldora mug, my own fault'],
  ['Waiting for the train in my Veldora coat'],
  ['How to avoid losing data in Veldora: my guide'],
  ['The lid was useless and Veldora made it right'],
])('what speaks of others, of what is not so or of what was put right is no complaint: %s', (text) => {
  expect(understood(text, 'Veldora')).not.toContain('complaint');
});

test('what speaks of others takes back its own sentence alone', () => {
  expect(understood('My boss is the worst. Veldora charged me twice.', 'Veldora')).toContain('complaint');
  const changes = { en: { complaint: { added: ['~in <fiction>', '~in my novel'] } } };
  const read = (text: string) => findIntents(text, { lang: 'en', keyword: 'Veldora', changes });
  expect(read('Veldora is terrible in my novel')).not.toContain('complaint');
  expect(read('I wrote it in my novel. Veldora is terrible.')).toContain('complaint');
  expect(tidyPhrase(' ~In my Novel ')).toBe('~in my novel');
});

test('who writes to the keyword itself complains with one word that may mean much, and passes on no news', () => {
  const feels = { value: 'negative' as const, words: ['late'] };
  const read = (text: string) => findIntents(text, { lang: 'en', keyword: 'Veldora', sentiment: feels });
  expect(read('@VeldoraHelp late today')).toEqual(['complaint']);
  expect(read('Veldora late today')).toEqual([]);
  expect(read('@veldora court ruled, terrible')).toContain('complaint');
  expect(read('Court ruled, Veldora terrible')).not.toContain('complaint');
});

test('who meets a fault, speaks for themselves and asks nothing complains as well', () => {
  const read = (text: string) => understood(text, 'Veldora');
  expect(read('Veldora logs me out on my tablet')).toEqual(['complaint', 'bug']);
  expect(read('Why does Veldora log me out on my tablet?')).not.toContain('complaint');
  expect(read('Veldora logs out on a tablet')).not.toContain('complaint');
});

test('thanks for harm are no praise', () => {
  expect(understood('Thank you Veldora for cancelling my tour, wonderful', 'Veldora')).toEqual(['complaint']);
});

test.each([
  ['Looking for a CRM, is Acme worth the money?', ['question', 'buying']],
  ['We switched from Globex to Acme last week', ['switching']],
  ['any good alternative to Initech One?', ['question', 'switching']],
  ['Acme won’t sync since the update, I get an error code 12', ['complaint', 'bug']],
  ['I’m a journalist writing an article about Acme, who do I ask for comment?', ['question', 'press']],
  ['Love the new Acme!', ['praise']],
  ['Acme opens at nine', []],
])('%s', (text, intents) => {
  expect(findIntents(text, { ...context, lang: 'en' })).toEqual(intents);
});

/** Of each language one post for each intent, and one that does nothing of it; the language is told by the words where it can be. */
const abroad: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  de: {
    question: ['Weiß jemand, wann der Laden von Acme am Sonntag aufmacht?'],
    complaint: ['Seit drei Wochen keine Antwort von Acme, das ist eine Frechheit'],
    praise: ['Acme ist großartig, der Service war sehr freundlich und schnell'],
    buying: ['Was kostet Acme für zehn Leute?', 'Wo kann man die Lampe von Acme kaufen', 'Ich möchte mir ein Rad von Acme kaufen'],
    switching: ['Ich bin von Globex zu Acme gewechselt, bin umgestiegen', 'Habe heute Globex endlich gekündigt'],
    bug: [
      'Die App von Acme stürzt seit dem Update ab',
      'Acme lädt bei mir nicht mehr',
      'Beim Speichern zeigt Acme einen weißen Bildschirm',
    ],
    press: ['Ich bin Journalistin und suche den Pressekontakt von Acme', 'Wir bitten Acme um Stellungnahme'],
    none: ['Am Montag eröffnet Acme einen Laden in der Altstadt'],
  },
  fr: {
    question: ['Est-ce que quelqu’un sait comment ouvrir la boîte de chez Acme ?'],
    complaint: ['Trois semaines sans réponse, Acme c’est une honte'],
    praise: ['Merci Acme, le service est excellent et très rapide'],
    buying: ['Quel est le prix de Acme ?', 'Je compte acheter un vélo de chez Acme', 'J’hésite entre le petit Acme et le grand'],
    switching: ['Je suis passé de Globex à Acme', 'J’ai enfin résilié mon abonnement Globex'],
    bug: ['L’appli plante depuis la mise à jour', 'Le site de Acme reste bloqué sur une page blanche'],
    press: ['Je suis journaliste, qui est le contact presse de Acme ?'],
    none: ['Acme ouvre lundi une boutique dans la vieille ville'],
  },
  es: {
    question: ['¿Alguien sabe a qué hora abre la tienda de Acme?'],
    complaint: ['Tres semanas sin respuesta de Acme, es una vergüenza'],
    praise: ['Gracias Acme, el servicio es excelente y muy rápido'],
    buying: ['¿Cuánto cuesta Acme?', 'Voy a comprar una bici de Acme', 'Dudo entre el Acme pequeño y el grande'],
    switching: ['Me pasé de Globex a Acme', 'Por fin me he dado de baja de Globex'],
    bug: ['La aplicación de Acme se cierra sola', 'Acme me da error al entrar'],
    press: ['Soy periodista y quiero una entrevista'],
    none: ['El lunes abre una tienda de Acme en el centro'],
  },
  it: {
    question: ['Qualcuno sa a che ora apre il negozio di Acme?'],
    complaint: ['Da settimane nessuna risposta da Acme, che vergogna'],
    praise: ['Complimenti ad Acme, un servizio ottimo e personale gentilissimo'],
    buying: ['Quanto costa Acme per dieci persone?', 'Vorrei comprare una bici di Acme', 'Quale lampada di Acme mi consigliate'],
    switching: ['Siamo passati da Globex ad Acme', 'Ho disdetto il contratto con Globex', 'Cerchiamo una alternativa a Globex'],
    bug: ['L’app di Acme va in crash quando apro le foto', 'Il sito di Acme non si apre dopo l’aggiornamento'],
    press: ['Sono una giornalista, chi è il contatto stampa di Acme?', 'Vorrei fare un’intervista al fondatore di Acme'],
    none: ['Lunedì apre un negozio di Acme in centro'],
  },
  pt: {
    question: ['Alguém sabe a que horas abre a loja da Acme?'],
    complaint: ['Há semanas sem resposta da Acme, é uma vergonha'],
    praise: ['Parabéns à Acme, o serviço é excelente e muito rápido'],
    buying: ['Quanto custa o Acme para dez pessoas?', 'Queria comprar uma bicicleta da Acme', 'Onde encontro a lâmpada da Acme'],
    switching: ['Mudei do Globex para o Acme', 'Cancelei hoje a minha conta no Globex', 'Existe uma alternativa ao Globex?'],
    bug: ['O aplicativo da Acme fecha sozinho', 'A página da Acme não carrega depois da atualização'],
    press: ['Sou jornalista e queria uma entrevista com a Acme', 'Qual é o contato de imprensa da Acme?'],
    none: ['Na segunda-feira abre uma loja da Acme no centro'],
  },
  nl: {
    question: ['Weet iemand hoe laat de winkel van Acme opengaat?'],
    complaint: ['Al weken geen reactie van Acme, wat een schande'],
    praise: ['Complimenten voor Acme, geweldige service en heel vriendelijk'],
    buying: ['Wat kost Acme voor tien mensen?', 'Ik wil een fiets van Acme kopen', 'Waar kan ik die lamp van Acme bestellen'],
    switching: ['Wij zijn overgestapt van Globex naar Acme', 'Heb Globex na jaren opgezegd', 'Is er een goed alternatief voor Globex?'],
    bug: ['De app van Acme crasht als ik een foto open', 'Acme laadt niet sinds de update'],
    press: ['Ik ben journalist en zoek het perscontact van Acme', 'Voor een artikel zoeken wij mensen die bij Acme werken'],
    none: ['Maandag opent Acme een winkel in het centrum'],
  },
};

for (const [lang, posts] of Object.entries(abroad))
  for (const [intent, texts] of Object.entries(posts))
    test.each(texts)(`in ${lang}, ${intent}: %s`, (text) => {
      const found = findIntents(text, { ...context, lang });
      if (intent === 'none') expect(found).toEqual([]);
      else expect(found).toContain(intent);
    });

test('a word is not found inside another', () => {
  expect(findIntents('The debugger pressed on', { lang: 'en' })).toEqual([]);
});

test('what takes a post out again does', () => {
  expect(findIntents('Join our bug bounty', { lang: 'en' })).not.toContain('bug');
});

test('a name stands only where it is a competitor’s', () => {
  expect(findIntents('I am tired of Globex', { lang: 'en' })).not.toContain('switching');
  expect(findIntents('I am tired of Globex', { lang: 'en', competitors: ['globex'] })).toContain('switching');
});

test('a gap stands for up to four words, a star for the rest of one', () => {
  const changes = { en: { bug: { added: ['screen* … flash*'] } } };
  const finds = (text: string) => findIntents(text, { lang: 'en', changes }).includes('bug');
  expect(finds('The screens flash')).toBe(true);
  expect(finds('My screen sometimes does this odd flashing')).toBe(true);
  expect(finds('My screen is new and I now even like the flashing')).toBe(false);
  expect(finds('flashing screen')).toBe(false);
});

test('a name that looks like a pattern is a name', () => {
  const found = (text: string) => findIntents(text, { lang: 'en', competitors: ['C++ (Pro)'], keyword: 'Acme' });
  expect(found('We are leaving our old C++ Pro')).toContain('switching');
  expect(found('We are leaving our old ccc Pro')).not.toContain('switching');
});

test('words of one’s own tell, and ours that were taken out do not', () => {
  const changes = { en: { bug: { added: ['wonky'], removed: ['crashed'] }, complaint: { removed: ['terrible'] } } };
  expect(findIntents('It is a bit wonky', { lang: 'en', changes })).toContain('bug');
  expect(findIntents('It crashed', { lang: 'en', changes })).not.toContain('bug');
  expect(findIntents('It crashed', { lang: 'en' })).toContain('bug');
  expect(findIntents('That was terrible', { lang: 'en' })).toContain('complaint');
  expect(findIntents('That was terrible', { lang: 'en', changes })).not.toContain('complaint');
  expect(explainIntents('It is a bit wonky', { lang: 'en', changes })).toContainEqual({ intent: 'bug', because: 'wonky', own: true });
});

test('a word of one’s own in a group tells wherever a rule names it, and one of ours that was taken out does not', () => {
  const bare = { en: { bug: { added: ['<want> … <snorf>'] } } };
  expect(findIntents('I want to snorf it', { lang: 'en', changes: bare })).not.toContain('bug');
  const text = 'We would like to snaffle one of those';
  expect(findIntents(text, { lang: 'en' })).not.toContain('buying');
  const changes = intentChanges.parse({ en: { '<buy>': { added: ['snaffle'] }, '<want>': { removed: ['hoping to'] } } });
  expect(explainIntents(text, { lang: 'en', changes })).toContainEqual({
    intent: 'buying',
    because: 'would like to snaffle',
    own: false,
    rule: '<want> … <buy>',
  });
  expect(findIntents('I am hoping to buy them', { lang: 'en' })).toContain('buying');
  expect(findIntents('I am hoping to buy them', { lang: 'en', changes })).not.toContain('buying');
});

test('a phrase that was taken out tells nothing as a part of a rule with groups either, whenever it was taken out', () => {
  const text = 'The app crashed on launch';
  expect(findIntents(text, { lang: 'en' })).toContain('bug');
  expect(findIntents(text, { lang: 'en', changes: { en: { bug: { removed: ['crashed'] } } } })).not.toContain('bug');
  expect(findIntents('Where can I order it', { lang: 'en' })).toContain('buying');
  const removed = ['where … order', '<where> … <buy>', '<want> … <buy>'];
  expect(findIntents('Where can I order it', { lang: 'en', changes: { en: { buying: { removed } } } })).not.toContain('buying');
});

test('what is denied is not told by a rule with groups', () => {
  for (const text of ['I would never switch from Globex', 'We never had a crash', 'I am not thinking of buying one'])
    expect([text, findIntents(text, { ...context, lang: 'en' })]).not.toContainEqual([text, expect.arrayContaining(['switching'])]);
  expect(findIntents('I am not thinking of ordering one', { lang: 'en' })).not.toContain('buying');
});

test('what we take for a job ad or news says nothing of what a person’s own words tell', () => {
  const text = 'Acme is hiring somebody for the wonky old crash dummies';
  expect(findIntents(text, { lang: 'en' })).toEqual([]);
  expect(findIntents(text, { lang: 'en', changes: { en: { bug: { added: ['wonky'] } } } })).toEqual(['bug']);
  expect(findIntents(text, { lang: 'en', changes: { en: { bug: { removed: ['!<notice>'] } } } })).not.toContain('complaint');
});

test('changes of groups are merged, printed and taken back as those of intents are', () => {
  const one = withChange(undefined, 'en', '<buy>', { added: ['snaffle'] });
  expect(one).toEqual({ en: { '<buy>': { added: ['snaffle'] } } });
  expect(mergeChanges(one, { en: { '<buy>': { removed: ['rent'] }, bug: { off: true } } })).toEqual({
    en: { '<buy>': { added: ['snaffle'], removed: ['rent'] }, bug: { off: true } },
  });
  expect(printOfChanges(one)).not.toBe('');
  expect(withChange(one, 'en', '<buy>', {})).toBeUndefined();
  expect(intentChanges.safeParse({ en: { buy: { added: ['x'] } } }).success).toBe(false);
});

test('words of one’s own count in their language alone, and in languages we have no words of', () => {
  const changes = { it: { buying: { added: ['quanto costa'] } }, ja: { question: { added: ['教えて'] } } };
  expect(findIntents('Quanto costa Acme?', { lang: 'it', changes })).toContain('buying');
  expect(findIntents('Quanto costa Acme', { lang: 'en', changes })).toEqual([]);
  expect(findIntents('誰か使い方を教えてください', { lang: 'ja', changes })).toContain('question');
});

test('an intent that is switched off is found in no post of that language', () => {
  const changes = { en: { question: { off: true }, bug: { off: true } } };
  expect(findIntents('How do I read this error message?', { lang: 'en', changes })).toEqual([]);
  expect(findIntents('Was kostet Acme? Wo gibt es das?', { lang: 'de', changes })).toContain('question');
});

test('a word with a ! of one’s own takes a post out, whatever told it', () => {
  const changes = { en: { praise: { added: ['!great firewall'] }, bug: { added: ['!known bug'] } } };
  expect(findIntents('Great, the great firewall again', { lang: 'en', changes })).not.toContain('praise');
  expect(findIntents('That is a known bug', { lang: 'en', changes })).not.toContain('bug');
});

test('a change is kept once and as a rule has it, and goes away with its last word', () => {
  expect(tidyPhrase('  How Much is{Competitor}, exactly?* ')).toBe('how much is {competitor} exactly*');
  expect(tidyPhrase('!Won’t  buy')).toBe("!won't buy");
  expect([tidyPhrase(' !* '), tidyPhrase('…')]).toEqual(['', '']);
  expect([tidyPhrase('Won’t…sync*'), tidyPhrase('...never ... again')]).toEqual(["won't … sync*", 'never … again']);
  expect(tidyPhrase(' Screen* ... … Flash* …')).toBe('screen* … flash*');
  const one = withChange(undefined, 'en', 'bug', { added: ['wonky', 'wonky'], removed: [] });
  expect(one).toEqual({ en: { bug: { added: ['wonky'] } } });
  expect(withChange(one, 'en', 'bug', {})).toBeUndefined();
  expect(withChange(withChange(one, 'de', 'bug', { off: true }), 'en', 'bug', {})).toEqual({ de: { bug: { off: true } } });
});

test('changes of two people are joined, and print the same whoever came first', () => {
  const a = { en: { bug: { added: ['wonky'] } } };
  const b = { en: { bug: { added: ['janky'], removed: ['404'] } }, de: { press: { off: true } } };
  expect(mergeChanges(a, b)).toEqual({ en: { bug: { added: ['wonky', 'janky'], removed: ['404'] } }, de: { press: { off: true } } });
  expect(printOfChanges(mergeChanges(a, b))).toBe(printOfChanges(mergeChanges(b, a)));
  expect(printOfChanges(mergeChanges(a, b))).not.toBe(printOfChanges(a));
  expect([printOfChanges(undefined), printOfChanges({}), mergeChanges(a, undefined)]).toEqual(['', '', a]);
});

test('each intent we have words of shows them, each word once, and within what is kept', () => {
  for (const lang of Object.keys(intentRules))
    for (const intent of intentKind.options) {
      const ours = listOurs(lang, intent);
      expect(ours.length).toBeGreaterThan(5);
      expect(new Set(ours).size).toBe(ours.length);
      const removed = intentChanges.parse({ [lang]: { [intent]: { removed: ours } } });
      for (const phrase of ours) expect(phrase).toBe(phrase.trim());
      if (intent !== 'question')
        expect(explainIntents('worst bug, love it, journalist', { lang, changes: removed }).map((one) => one.intent)).not.toContain(intent);
    }
});

test('each names what told it', () => {
  expect(explainIntents('Getting an error message', { lang: 'en' })).toContainEqual({
    intent: 'bug',
    because: 'error message',
    own: false,
  });
});

test('every group that is named is there, every one that is there is named, and each has its words once', () => {
  for (const [lang, frames] of Object.entries(intentFrames)) {
    const rules = Object.values(frames).flatMap((list) => list.split('|'));
    expect([lang, rules.flatMap((rule) => listUnknownGroups(rule, lang))]).toEqual([lang, []]);
    const named = listGroups(lang).filter((name) => rules.some((rule) => rule.includes(groupNamed(name))));
    expect([lang, listGroups(lang).filter((name) => ![...named, 'not', 'me'].includes(name))]).toEqual([lang, []]);
    for (const name of Object.keys(intentGroups[lang] ?? {})) {
      const words = listOursOfGroup(lang, name);
      expect([lang, name, words.length - new Set(words).size]).toEqual([lang, name, 0]);
      expect(words.length).toBeLessThanOrEqual(mostPhrases);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}*'/.&+% -]*$/u);
    }
  }
});

test('every rule with groups is written as a person’s would be kept', () => {
  for (const frames of Object.values(intentFrames))
    for (const rule of Object.values(frames).flatMap((list) => list.split('|'))) {
      const written = rule.replace('!!', '');
      expect(tidyPhrase(written)).toBe(written);
    }
});

test('every rule is written so that it can be found', () => {
  for (const rules of Object.values(intentRules))
    for (const intent of ruledIntents)
      for (const phrase of rules[intent].split('|')) {
        expect(phrase).toBe(phrase.trim().toLowerCase());
        expect(phrase.replace('!', '')).toMatch(
          /^[\p{L}\p{N}{][\p{L}\p{N}\p{M}' {}-]*\*?(?: (?:… )?[\p{L}\p{N}{][\p{L}\p{N}\p{M}' {}-]*\*?)*$/u,
        );
      }
});
