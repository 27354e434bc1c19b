/**
 * The words by which a text is taken for a question, a complaint or praise, in each language. A phrase is words with spaces between them; one
 * that ends in * is the beginning of a word. Two exclamation marks make it count twice. Everything is in lower case, apostrophes are '.
 */
export interface IntentWords {
  /** A sentence that begins with one of these, or has one of `asks` in it, asks. */
  readonly questions: string;
  readonly asks: string;
  readonly complaints: string;
  readonly praises: string;
  /** What turns the next few words round. */
  readonly negators: string;
  /** Where what counts comes after: "nice, but it crashes". */
  readonly turns: string;
}

const en: IntentWords = {
  questions:
    'how|what|when|where|why|who|which|whose|is there|are there|is it|is this|are you|are they|do you|does|did you|can i|can you|can we|can it|could you|could i|' +
    'would you|would it|will you|will it|will there|should i|should we|has anyone|have you|anyone|anybody|any idea|any chance|any news|any update|any plans|any way|may i|shall i|can|could|does|will|should',
  asks:
    'does anyone|does anybody|anyone know|has anyone|how do i|how can i|how do you|how to|how much|how many|how long|could you tell|can you tell|can someone|can anyone|could someone|' +
    'i wonder if|i was wondering|wondering if|wondering whether|want to know|like to know|is it possible|looking for a|looking for an|looking for recommendations|any recommendations|' +
    "recommend a|recommend any|what is the best|what's the best|please advise|please explain|need help with|help me with|question about",
  complaints:
    'worst!!|terrible!!|horrible!!|awful!!|useless!!|garbage!!|trash!!|scam!!|ripoff!!|rip off!!|ripped off!!|unacceptable!!|ridiculous!!|disgusting!!|pathetic!!|disgrace*!!|appalling!!|' +
    'disappoint*!!|frustrat*!!|annoy*|angry|furious!!|upset|unhappy|dissatisfied!!|hate!!|hated!!|sucks!!|suck!!|sucked!!|crap!!|crappy!!|bullshit!!|wtf!!|fail|fails|failed|failing|failure|epic fail!!|' +
    'broken|broke|breaks|bug|bugs|buggy!!|crash*|error|errors|glitch*|freezes|freezing|laggy|slow|down again|outage|not working!!|stopped working!!|' +
    'problem|problems|issue|issues|trouble|complain*|complaint|rude!!|unhelpful!!|unprofessional!!|incompetent!!|ignored|ignoring|ignores|no response!!|no reply!!|no answer!!|no help!!|' +
    'no one answers!!|nobody answers!!|still waiting!!|been waiting!!|waiting for|waited|on hold!!|hung up!!|for hours!!|for days!!|for weeks!!|for months!!|hours late!!|late|delay*|overdue|never again!!|never arrived!!|never received!!|never came!!|' +
    'never got!!|lost my!!|lost our!!|missing|stolen|stuck|stranded!!|cancel*|refused|refuses|refund!!|money back!!|overcharged!!|charged twice!!|charged me|expensive|overpriced!!|' +
    'waste of!!|wasted|wasting|mess|nightmare!!|joke|shame|sad|poor|poorly|bad|badly|worse|wrong|mistake|damaged|dirty|uncomfortable|impossible|misleading!!|lied!!|lies|liars!!|' +
    'fix this!!|fix it|fix your!!|get it together!!|do better|sick of!!|tired of!!|fed up!!|had enough!!|give up|gave up|switching to|switched to|unsubscrib*|uninstall*!!|deleting my|leaving|avoid!!|stay away!!|' +
    "beware!!|regret!!|unreliable!!|unusable!!|can't even!!|cannot even|won't even!!|can't get|can't log|can't login|can't access|cannot access|can't use|doesn't work!!|does not work!!|" +
    "didn't work!!|don't work!!|won't work!!|won't load|won't open|won't let me!!|nothing works!!|doesn't load|why can't|why is it so|why are you so|really?|seriously?|not happy!!|not impressed!!|not acceptable!!|not ok|not okay|lousy!!|boo!!|lame!!|is down!!|are down!!|isn't working!!|aren't working!!|isn't loading|no one|nobody|to no avail!!|impolite!!|negligen*!!|too long|takes forever!!|taking forever!!|forever to|wait time|wait times|hold time|hold times|no longer|forced to|unable to|apolog*|excuse|excuses|inconvenien*|why no|unanswered!!|half an hour|can't find|cannot find|can't reach!!|can't check|cannot check|not once|rather not|sore|hassle!!|unsafe!!|dangerous!!|hidden fee*|unsubscribe|screwed!!|messed up!!|disconnected|mislead*",
  praises:
    'love!!|loved!!|loves!!|loving!!|amazing!!|awesome!!|excellent!!|fantastic!!|wonderful!!|brilliant!!|outstanding!!|superb!!|perfect!!|perfectly!!|incredible!!|terrific!!|great!!|' +
    'best!!|beautiful!!|gorgeous!!|delicious!!|favourite|favorite!!|thank you|thanks|thankyou|thx!!|ty|kudos!!|props to!!|shoutout!!|shout out!!|well done!!|good job!!|great job!!|nice work!!|good work!!|' +
    'congrat*!!|appreciate*!!|appreciated!!|grateful!!|impressed!!|impressive!!|happy|glad|pleased|pleasant|satisfied|thrilled!!|excited|enjoy*|nice|good|cool|better|helpful!!|friendly!!|kind|' +
    'recommend!!|recommended!!|highly recommend!!|game changer!!|life saver!!|lifesaver!!|saved my day!!|saved me!!|works great!!|works well!!|works perfectly!!|works like a charm!!|worth it!!|worth every!!|smooth|easy|easily|fast|quick|' +
    "reliable!!|rock!!|rocks!!|you rock!!|you guys rock!!|hats off!!|bravo!!|yay!!|woohoo!!|can't wait!!|looking forward!!|welcome back|class act!!|never fails!!|no complaints!!|no problems!!|can't recommend enough!!|couldn't be happier!!|could not be happier!!",
  negators:
    "not|no|never|n't|cannot|can't|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|weren't|ain't|hardly|barely|without|nothing|nobody|lack of|far from|anything but|neither|nor|less than|used to",
  turns: 'but|however|although|except|unfortunately',
};

