/** German: core/intent-frames.ts. */
import type { IntentFrames, IntentGroups } from './intent-frames.ts';

export const groups: IntentGroups = {
  not: 'nicht|kein|keine|keinen|keinem|keiner|nie|niemals|nichts|nix|ohne|kaum|weder|niemand',
  me: 'ich|mich|mir|mein*|wir|uns|unser*|ihr|euch|euer|eure*|ihre|ihren|ihrem|ihnen|du|dich|dir|dein*|hab|habe|bin|krieg|kriege|muss|will|möchte|würde|find|finde|leute|bitte|bitten|jemand|wer',
  want: 'will|wollen|wollte|wollten|möchte|möchten|würde gern*|würden gern*|hätte gern*|hätten gern*|überleg*|erwäge*|denke darüber nach|spiele mit dem gedanken|liebäugel*|plane|planen|werde|werden|soll ich|sollen wir|sollte ich|lohnt es sich|lohnt sich|kann ich|kann man|können wir|darf ich|bin kurz davor|bin versucht|endlich|spare auf|sparen auf|bevor ich|wenn ich|habe vor|haben vor',
  buy: 'kauf*|gekauft|vorbestell*|erwerb*|anschaff*|zulegen|zugelegt|gönn*|gegönnt|abonnier*|buch*|gebucht|zuschlagen|schlag* zu|besorg*|holen|hole ich|hol ich|mieten|leasen|abschließen|ordern|geordert|einsteigen|ausprobieren|bestellen|bestelle|bestell ich|bestellt man',
  where:
    'wo kann ich|wo kann man|wo krieg*|wo bekomm*|wo gibt*|wo finde*|wo kauf*|wo bestell*|wer verkauft|wer hat|welcher laden|welcher shop|irgendwo|gibt es den|gibt es die|gibt es das|gibts den|gibts die|gibts das|noch zu haben|noch irgendwo',
  price:
    'preis|preise|preisen|preisliste|angebot|kostenvoranschlag|rabatt*|gutschein*|code|probezeit|testversion|testzugang|demo|demoversion|probeabo|probemonat|probefahrt|muster|studentenrabatt|mengenrabatt|staffelpreis*|sonderangebot|aktion|schnäppchen|ratenzahlung|finanzierung|black friday|lizenz*|testlizenz|abo|aktionscode|gebraucht',
  ask: 'gibt es|gibts|habt ihr|haben sie|hat jemand|hat wer|jemand|bietet ihr|bieten sie|brauche*|bräucht*|suche|suchen|bitte|bekomme ich|kriege ich|krieg ich|kann ich|könnten wir|können wir|hätte gern|hätten gern|schickt mir|schicken sie|anfrage|unterbreiten|wann gibt|wann kommt|warte auf|hat|bietet',
  'how much':
    'was kostet|was kosten|was würde|wie viel|wieviel|wie teuer|was zahlt|was nehmt ihr|was nehmen|preis für|preise für|was ist der preis|ab wie viel',
  cost: 'kostet|kosten|zahlt|zahlen|bezahlt|preis|euro|pro monat|im monat|pro jahr|pro nutzer|pro person',
  should:
    'lohnt sich|lohnt|taugt|taugen|oder doch|oder lieber|soll ich|sollte ich|sollen wir|würdet ihr|schwanke|schwanken|unentschlossen|kann mich nicht entscheiden|kaufempfehlung|empfehlenswert|reicht|reichen die|reicht die|überlege ob|liebäugle mit|liebäugele mit|tendiere zu|tendieren zu|entschieden|spare auf|wunschliste|wunschzettel|warenkorb|auf der liste|anschaffen|interessiere mich für|interesse an|vorbestellt|im auge',
  leave:
    'kündig*|gekündigt|verlass*|verlässt|weg von|weg vom|los von|loswerden|losgeworden|raus aus|ersetz*|ablös*|abgelöst|gewechselt|wechsel*|umgestiegen|umsteigen|umstieg|umzieh*|umgezogen|umzug|migrier*|migration|abgeschafft|abschaffen|deinstallier*|gelöscht|lösche|schnauze voll|nase voll|genug von|satt|tschüss|tschüs|ciao|adieu|leb wohl|verabschied*|schluss mit|fertig mit|rüber*|rausgeschmissen|rausgeworfen|rausgeflogen|austausch*|getauscht|tausche*|abgesprungen|geflüchtet|abgewandert|hinter mir gelassen',
  alternative:
    'alternative|alternativen|ersatz|ersatz für|alternative zu|alternativen zu|was anderes als|etwas anderes als|so etwas wie|sowas wie|ähnlich wie|statt|anstatt|anstelle von|nachfolger für',
  thing:
    'app|apps|seite|website|webseite|homepage|webshop|shop|login|log-in|anmeldung|einloggen|konto|server|client|update|import|export|upload|download|bildschirm|display|button|knopf|link|sync|synchronisierung|suche|karte|karten|bezahlung|checkout|warenkorb|drucker|router|gerät|akku|ton|kamera|mikro|passwort|datei|dateien|bilder|fotos|mail|mails|benachrichtigung*|portal|automat|terminal|säule|ladesäule|handy|tablet|rechner|laptop|spiel|spielstand|level|api|schnittstelle|widget|kalender|uhr|lampe|licht|thermostat|schloss|zähler|formular|filter|plugin|datenbank|firmware|stream|video*|pdf|qr-code|scanner|fernbedienung|steuerung|motor|sensor|box|hub|kopfhörer|tastatur|menü|kasse|web|postfach|kundenportal|onlinebanking|banking|überweisung|tan|sms',
  fail: 'stürzt|abgestürzt|absturz|abstürze|crasht|crashed|gecrasht|friert|eingefroren|einfriert|hängt|hängen|bleibt schwarz|bleibt weiß|bleibt stehen|weiße seite|weißer bildschirm|schwarzer bildschirm|leere seite|defekt|buggy|verbuggt|verbugt|fehlermeldung|fehlercode|gestört|störung|down|offline|ins leere|verschwindet|verschwinden|verschwunden|doppelt|falsch|falsche|falschen|falscher|überlappt|abgeschnitten|flackert|ruckelt|piept|startet neu|geht aus|schaltet sich|loggt mich aus|meldet mich ab|wirft mich raus|schmeißt mich raus|zerschossen|spinnt|streikt|tot|error|bug|404|500|timeout|endlosschleife|lädt ewig|dreht sich|vertauscht|verrutscht|kryptisch|nicht erreichbar|gelöscht|verloren|leer|bricht ab|doppelt an|abgebrochen',
  crash:
    'stürzt|abgestürzt|crasht|crashed|friert|eingefroren|einfriert|hängt|bleibt schwarz|bleibt weiß|bleibt leer|defekt|verbuggt|gestört|down|offline|flackert|ruckelt|spinnt|streikt|startet neu|loggt mich|meldet mich ab|schmeißt mich|wirft mich|nicht erreichbar|verliert|vergisst|löscht|verschluckt|dupliziert|lädt nicht|lädt nix|weiße seite|fehlermeldung|fehlercode|zeigt alle|zeigt falsche',
  works:
    'geht|gehen|ging|funktioniert|funktionieren|funktionierte|läuft|laufen|lädt|laden|öffnet|öffnen|startet|starten|reagiert|reagieren|speichert|speichern|synchronisiert|synct|verbindet|verbinden|erkennt|klappt|tut|zeigt|druckt|aktualisiert|rührt sich|lässt sich|lassen sich|kommt|kommen|nimmt|akzeptiert|antwortet|merkt sich|kennt',
  'can not': 'kann|können|komme|kommen|komm|lässt|lassen|krieg|kriege|will',
  login:
    'einloggen|anmelden|öffnen|starten|laden|speichern|verbinden|installieren|updaten|aktualisieren|abspielen|hochladen|runterladen|herunterladen|löschen|bezahlen|drucken|synchronisieren|koppeln|rein|abschließen|auswählen|bearbeiten|anklicken|scrollen|abrufen',
  since: 'seit|nach|beim|bei|sobald|wenn|immer wenn|jedes mal|nach dem',
  update: 'update|aktualisierung|version|firmware|patch|umstellung|upgrade|ios|android|windows',
  gives: 'krieg|kriege|kriegt|bekomme|bekommt|kommt|kommen|wirft|gibt|zeigt|meldet|erhalte|steht|sehe|nur noch|nur',
  code: 'fehler|fehlercode|fehlermeldung|error|errors|404|403|500|502|503|timeout|exception|stacktrace|weiße seite|leere seite|weißen bildschirm|schwarzen bildschirm|null|nan|undefined',
  wait: 'warte|warten|gewartet|wartezeit|warteschleife|warteschlange|hänge|in der leitung|vertröstet|hingehalten|versuche|angekündigt|versprochen|zugesagt',
  span: 'minuten|min|stunde|stunden|std|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahren|montag|dienstag|mittwoch|donnerstag|freitag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|uhr|ewigkeit|ewigkeiten',
  'no answer':
    'keine antwort|keine reaktion|keine rückmeldung|keinen rückruf|kein rückruf|keine ahnung|nichts|nix|funkstille|nicht erreichbar|keiner|niemand|ohne antwort|ohne reaktion|ins leere|tut sich nichts|passiert nichts|rausgeflogen|aufgelegt|keine spur|nicht da|nicht gekommen|nicht angekommen|nicht erhalten|nicht geliefert|kein geld|kein paket|unbeantwortet|standardantwort|textbaustein*|bot|antwortet nicht|reagiert nicht|legt auf|meldet sich nicht|liegt aber nirgends|nirgends|immer noch nicht|immer noch kein|immer noch keine|noch immer nicht|noch immer kein|noch immer keine',
  nobody: 'niemand|keiner|nie|nicht|noch nicht|immer noch nicht|bis heute nicht|noch immer nicht|weder|kein mensch',
  respond:
    'antwort*|geantwortet|reagier*|gemeldet|meldet|zurückgerufen|ruft zurück|rangegangen|geht ran|ans telefon|erreich*|geholfen|hilft|geliefert|angekommen|erhalten|erstatt*|bearbeitet|gekümmert|kümmert|aufgetaucht|erschienen|zuständig|gekommen|entschuldig*|repariert|gelöst|eingehalten|informiert|bescheid',
  bad: 'unverschämt*|zum davonlaufen|zum kotzen|zum heulen|rücksichtslos*|dreist*|abzocke|abzocker|wucher|schon wieder|mal wieder|zum dritten mal|zum vierten mal|zum wiederholten mal|das dritte mal|dritter versuch|einmal mehr|nie wieder|einmal und nie wieder|ein witz|schlechter witz|kundenunfreundlich*|servicewüste|saftladen|mogelpackung|verschlimmbessert|verschlechter*|schlimmer|unter aller sau|geht gar nicht|was soll das|was soll der|euer ernst|ihr ernst|ernsthaft|armutszeugnis|trauerspiel|zumutung|unzumutbar*|pampig*|patzig*|arrogant*|abgewimmelt|vertröstet|hingehalten|verarsch*|veräppel*|abgezockt|bestellt und nicht|null sterne|ein stern|1 stern|2 sterne|einen stern|preiserhöhung*|teurer geworden|verspätet*|stunden verspätung|kalt geliefert|kalt angekommen|matschig|verschimmelt|ungenießbar|dreckig*|versifft|schmuddelig|billig verarbeitet|nach zwei wochen|nach einer woche kaputt|abgebrochen|abgeplatzt|blättert ab|gerissen|zerkratzt|verbeult|ausgelaufen|durchgefallen|aus der leitung|ohne ankündigung|ohne vorwarnung|doppelt abgebucht|weiterhin abgebucht|trotz kündigung|trotzdem abgebucht|einfach abgebucht|mein geld zurück|will mein geld|nachhaken|gleich null|kann man vergessen|könnt ihr behalten|könnt ihr euch|schämt euch|schäm dich|danke für nichts|na danke|na toll|ganz toll|tolle wurst|klasse leistung|herzlichen glückwunsch|lasst die finger|rate ab|abraten|reinste|nervt|genervt|stinksauer|stinkt|es reicht|reicht mir|mir reicht|danke für nix|mehr erwarten|mehr erwartet|muss das sein|na bravo|lieblos*|für nichts|falsch geliefert|falsche farbe|falsche größe|falsches produkt|falsche adresse|nicht mehr lustig|frechheit|bereue|bereuen|falschen größe|verzogen|als zugestellt markiert|zugestellt markiert|früher war|früher kostenlos|verlangt jetzt|jetzt kostenpflichtig|kostenpflichtig geworden|zum zweiten mal',
  charged: 'abgebucht|berechnet|belastet|in rechnung|abgezogen|kassiert|eingezogen|verlangt|verlangen',
  wrongly: 'doppelt|zweimal|dreimal|trotz|obwohl|schon wieder|ohne|einfach|zu viel|zuviel|falsch*|nochmal',
  delighted:
    'hoch auf|hut ab|respekt|ein hoch|lob an|lob für|großes lob|dickes lob|kompliment|top service|mega service|super service|spitzenservice|hammer|genial|gerettet|vom feinsten|nie wieder ohne|nie wieder was anderes|nichts anderes mehr|nicht mehr missen|nicht mehr wegzudenken|will nicht mehr ohne|jeden cent wert|jeden euro wert|sein geld wert|ihr geld wert|beste entscheidung|hätte ich viel früher|hätte ich schon früher|hätten wir früher|rundum zufrieden|vollste zufriedenheit|volle punktzahl|10/10|5/5|fünf sterne|5 sterne|durchdacht*|mitgedacht|ende der diskussion|traumhaft*|ein traum|ein gedicht|sensationell*|unschlagbar*|unkompliziert*|problemlos|reibungslos*|anstandslos|tadellos*|einwandfrei*|butterweich|liebevoll*|herzlich*|warmherzig*|zuvorkommend*|kulant*|blitzschnell|am nächsten tag da|über nacht da|geht doch|läuft wie geschmiert|wie am schnürchen|feier|feiere|abgefeiert|verliebt in|ich liebe|wir lieben|liebe meine|liebe mein|liebe den|liebe die|liebe das|bin fan|großer fan|absoluter fan|freude mit|danke an|dank an|danke für|danke euch|vielen dank für|tausend dank|bin so froh|positiv überrascht|angenehm überrascht|kann ich nur empfehlen|uneingeschränkt empfehl*|klare kaufempfehlung|klare empfehlung|wärmstens|begeistert|super zufrieden|sehr zufrieden|mehr als zufrieden|weiter so|geilste|geil|saugeil|nice|lecker*|köstlich*|mein held|helden|engel|goldwert|gold wert|mal loben|lobend|strahlt|gesagt haben|kein einziger ausfall',
  very: 'so|sehr|echt|richtig|wirklich|total|super|mega|unglaublich|extrem|selten so|wahnsinnig|absolut|ziemlich|sau|immer',
  good: 'gut*|schnell*|freundlich*|nett*|hilfsbereit*|schön*|sauber*|einfach|bequem|lieb*|toll*|angenehm*|zufrieden|kompetent*|hilfreich|lecker*|gelungen*|geduldig*|begeistert|dankbar|glücklich|happy|stabil|zuverlässig*',
  best: 'beste|bester|bestes|besten',
  ever: 'stadt|überhaupt|ever|aller zeiten|seit langem|seit jahren|des jahres|die ich|den ich|das ich|je|jemals|weit und breit|welt|deutschlands|entscheidung|anschaffung|investition|kauf|service|app|support',
  reporter:
    'journalist|journalistin|reporter|reporterin|redakteur|redakteurin|redaktion|autor|autorin|volontär|volontärin|schülerzeitung|unizeitung|hochschulradio|campusradio|lokalzeitung|tageszeitung|fachzeitschrift|magazin|zeitung|radio|podcast|podcasts|blog|sender|rundfunk|filmemacher|filmemacherin|dokumentarfilm*|fernsehteam|produktionsfirma|analyst|analystin|moderator|moderatorin|lokalredaktion|wirtschaftsredaktion',
  'i am':
    'ich bin|wir sind|bin|als|hier|hallo|ich arbeite|arbeite|vom|von der|von|für die|für das|für den|für unser*|für mein*|unser*|mein*|wir machen|ich mache',
  piece:
    'artikel|beitrag|reportage|bericht|interview|porträt|story|geschichte|recherche|folge|sendung|podcast|podcastfolge|doku|dokumentation|titelgeschichte|ausgabe|radiobeitrag|vergleichstest|produkttest|masterarbeit|heft|film',
  write:
    'schreib*|recherchier*|arbeite an|arbeiten an|plane*|drehe*|drehen|produzier*|mache|machen|bereite*|für einen|für eine|für unsere|für unseren|für meinen|für meine',
  comment:
    'stellungnahme|statement|kommentar|interview|interviews|interviewen|interviewpartner*|interviewanfrage|pressekontakt|pressestelle|presseanfrage|pressefoto|pressefotos|pressebilder|pressemappe|pressematerial|pressesprecher*|presseabteilung|presseausweis|pressetermin|presseakkreditierung|akkreditierung|akkreditieren|rezensionsexemplar|testexemplar|testmuster|testgerät|leihstellung|leihgerät|zitat|zu gast|als gast|o-ton|hintergrundgespräch|vor der kamera|vor die kamera|vors mikro|sperrfrist|druckfähige*|testgeräte|presseunterlagen|o-töne|gesprächspartner*|presseanfragen',
  request:
    'bitte|bitten|suche|suchen|gesucht|brauche|brauchen|bräuchte|hätte gern*|hätten gern*|würde gern*|würden gern*|möchte*|wer ist|an wen|wen kann|wohin|könnt ihr|könnten sie|können sie|können wir|gibt es|gibts|anfrage|wende|zuständig|wo finde|wo gibt|erreiche|kontakt|schickt ihr|verschickt ihr|stellt ihr|einladen',
  staff:
    'mitarbeiter*|verkäufer*|berater*|kundenservice|kundendienst|service|support|hotline|techniker|monteur|fahrer|bote|kellner*|bedienung|personal|filiale|callcenter|chatbot|bot|kundenbetreuung|sachbearbeiter*|rezeption|barista',
  badly:
    'unfreundlich*|unhöflich*|patzig*|pampig*|genervt|inkompetent*|ahnungslos*|keine ahnung|desinteressiert|überfordert|unfähig|gelogen|lügt|angelogen|ausgelacht|ignoriert|abgewimmelt|aufgelegt|weigert sich|verweigert|unverschämt*|frech|arrogant*|überheblich|lustlos|schlecht*|miserabel|grottig|unterirdisch|katastrophal*|nicht zuständig|weggeschickt|von oben herab|schulterzucken|textbaustein*|hilft nicht|nicht helfen|unerreichbar|nicht erreichbar|tot|legt auf|legt einfach auf|auflegt|schlecht gelaunt',
  broke:
    'kaputt|defekt|gebrochen|abgebrochen|gerissen|gesprungen|geplatzt|abgefallen|abgeblättert|blättert|verbogen|undicht|verrostet|rostet|ausgelaufen|durchgebrannt|verbeult|zerkratzt|eingegangen|ausgebleicht|aufgelöst|auseinandergefallen|gibt den geist auf|geist aufgegeben|hinüber|im eimer',
  already: 'nach|schon|bereits|beim ersten|am ersten|innerhalb|kaum|angekommen|geliefert|aus der garantie|nicht mal|knapp',
  promised: 'versprochen|zugesagt|angekündigt|angeblich|hieß es|wurde gesagt|sollte|sollten|laut|garantiert|termin|war für|bis spätestens',
  person:
    'mitarbeiter*|verkäufer*|berater*|service|support|team|fahrer*|techniker*|monteur*|personal|kellner*|bedienung|leute|jungs|mädels|dame|herr|kollege|kollegin|hotline|crew|kundenservice|kundendienst|chef|chefin|barista|schaffner*|zugbegleiter*|busfahrer*|lokführer*|zusteller*|postbote|beratung|rezeption',
  kind: 'freundlich*|nett*|hilfsbereit*|geduldig*|kompetent*|super|toll*|klasse|spitze|großartig*|lieb*|herzlich*|zuvorkommend*|engagiert*|geholfen|gerettet|gelöst|erklärt|zeit genommen|top|mega|genial|aufmerksam*|sympathisch*|bemüht|extra|ein schatz|gold|beste|bester|danke|respekt|hoch auf',
  'never had': 'kein einziger|keine einzige|kein einziges|nie|noch nie|nie ein|null|keinerlei|ohne einen einzigen|ohne jedes|ohne ein|ohne',
  problems:
    'ausfall|ausfälle|problem|probleme|problemen|ärger|beschwerden|absturz|abstürze|reklamation|mängel|zicken|murren|stress|theater|macken|fehler|enttäuscht|bereut',
  solved:
    'geantwortet|antwort|gelöst|repariert|ersetzt|geliefert|erstattet|korrigiert|behoben|geholfen|da|rückmeldung|angekommen|gutgeschrieben|eingerichtet|umgetauscht',
  soon: 'sofort|am selben tag|am gleichen tag|am nächsten tag|innerhalb von minuten|in fünf minuten|in zehn minuten|nach zehn minuten|nach fünf minuten|binnen|über nacht|am sonntag|ohne nachfragen|ohne diskussion|bevor ich|anstandslos|prompt',
  still:
    'läuft noch|läuft immer noch|wie neu|wie am ersten tag|funktioniert immer noch|immer noch top|läuft und läuft|läuft durch|läuft bei uns|unverwüstlich|überlebt|hält|durchgehalten',
  'gone to':
    'jetzt bei|bin jetzt bei|sind jetzt bei|bin ich jetzt bei|gehe zu|geh zu|geh ich zu|gehe ich zu|gehen zu|wechsle zu|wechseln zu|wechsel zu|wechsel ich zu|bin zu|sind zu|lieber zu|ab zu|nehme ich|installiere ich|installier ich|umgestiegen auf|umsteigen auf|steige um auf|zurück zu|rüber zu|gewechselt zu|nach',
  shows: 'zeigt|zeigen|rechnet|zählt|sortiert|druckt|schickt|sendet|exportiert|rundet|meldet|verschickt|bucht|speichert',
  amiss:
    'falsch*|doppelt|zweimal|dreimal|eine stunde|gestrigen|vom vortag|leer|leere|immer nur|nur noch|auf englisch|zu früh|zu spät|zu viel|zu wenig|statt|anstatt|obwohl|kryptisch*|gar nicht',
  system:
    'ios|ipados|android|windows|macos|linux|ubuntu|debian|firefox|chrome|safari|edge|iphone|ipad|pixel|galaxy|samsung|huawei|xiaomi|ps5|ps4|xbox|steam deck|nintendo switch|apple watch|carplay|chromebook|raspberry pi|docker|wsl|arm|m1|m2',
  'why ever':
    'warum muss|warum kann man|warum kann ich nicht|warum ist es so|warum dauert|wieso muss|wieso dauert|wieso kann man|wieso kann ich nicht|weshalb muss|seit wann|wie kann es sein|wie kann das sein|kann doch nicht sein|kann ja wohl nicht|wer denkt sich|wer kommt auf die idee|wer hat sich|was für ein laden|wofür zahle ich|wofür zahlen wir|wozu zahle ich|muss das sein|ist das euer|wie schwer kann|was ist los bei|was ist da los|was ist mit eurem',
  again: 'schon wieder|mal wieder|wieder mal|wieder einmal|zum zweiten mal|zum dritten mal|ständig|dauernd|erneut',
  notice:
    'sucht werkstudent|werkstudent*|m/w/d|m w d|stellenangebot|stellenanzeige|stellenausschreibung|wir suchen verstärkung|wir stellen ein|stellt ein|bewirb dich|jetzt bewerben|vollzeit|teilzeit|ausbildung zum|ausbildung zur|gewinnspiel|verlosung|zu gewinnen|teilnahmebedingungen|teilnahme bis|verkaufe|zu verkaufen|nur abholung|an selbstabholer|eintritt frei|straßensperrung*|vollsperrung|aktie|aktien|quartalszahlen|gewinnwarnung|übernahme|kartellamt|insolvenz|auswärtsspiel|spielabbruch|anleitung in|schritt für schritt|changelog|autounfall',
  service:
    'internet|netz|strom|wasser|gas|heizung|warmwasser|wlan|telefon|empfang|fernsehen|gepäck|geld|antwort|lieferung|paket|zugang|karte|festnetz',
  without: 'ohne|kein|keine|keinen',
  misdoes:
    'vertauscht|springt|schaltet sich|schaltet ab|schaltet von selbst|geht von selbst|bricht ab|setzt aus|fällt aus|lehnt ab|verweigert|ignoriert|vergisst|verliert|löscht|überschreibt|überspringt|zählt doppelt|hängt hinterher|hinkt hinterher|bleibt grau|bleibt leer|bleibt schwarz|bleibt weiß|kommt doppelt|kommen doppelt|kommt zu spät|kommen zu spät|frisst|schluckt|rundet|sortiert falsch|verrechnet|behauptet|glaubt|denkt|springt zurück|öffnet sich nicht|reagiert nicht mehr|abgelehnt|nicht erkannt|verstummt|entkoppelt',
  fit: 'leg mir zu|im angebot|preisgarantie|warteliste|vorbestellung|eignet sich|geeignet für|groß genug|reicht das|reicht der|reicht die|passt das|lohnt der|lohnt die|lohnt das',
  elsewhere:
    'kündige ich|habe ich gekündigt|vertrag läuft aus|vertragsende|zum vertragsende|was nutzt ihr stattdessen|was nehmt ihr stattdessen|stattdessen|anderen anbieter|anbieter wechseln',
};

