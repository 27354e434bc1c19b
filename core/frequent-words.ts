/**
 * Words that stand in many posts. None of them is a mistake in a query, as those of `commonWords` are; they only tell little apart, so that
 * what is looked for is looked for at another word of it.
 */
import { foldText } from './fold.ts';
import { stopWords } from './stop-words.ts';

/** English is what most posts are in; of other languages the stop words do. What people say of things they buy and use is among them. */
const english =
  'about account actually after again against all already also always amazing any anyone anything app around ask away back bad based because before ' +
  'being best better big bit both bought bug business buy call came cannot case change cheap check come coming company cool cost could couple ' +
  'customer data day days deal did different does doing done down during each easy else email end enough even ever every everyone ' +
  'everything experience far feature feel few find first fix for free friend from full game get gets getting give go going good got great guy guys ' +
  'had happen happy hard hate having hear hello help here high hope hour hours idea info instead issue issues job just keep kind know last later ' +
  'least left less let life like line link list little live long look looking looks lot love low made main make makes making many maybe mean means ' +
  'message might mine money month months more most move much must name need needs never new news next nice nothing now number off offer ok okay ' +
  'old once one online only open order other others our out over own page part past pay people person phone place play please point post posted ' +
  'pretty price problem problems product question questions quite read real really reason recommend release review right run said same save saw ' +
  'say says screen second see seem seems seen sell send service set should show side since site small software some someone something soon sorry ' +
  'sound start started state stay still stop store story stuff such super support sure switch system take talk team tell test thank thanks that thing ' +
  'things think thought time times today together told tomorrow tonight too took top tried trying try turn twice two under understand until ' +
  'update updates use used user users using version very video wait want wanted wants watch way website week weeks well went where while whole ' +
  'why win wish within without word words work worked working works world worse worst worth write wrong year years yes yesterday yet';

export const frequentWords: ReadonlySet<string> = new Set([...Object.values(stopWords).flat(), ...english.split(' ')].map(foldText));