const de: IntentWords = {
  questions:
    "wie|was|wann|wo|warum|wieso|weshalb|wer|wen|wem|welche*|woher|wohin|womit|gibt es|gibt's|ist es|ist das|sind|kann ich|kann man|kann mir|könnt ihr|können sie|könntet|habt ihr|haben sie|hat jemand|hat schon|" +
    'weiß jemand|weiss jemand|kennt jemand|darf ich|soll ich|muss ich|muss man|funktioniert|geht das|jemand',
  asks: 'weiß jemand|weiss jemand|kennt jemand|hat jemand|kann jemand|kann mir jemand|könnt ihr mir|ich frage mich|ich wollte fragen|wollte fragen|suche nach|suche einen|suche eine|suche ein|empfehlt ihr|könnt ihr empfehlen|empfehlung für|empfehlungen für|frage zu|wie kann ich|wie bekomme ich|brauche hilfe',
  complaints:
    'schlecht*!!|schlimm*!!|schrecklich*!!|furchtbar*!!|katastroph*!!|unverschämt*!!|frechheit!!|enttäusch*!!|frust*!!|nerv*|ärger*!!|sauer|wütend!!|hasse!!|scheiß*!!|mist!!|müll!!|schrott!!|abzocke!!|betrug!!|betrüger!!|lächerlich!!|peinlich!!|' +
    'unmöglich!!|unfassbar!!|inakzeptabel!!|kaputt|defekt|fehler|absturz|stürzt|abgestürzt|hängt|langsam|lahm|problem*|störung|ausfall|funktioniert nicht!!|geht nicht!!|klappt nicht!!|läuft nicht!!|geht nichts!!|' +
    'beschwer*!!|unfreundlich*!!|inkompetent*!!|ignoriert|keine antwort!!|keine rückmeldung!!|keine reaktion!!|niemand antwortet!!|niemand hilft!!|warte seit!!|seit wochen!!|seit tagen!!|seit stunden!!|seit monaten!!|warteschleife!!|verspät*|zu spät|nie wieder!!|nie angekommen!!|' +
    'nicht angekommen!!|nicht erhalten!!|verloren|fehlt|storniert|gekündigt|kündige!!|kündigung|geld zurück!!|erstattung!!|rückerstattung!!|doppelt abgebucht!!|teuer|überteuert!!|verschwendung!!|zeitverschwendung!!|albtraum!!|saftladen!!|' +
    "schade|traurig|falsch|beschädigt|dreckig|schmutzig|finger weg!!|vorsicht|nicht zu empfehlen!!|unzuverlässig!!|unbrauchbar!!|nutzlos!!|unzufrieden!!|genug davon|reicht's!!|satt|leider",
  praises:
    'liebe!!|geliebt|großartig*!!|grossartig*!!|super!!|toll*!!|klasse!!|spitze!!|genial*!!|fantastisch*!!|hervorragend*!!|ausgezeichnet*!!|wunderbar*!!|perfekt*!!|wunderschön*!!|begeister*!!|beeindruck*!!|beste*!!|danke|dankeschön!!|vielen dank|' +
    'herzlichen dank!!|dankbar!!|lob!!|kompliment!!|gute arbeit!!|weiter so!!|glückwunsch!!|freue mich|freut mich|zufrieden|glücklich|froh|schön*|gut|gute|guter|gutes|besser|nett*|freundlich*!!|hilfsbereit*!!|hilfreich!!|empfehle!!|empfehlenswert!!|' +
    'kann ich nur empfehlen!!|klare empfehlung!!|läuft super!!|funktioniert super!!|funktioniert einwandfrei!!|einwandfrei!!|lohnt sich!!|schnell*|einfach|zuverlässig*!!|top!!|mega!!|hut ab!!|gerettet!!|gerne wieder!!|jederzeit wieder!!|keine beschwerden!!|keine probleme!!',
  negators: 'nicht|kein|keine|keinen|keinem|keiner|nie|niemals|nichts|ohne|kaum|weder|alles andere als',
  turns: 'aber|jedoch|allerdings|leider|trotzdem',
};

