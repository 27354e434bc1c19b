/** What posts do, in the words of people who never wrote them; and, where EARSHOT_CORPORA names a folder of labelled texts, how often it is right. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { explainIntent, readIntent } from '../../../core/intent.ts';

test.each([
  ['en', 'question', 'How do I export my notes from Tidepool?'],
  ['en', 'question', 'does anyone know a good alternative to Tidepool'],
  ['en', 'question', 'Looking for a note app, any recommendations?'],
  ['en', 'question', 'Can Tidepool sync with my calendar? Love it otherwise'],
  ['en', 'complaint', 'Tidepool is not working again, third time this week.'],
  ['en', 'complaint', 'I have been waiting for an answer for weeks. Worst support ever!'],
  ['en', 'complaint', 'Why does nobody answer? I want a refund, this is ridiculous'],
  ['en', 'complaint', 'The update is not good at all'],
  ['en', 'complaint', 'Nice idea, but it crashes every time'],
  ['en', 'complaint', "Their app doesn't work and it’s frustrating"],
  ['en', 'praise', 'Tidepool is the best thing that happened to my desk. Thank you!'],
  ['en', 'praise', 'Never had a problem, works great, highly recommend'],
  ['en', 'praise', "can't recommend enough"],
  ['en', 'other', 'Tidepool released version 4 on Tuesday.'],
  ['en', 'other', ''],
  ['de', 'question', 'Weiß jemand, wie man bei Tidepool die Sprache ändert?'],
  ['de', 'question', 'Gibt es Tidepool auch für Linux?'],
  ['de', 'complaint', 'Tidepool funktioniert nicht mehr, und seit Wochen keine Antwort.'],
  ['de', 'complaint', 'Der Kundendienst ist eine Frechheit'],
  ['de', 'complaint', 'Das ist wirklich nicht gut'],
  ['de', 'praise', 'Tidepool ist einfach großartig, vielen Dank!'],
  ['de', 'praise', 'Hatte nie Probleme, läuft super'],
  ['de', 'other', 'Tidepool hat am Dienstag die Version 4 veröffentlicht.'],
  ['es', 'question', '¿Alguien sabe cómo exportar las notas de Tidepool?'],
  ['es', 'question', '¿Cuánto cuesta Tidepool?'],
  ['es', 'complaint', 'Tidepool no funciona, pésimo servicio. Quiero mi reembolso'],
  ['es', 'complaint', 'La aplicación no es buena'],
  ['es', 'praise', 'Me encanta Tidepool, ¡muchas gracias!'],
  ['es', 'praise', 'Funciona muy bien, lo recomiendo'],
  ['es', 'other', 'Tidepool publicó la versión 4 el martes.'],
  ['fr', 'question', "Est-ce que quelqu'un sait comment exporter mes notes de Tidepool ?"],
  ['fr', 'question', 'Combien coûte Tidepool ?'],
  ['fr', 'complaint', "Tidepool ne marche pas, et toujours aucune réponse. J'en ai marre"],
  ['fr', 'complaint', "Ce n'est pas terrible, plutôt nul"],
  ['fr', 'praise', "J'adore Tidepool, merci beaucoup !"],
  ['fr', 'praise', 'Aucun problème, je recommande'],
  ['fr', 'other', 'Tidepool a publié la version 4 mardi.'],
  // Where there are no rules, a question mark and a face are all that is read.
  ['ja', 'question', 'Tidepoolはどうですか？'],
  ['ja', 'praise', 'Tidepool 😍'],
  ['ja', 'complaint', 'Tidepool 😡'],
  ['ja', 'other', 'Tidepoolを使っています'],
] as const)('%s, %s: %s', (lang, intent, text) => {
  expect(readIntent(text, lang)).toBe(intent);
});

test('a review of one star complains, whatever it says', () => {
  expect(readIntent('Well.', 'en', 1)).toBe('complaint');
  expect(readIntent('Great, just great.', 'en', 1)).toBe('complaint');
  expect(readIntent('Well.', 'en', 3)).toBe('other');
});

test('a review of five stars is no complaint for a joke in it, and is one where its words leave no doubt', () => {
  const joke = 'Switched eleven people over lunch. Two of them got stuck in the lift, on the way to the coffee.';
  expect(readIntent(joke, 'en')).toBe('complaint');
  expect(readIntent(joke, 'en', 5)).toBe('praise');
  expect(readIntent('Broken since the update, crashes every time. Terrible support, worst app, I want a refund.', 'en', 5)).toBe(
    'complaint',
  );
});

test('it says by which words', () => {
  expect(explainIntent('This is not helpful', 'en')).toEqual({ intent: 'complaint', because: ['not helpful'] });
  expect(explainIntent('@best_app released 4.0 https://example.com/worst', 'en').because).toEqual([]);
});

const corpora = process.env.EARSHOT_CORPORA;

/** Rows of a comma-separated file, quotes and line breaks in them included. */
function readRows(file: string): string[][] {
  const rows: string[][] = [['']];
  let quoted = false;
  for (const char of readFileSync(file, 'utf8').replaceAll('""', '\u0000')) {
    const row = rows.at(-1) ?? [];
    if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) row.push('');
    else if (char === '\n' && !quoted) rows.push(['']);
    else row.push((row.pop() ?? '') + (char === '\u0000' ? '"' : char));
  }
  return rows.filter((row) => row.length > 1);
}

function measure(rows: readonly string[][], label: string, intent: string) {
  const read = rows.map((row) => ({ said: row[1], is: readIntent(row.at(-1) ?? '', 'en') }));
  const found = read.filter(({ is }) => is === intent);
  const right = found.filter(({ said }) => said === label).length;
  return { precision: right / found.length, recall: right / read.filter(({ said }) => said === label).length };
}

/** What was measured when this was written, a little below it. Complaints are labelled by their mood, so questions among them count as missed. */
it.skipIf(!corpora || !existsSync(`${corpora}/us-airline-half.csv`))('complaints and praise to airlines', () => {
  const rows = readRows(`${corpora}/us-airline-half.csv`).slice(1);
  expect(rows.length).toBeGreaterThan(7_000);
  const complaint = measure(rows, 'negative', 'complaint');
  const praise = measure(rows, 'positive', 'praise');
  const said = (of: typeof praise) => `precision ${of.precision.toFixed(3)}, recall ${of.recall.toFixed(3)}`;
  console.log(`intent: complaint ${said(complaint)}; praise ${said(praise)}`);
  expect(complaint.precision).toBeGreaterThan(0.9);
  expect(complaint.recall).toBeGreaterThan(0.54);
  expect(praise.precision).toBeGreaterThan(0.66);
  expect(praise.recall).toBeGreaterThan(0.72);
});
