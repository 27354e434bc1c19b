/**
 * The words by which a post is taken for what a business waits for: someone who wants to buy, who leaves one product for another, who reports a
 * fault, who writes for the press. Beside them question, complaint and praise are told by core/intent-words.ts. Rules in the open, as text a
 * person may edit: `word or phrase|…`, lower case, * at the end for a beginning, `{competitor}` for any competitor's name, `{keyword}` for what
 * the post was found by. What stands after a ! takes a post out again.
 */
export const ruledIntents = ['buying', 'switching', 'bug', 'press'] as const;
export type RuledIntent = (typeof ruledIntents)[number];

export type IntentRules = Readonly<Record<RuledIntent, string>>;

const en: IntentRules = {
  buying:
    "looking to buy|want to buy|wanna buy|going to buy|gonna buy|thinking of buying|thinking about buying|thinking of getting|thinking about getting|considering buying|considering getting|considering {keyword}|ready to buy|where can i buy|where do i buy|where can i get|where to buy|how much is|how much does|how much would|what does it cost|pricing for|price for|is it worth|worth buying|worth the money|should i buy|should i get|any discount|discount code|promo code|coupon|any deals|free trial|book a demo|get a demo|a quote for|looking for a|looking for an|looking for some|looking for alternatives|in the market for|recommend a|recommend an|recommend any|any recommendations|recommendations for|suggestions for a|what do you use for|which one should i|which should i|what should i get|sign up for|signing up for|need a tool|need an app|need a good|just ordered|pre-order*|preorder*|!not buying|!never buying|!won't buy|!wouldn't buy|!don't buy|!no longer looking for",
  switching:
    'switching from|switched from|switching away from|switch from|switching to|switched to|switch to|moving from|moved from|moving away from|migrating from|migrated from|migrate from|migrating off|moving off|leaving {competitor}|left {competitor}|left {keyword} for|leaving {keyword} for|ditch {competitor}|ditching {competitor}|ditched {competitor}|dump {competitor}|dumping {competitor}|dumped {competitor}|done with {competitor}|tired of {competitor}|sick of {competitor}|fed up with {competitor}|cancelling {competitor}|canceling {competitor}|cancelled {competitor}|canceled {competitor}|alternative to|alternatives to|{competitor} alternative|{competitor} alternatives|replacement for|replace {competitor}|replacing {competitor}|instead of {competitor}|better than {competitor}|{competitor} or {keyword}|{keyword} or {competitor}|{competitor} vs {keyword}|{keyword} vs {competitor}|compared to {competitor}|coming from {competitor}|import from {competitor}|!switched on|!switch to dark',
  bug: "bug|bugs|buggy|crash|crashes|crashed|crashing|glitch|glitches|error message|error code|get an error|got an error|getting an error|throws an error|stack trace|stacktrace|exception|500 error|404|blank page|blank screen|white screen|black screen|doesn't load|won't load|not loading|doesn't open|won't open|doesn't start|won't start|doesn't work|does not work|not working|stopped working|isn't working|broken link|is broken|broken since|broken after|after the update|since the update|since updating|after updating|after the latest|freezes|freezing|frozen|hangs|hanging|unresponsive|can't log in|can't login|can't sign in|cannot log in|cannot sign in|won't sync|not syncing|doesn't sync|data loss|lost my data|regression|reproduce|repro steps|steps to reproduce|segfault|memory leak|doesn't save|won't save|timeout|timed out|times out|!bug bounty",
  press:
    'journalist|reporter|freelance writer|writing an article|writing a piece|writing a story|working on a story|working on a piece|working on an article|for an article|for a story|for comment|request for comment|request comment|press inquiry|press enquiry|press kit|media kit|media inquiry|media enquiry|press contact|media contact|press release|pr contact|pr team|your pr|interview with|interview you|like to interview|love to interview|on the record|off the record|podcast guest|guest on my|guest on our|on our show|on our podcast|on my podcast|editor at|correspondent|newsroom|embargo*|haro|quote from you|quote for an|!code editor|!text editor|!video editor|!photo editor',
};