const es: IntentWords = {
  questions:
    'cómo|como puedo|como se|qué|que es|cuándo|cuando|cuánto|cuánta|cuántos|cuál|cuáles|dónde|donde|por qué|porqué|quién|alguien|hay|es posible|puedo|pueden|podrían|podéis|se puede|tienen|tenéis|sabéis|saben|funciona|existe|debo|tengo que',
  asks: 'alguien sabe|alguien puede|alguien me|alguien conoce|alguien ha|me pueden decir|me podrían|podrían decirme|quisiera saber|quería saber|me gustaría saber|me pregunto si|una pregunta|tengo una duda|una duda|busco un|busco una|recomiendan|recomendáis|alguna recomendación|cómo puedo|cómo hago|necesito ayuda',
  complaints:
    'pésim*!!|pesim*!!|horrible!!|terrible!!|fatal!!|malísim*!!|asco!!|asquero*!!|basura!!|estafa*!!|ladrones!!|robo!!|vergüenza!!|verguenza!!|vergonzos*!!|inaceptable!!|ridícul*!!|lamentable!!|decepcion*!!|frustr*!!|molest*|enfadad*!!|enojad*!!|hart*!!|' +
    'furios*!!|odio!!|mierda!!|peor!!|peores!!|mal|mala|malo|malos|malas|falla|fallan|fallo|fallos|fallando|error|errores|roto|rota|rompió|lento|lenta|lentísim*!!|problema*|caído|caída|no funciona!!|no funcionan!!|no sirve!!|no me deja!!|no puedo|no carga|no abre|no anda!!|' +
    'queja*|reclam*!!|maleducad*!!|groser*!!|incompetent*!!|ignoran|no responden!!|no contestan!!|sin respuesta!!|nadie responde!!|nadie contesta!!|nadie ayuda!!|llevo esperando!!|sigo esperando!!|hace semanas|hace meses|desde hace días|retras*|tarde|demora*|nunca más!!|nunca llegó!!|' +
    'no llegó!!|no ha llegado!!|no he recibido!!|perdieron!!|perdido|falta|cancel*|reembolso!!|devuelvan!!|mi dinero!!|cobraron!!|cobrado|caro|cara|carísim*!!|pérdida de tiempo!!|pesadilla!!|desastre!!|engañ*!!|mentira*!!|mentiros*!!|dañado|sucio|imposible|eviten!!|' +
    'no lo recomiendo!!|no recomiendo!!|no lo compren!!|inútil*!!|no vale!!|me arrepiento!!|desinstal*!!',
  praises:
    'encanta!!|encantan!!|encantad*!!|amo!!|adoro!!|increíble*!!|excelente*!!|fantástic*!!|maravillos*!!|genial*!!|estupend*!!|espectacular*!!|perfect*!!|magnífic*!!|impresionante!!|brutal!!|buenísim*!!|mejor!!|mejores!!|gracias|muchas gracias|agradec*!!|' +
    'felicidades!!|felicitaciones!!|enhorabuena!!|bravo!!|buen trabajo!!|gran trabajo!!|feliz|content*|satisfech*!!|alegra|gusta|gustó|bonit*|hermos*|bueno|buena|buen|buenos|bien|amable*!!|útil!!|recomiendo!!|recomendable!!|recomendad*!!|vale la pena!!|funciona perfecto!!|' +
    'funciona muy bien!!|funciona genial!!|rápid*|fácil|fiable!!|me salvó!!|salvaron!!|un diez!!|ole!!|sin problemas!!|ninguna queja!!|top!!',
  negators: 'no|nunca|jamás|nada|sin|ni|tampoco|ningún|ninguna|apenas',
  turns: 'pero|sin embargo|aunque|lástima',
};

