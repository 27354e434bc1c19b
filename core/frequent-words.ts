/**
 * Words that stand in many posts. None of them is a mistake in a query, as those of `commonWords` are; they only tell little apart, so that
 * what is looked for is looked for at another word of it.
 */
import { foldText } from './fold.ts';
import { stopWords } from './stop-words.ts';

/** What queries ask for beside a name, in English; of other languages the stop words do. Shorter words are taken for frequent as it is. */
const english =
  'about account anyone back best better broken business cheap company cost customer data deal easy email error even every everyone ' +
  'experience feature free friend game going good great happy hard hate help idea instead issue issues know last line link list live ' +
  'look looking love make message money need never news offer online only open order people person phone place play please post price ' +
  'problem problems product question questions really recommend release review right sale save screen sell send service share site ' +
  'slow small software someone still store story super support switch system team test thank thanks think time today tried update ' +
  'updates used user users using version very video want watch website week well work working works world worse worst worth wrong ' +
  'year years';

export const frequentWords: ReadonlySet<string> = new Set([...Object.values(stopWords).flat(), ...english.split(' ')].map(foldText));