export const frames: IntentFrames = {
  question:
    'weiß wer|weiß zufällig|kann man bei|kann ich bei|kann mir wer|hat schon mal jemand|hat schon mal wer|muss ich da|muss man da|wie läuft das|spricht … dagegen|gibt es eine möglichkeit|gibts ne möglichkeit|wie kriege ich|wie krieg ich|gibts {keyword}|gibt es {keyword}|kann man … {keyword}|muss man … {keyword}|geht {keyword} auch|oder muss man|weiß jemand|weiss jemand',
  complaint:
    '<wait> … <span>|<span> … <no answer>!!|<nobody> … <respond>!!|<charged> … <wrongly>!!|<wrongly> … <charged>!!|<bad>!!|<staff> … <badly>!!|<broke> … <already>!!|<promised> … <nobody>!!|<why ever>!!|<again> … {keyword}|{keyword} … <again>|!<notice>|<span> … <without> … <service>!!|<without> <service> … <span>!!|{keyword} antwortet nicht|{keyword} reagiert nicht',
  praise:
    '<delighted>!!|<very> <good>!!|<best> … <ever>!!|<person> … <kind>!!|<kind> <person>!!|<never had> <problems>|<solved> … <soon>!!|<still> … <span>|<span> … <still>|!<notice>',
  buying:
    '<want> … <buy>|<where> … {keyword}|<where> … <buy>|<how much> … {keyword}|<how much> … <cost>|<ask> … <price>|<price> … {keyword} … jemand|<should> … {keyword}|{keyword} … <should>|{keyword} oder {competitor}|{competitor} oder {keyword}|wird das {keyword}|wird der {keyword}|wird die {keyword}|schlag* … zu|{keyword} … <buy>|!<request> … <comment>|!<reporter>|!verkaufe|!zu verkaufen|!gewinnspiel|!<notice>|{keyword} … <fit>|<fit> … {keyword}',
  switching:
    '<leave> … {competitor}|{competitor} … <leave>|von {competitor} … {keyword}|von {competitor} … zu|von {competitor} … auf|von {keyword} … zu {competitor}|von {keyword} … auf {competitor}|<alternative> … {keyword}|<alternative> … {competitor}|{keyword} <alternative>|gute alternative|{keyword} … gekündigt|{keyword} kündigen|kündige … {keyword}|kündigung … {keyword}|weg von {keyword}|tschüss {keyword}|ciao {keyword}|raus aus {keyword}|{keyword} … ersetzen|{keyword} … ablösen|{keyword} … abgelöst|{keyword} … deinstalliert|zur konkurrenz|aus {competitor} nach {keyword}|{competitor} … rübergezogen|installier* … {competitor}|dann eben {competitor}|dann halt {competitor}|lieber {competitor}|jetzt {competitor}|<gone to> {competitor}|{competitor} → {keyword}|{keyword} → {competitor}|!<notice>|{keyword} … <elsewhere>|<elsewhere> … {keyword}',
  bug: '<thing> … <fail>|{keyword} … <crash>|<thing> … <works> … nicht|<thing> … <works> … nichts|<thing> … <works> … nix|<can not> … nicht … <login>|<can not> mich nicht … <login>|lässt sich nicht … <login>|<since> … <update> … <fail>|<since> … <update> … nicht|<gives> … <code>|<fail> … <since> … <update>|fehler … beim|bug in|bug im|bug bei|fehler 0x*|reproduzier*|!gewinnspiel|!release notes|stürzt … ab|schaltet … ab|hängt sich … auf|bleibt … schwarz|bleibt … weiß|bleibt … leer|bleibt … hängen|friert … ein|<thing> <shows> … <amiss>|{keyword} <shows> … <amiss>|<since> … <shows> … <amiss>|<fail> … <system>|<system> … <fail>|{keyword} … <fail> … <system>|!<notice>|bricht … ab|kommen doppelt|kommt doppelt|<thing> … <misdoes>',
  press:
    '<i am> … <reporter>|<write> … <piece> … {keyword}|<request> … <comment>|<comment> … <request>|<reporter> … <request>|<piece> … <comment>|<request> … {keyword} … <comment>|<comment> … <reporter>|<reporter> … <comment>|an wen … {keyword} … <comment>|<comment> … {keyword}',
};