const fr: IntentWords = {
  questions:
    "comment|quand|où|pourquoi|qui|quel|quelle|quels|quelles|combien|que faire|qu'est-ce|est-ce|c'est quoi|y a-t-il|y a t il|il y a|peut-on|puis-je|pouvez-vous|pourriez-vous|avez-vous|quelqu'un|savez-vous|faut-il|dois-je|serait-il|existe-t-il",
  asks: "quelqu'un sait|quelqu'un connaît|quelqu'un connait|quelqu'un a|quelqu'un peut|est-ce que|je me demande|je voulais savoir|je voudrais savoir|j'aimerais savoir|pouvez-vous me|pourriez-vous me|je cherche un|je cherche une|vous recommandez|des recommandations|une question|besoin d'aide|comment faire|comment puis-je",
  complaints:
    'nul!!|nulle!!|nuls!!|horrible*!!|affreux!!|catastroph*!!|honte*!!|scandal*!!|inadmissible*!!|inacceptable*!!|ridicule*!!|lamentable*!!|minable*!!|pire!!|déçu*!!|décev*!!|déception!!|frustr*!!|énerv*!!|agaç*|colère!!|furieux!!|marre!!|ras le bol!!|déteste!!|merde!!|merdi*!!|' +
    'arnaque*!!|voleurs!!|escro*!!|mauvais*|mal|cassé*|casse|panne|bug|bugs|bugue*!!|plante|erreur*|lent|lente|lents|problème*|souci|soucis|ne marche pas!!|marche pas!!|ne fonctionne pas!!|fonctionne pas!!|ne fonctionne plus!!|marche plus!!|ne répond pas!!|plainte|plaindre|' +
    "impoli*!!|désagréable*!!|incompét*!!|ignoré*|aucune réponse!!|pas de réponse!!|sans réponse!!|personne ne répond!!|j'attends toujours!!|attends depuis!!|depuis des semaines!!|depuis des jours!!|depuis des mois!!|retard*|jamais reçu!!|pas reçu!!|jamais arrivé!!|plus jamais!!|perdu*|" +
    'manque|annul*|rembours*!!|prélevé|débité*!!|cher|chère|hors de prix!!|perte de temps!!|cauchemar!!|mensonge*!!|menteurs!!|abîmé*|sale|impossible|fuyez!!|à éviter!!|à fuir!!|évitez!!|ne recommande pas!!|déconseille!!|inutile*!!|inutilisable*!!|regrette!!|désinstall*!!|dommage|malheureusement|triste',
  praises:
    "adore!!|adoré!!|j'aime!!|aime|génial*!!|excellent*!!|fantastique*!!|merveill*!!|magnifique*!!|super!!|superbe*!!|parfait*!!|incroyable*!!|formidable*!!|top!!|impeccable*!!|extraordinaire*!!|meilleur*!!|merci|remerci*|reconnaissant*!!|bravo!!|félicitations!!|chapeau!!|" +
    'bon travail!!|beau travail!!|ravi*!!|content*|heureux|heureuse|satisfait*|enchant*!!|bon|bonne|bien|beau|belle|joli*|mieux|sympa*|gentil*|aimable*!!|utile*|recommande!!|conseille!!|vaut le coup!!|marche très bien!!|fonctionne très bien!!|marche super!!|' +
    'rapide*|facile*|fiable*!!|efficace*!!|sauvé!!|rien à dire!!|rien à redire!!|aucun problème!!|aucun souci!!|au top!!',
  negators: "pas|ne|n'|jamais|rien|aucun|aucune|sans|ni|guère|plus du tout|peu",
  turns: 'mais|cependant|pourtant|malheureusement|dommage',
};

export const intentWords: Readonly<Record<string, IntentWords>> = { en, de, es, fr };
