import { expect, it } from 'vitest';
import { langOf, languages } from '../../../core/lang.ts';

it.each([
  ['en', 'I have been using this app for a year and it just stopped working'],
  ['en', 'Does anyone know if the new version is any better than what they had?'],
  ['de', 'Ich bin mit dem Service nicht zufrieden, das ist leider schon das zweite Mal'],
  ['fr', 'Je suis très déçu par le service client, personne ne répond à mes messages'],
  ['es', 'No me gusta nada la nueva versión, ¿alguien sabe cómo volver a la anterior?'],
  ['pt', 'Não estou conseguindo entrar no aplicativo, alguém sabe o que aconteceu com ele?'],
  ['it', 'Non riesco più ad accedere, qualcuno sa perché? È una settimana che provo'],
  ['nl', 'Ik heb dit al drie keer gemeld en er is nog steeds niets aan gedaan'],
  ['sv', 'Jag har inte fått något svar från dem och det är nu två veckor sedan'],
  ['da', 'Jeg har ikke fået noget svar, og det er blevet værre efter den nye opdatering'],
  ['pl', 'Nie mogę się zalogować, czy ktoś wie co się dzieje z tą aplikacją?'],
  ['tr', 'Bu uygulama çok kötü oldu, daha önce böyle değildi ve kimse cevap vermiyor'],
  ['id', 'Aplikasi ini tidak bisa dibuka sejak kemarin, apakah ada yang tahu kenapa?'],
  ['ru', 'Почему приложение не работает уже второй день?'],
  ['uk', 'Чому застосунок не працює вже другий день, її хтось перевіряв?'],
  ['el', 'Δεν λειτουργεί η εφαρμογή από χθες'],
  ['he', 'האפליקציה לא עובדת מאתמול'],
  ['ar', 'التطبيق لا يعمل منذ أمس'],
  ['fa', 'برنامه از دیروز کار نمی‌کند'],
  ['hi', 'ऐप कल से काम नहीं कर रहा है'],
  ['th', 'แอปใช้งานไม่ได้ตั้งแต่เมื่อวาน'],
  ['ko', '어제부터 앱이 작동하지 않아요'],
  ['ja', '昨日からアプリが動かない'],
  ['zh', '这个应用从昨天开始就打不开了'],
])('%s: %s', (code, text) => {
  expect(langOf(text)).toBe(code);
  expect(languages.map((language) => language.code)).toContain(code);
});

it.each(['', 'Acme', '🚀🚀🚀', 'lol ok', '12:30', '#acme @acme https://acme.example/the/and/of', 'Acme Rocket 3000 Pro'])(
  '%s does not say',
  (text) => {
    expect(langOf(text)).toBeUndefined();
  },
);