const de: IntentRules = {
  buying:
    'möchte kaufen|will kaufen|kaufen möchte|kaufen will|wo kann ich kaufen|wo kann man|wo bekomme ich|wo gibt es|was kostet|wie viel kostet|wieviel kostet|wie teuer|lohnt sich|lohnt es sich|überlege mir|überlege zu kaufen|rabatt*|gutschein*|angebot für|probeversion|testversion|kostenlos testen|suche ein|suche eine|suche einen|empfehlung für|empfehlungen für|könnt ihr empfehlen|könnt ihr was empfehlen|welches soll ich|welchen soll ich|welche soll ich|vorbestell*|!nicht kaufen|!nie kaufen|!nie wieder kaufen',
  switching:
    'wechsle von|wechseln von|gewechselt von|gewechselt zu|wechsel zu|wechsel von|umgestiegen|umsteigen|umstieg|alternative zu|alternativen zu|ersatz für|statt {competitor}|anstatt {competitor}|weg von {competitor}|besser als {competitor}|{competitor} gekündigt|{competitor} kündigen|{competitor} oder {keyword}|{keyword} oder {competitor}',
  bug: 'bug|bugs|fehlermeldung*|fehlercode|stürzt ab|abgestürzt|absturz|abstürze|hängt sich auf|friert ein|lädt nicht|öffnet nicht|startet nicht|funktioniert nicht|geht nicht mehr|geht nicht|seit dem update|nach dem update|kann mich nicht anmelden|kann mich nicht einloggen|synchronisiert nicht|speichert nicht|weiße seite|schwarzer bildschirm|datenverlust',
  press:
    'journalist*|reporter*|redakteur*|redaktion|pressestelle|presseanfrage|pressekontakt|pressemitteilung|pressemappe|stellungnahme|interview mit|für einen artikel|für einen beitrag|recherchiere|recherche für|anfrage für ein interview',
};

const fr: IntentRules = {
  buying:
    "envie d'acheter|veux acheter|voudrais acheter|souhaite acheter|où acheter|où trouver|où puis-je acheter|combien coûte|combien ça coûte|c'est combien|quel prix|quel est le prix|vaut le coup|vaut la peine|code promo|réduction|essai gratuit|un devis|je cherche un|je cherche une|cherche un|cherche une|recommandez|recommander un|recommander une|conseillez|lequel choisir|laquelle choisir|précommand*|!n'achetez pas|!ne plus acheter",
  switching:
    'passé de|passer de|passe de|quitte {competitor}|quitter {competitor}|quitté {competitor}|migrer de|migré de|alternative à|alternatives à|remplacer {competitor}|remplacement de|au lieu de {competitor}|à la place de {competitor}|mieux que {competitor}|marre de {competitor}|résilié {competitor}|résilier {competitor}|{competitor} ou {keyword}|{keyword} ou {competitor}',
  bug: "bug|bugs|bugue|bogue|plante|plantage|message d'erreur|code erreur|page blanche|écran noir|écran blanc|ne charge pas|ne s'ouvre pas|ne démarre pas|ne fonctionne pas|ne fonctionne plus|ne marche pas|ne marche plus|marche pas|marche plus|depuis la mise à jour|après la mise à jour|impossible de me connecter|ne se synchronise pas|perte de données",
  press:
    'journaliste|rédacteur|rédactrice|rédaction|service presse|contact presse|communiqué de presse|dossier de presse|pour un article|pour un reportage|une interview|interviewer|réaction de votre part|droit de réponse',
};

const es: IntentRules = {
  buying:
    'quiero comprar|quisiera comprar|me gustaría comprar|pienso comprar|dónde puedo comprar|donde puedo comprar|dónde comprar|donde comprar|dónde consigo|cuánto cuesta|cuanto cuesta|qué precio|que precio|vale la pena|merece la pena|código de descuento|descuento para|cupón|prueba gratis|un presupuesto|busco un|busco una|estoy buscando un|estoy buscando una|recomiendan|recomendáis|me recomiendan|cuál me recomiendan|preventa|!no compren|!no compréis|!no compres',
  switching:
    'cambiar de|cambié de|me cambio a|me cambié a|pasarme a|me pasé a|me paso a|migrar de|migré de|dejar {competitor}|dejé {competitor}|dejo {competitor}|alternativa a|alternativas a|reemplazar {competitor}|en vez de {competitor}|en lugar de {competitor}|mejor que {competitor}|harto de {competitor}|harta de {competitor}|cancelé {competitor}|{competitor} o {keyword}|{keyword} o {competitor}',
  bug: 'bug|bugs|error al|mensaje de error|código de error|se cierra solo|se cierra sola|se cuelga|se traba|se congela|pantalla en blanco|pantalla negra|no carga|no abre|no arranca|no funciona|dejó de funcionar|ya no funciona|desde la actualización|después de actualizar|tras la actualización|no puedo iniciar sesión|no puedo entrar|no sincroniza|no guarda|pérdida de datos',
  press:
    'periodista|reportero|reportera|redactor|redactora|redacción de|contacto de prensa|gabinete de prensa|nota de prensa|comunicado de prensa|para un artículo|para un reportaje|una entrevista|entrevistar*|sus declaraciones',
};

export const intentRules: Readonly<Record<string, IntentRules>> = { en, de, fr, es };
