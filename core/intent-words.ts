/**
 * The words by which a text is taken for a question, a complaint or praise, in each language. A phrase is words with spaces between them; one
 * that ends in * is the beginning of a word. Two exclamation marks make it count twice. Everything is in lower case, apostrophes are '.
 */
export interface IntentWords {
  /** A sentence that begins with one of these, or has one of `asks` in it, asks. */
  readonly questions: string;
  readonly asks: string;
  /** A post that begins with one of these asks, whether it has a question mark or not. */
  readonly unmarked?: string;
  readonly complaints: string;
  readonly praises: string;
  /** What turns the next few words round. */
  readonly negators: string;
  /** Where what counts comes after: "nice, but it crashes". */
  readonly turns: string;
}

const en: IntentWords = {
  unmarked:
    'what time|what size|what kind|what happens|what does|what do|what is|what are|whats|is it|is this|are you|did|can u|can you|could you|can i|can someone|could i|how long|how many|how can|where can|who do|who can|when is|when are|why does|why is|why do|why are|which|where does|where is|where are|how does|how do|when does|when will|can somebody|could somebody|can anybody|could anybody|anyone got|anybody got|does|do you|do i|do we|is there|are there|can i|can we|where can|where do|where in|how would|how could|how should|which of|has anyone',
  questions:
    "how|what|when|where|why|who|which|whose|what's|where's|who's|how's|whats|is|are|was|were|am i|did|do|does|has|have|would|can|could|does|will|should|" +
    'is there|are there|is it|is this|are you|are they|do you|does|did you|can i|can you|can we|can it|could you|could i|' +
    'would you|would it|will you|will it|will there|should i|should we|has anyone|have you|anyone|anybody|any idea|any chance|any news|any update|any plans|any way|may i|shall i',
  asks:
    'how would one|how would i|how could i|how could one|do i need a|do i need an|do we need a|do we need an|whom can i|who can i|who do i talk|who do we talk|do i have to|do i need to|do we have to|do we need to|do you need to|do you have to|anybody know|do you know if|does anyone|does anybody|anyone know|has anyone|how do i|how can i|how do you|how much|how many|how long|could you tell|can you tell|can someone|can anyone|could someone|' +
    'i wonder if|i was wondering|wondering if|wondering whether|want to know|like to know|is it possible|looking for recommendations|any recommendations|' +
    "recommend a|recommend any|what is the best|what's the best|please advise|please explain|need help with|help me with|question about",
  complaints:
    "expected more!!|expected better!!|expected a lot more!!|deserve better!!|lasted all of!!|lasted only!!|only lasted!!|lasted less than!!|flimsy!!|shoddy!!|took my money!!|keeps my money!!|out of my account!!|how hard is it!!|has had my!!|dropped support!!|took away!!|ruined!!|ruining!!|no clue!!|keeps asking!!|keeps sending!!|keeps charging!!|yeah right!!|slower than!!|bother to!!|be bothered!!|hasn't even!!|haven't even!!|didn't even!!|doesn't even!!|without even!!|without reading!!|without telling!!|without explanation!!|closed my ticket!!|closed my account!!|never called!!|never heard back!!|ghosted!!|fobbed off!!|locked out!!|wiped my!!|half my order!!|too slow!!|too complicated!!|too expensive!!|doubled the price!!|jacked up!!|still broken!!|still wrong!!|still missing!!|still unresolved!!|shambles!!|fiasco!!|atrocious!!|abysmal!!|dreadful!!|shocking!!|hopeless!!|clunky!!|dodgy!!|rubbish!!|infuriat*!!|livid!!|fuming!!|gutted!!|irritat*!!|aggravat*!!|ugh!!|unimpressed!!|underwhelm*!!|let down!!|let me down!!|let us down!!|outrageous!!|dishonest!!|false advertising!!|scammed!!|" +
    "no record of!!|no trace of!!|crickets!!|without notice!!|without warning!!|without asking|autorenew*|auto-renew*|paywall*!!|unreal|unbelievable|thanks for nothing!!|you would think|in pieces!!|came off|comes off|fell apart!!|falls apart!!|falling apart!!|fell off!!|came apart!!|gave out|snapped|shattered!!|cracked|leaks|leaking|in circles!!|runaround!!|run around!!|different answers|wrong address!!|old address|wrong order!!|wrong item!!|sent the wrong!!|got the wrong!!|delivered the wrong!!|wrong colour|wrong color|billed me!!|billed us!!|billed twice!!|hidden fee*!!|hidden cost*!!|hidden charge*!!|extra fee*|still get ads!!|no show|never showed!!|still says|still no!!|still hasn't!!|still haven't!!|still has not!!|still not!!|and counting|third time|yet again!!|ripoff!!|rip off!!|rip-off!!|used to be good!!|used to be great!!|used to love!!|used to like!!|used to work!!|stop mailing me!!|stop emailing me!!|came without!!|arrived without!!|get a human!!|reach a human!!|get hold of anyone!!|full of adverts|full of ads|blamed me!!|again and again!!|not answered me!!|not answered my!!|not a single reply!!|not a single answer!!|never ordering!!|never buying!!|never using!!|never going back!!|greedy!!|raised the price|raised prices|raised its price|price hike!!|threw my!!|loses my!!|there is nothing|nothing arrived!!|someone else's order!!|wrong size!!|arrived broken!!|no one came!!|nobody came!!|a hole in|hidden charges!!|keeps changing|promised me|worst!!|terrible!!|horrible!!|awful!!|useless!!|garbage!!|trash!!|scam!!|ripped off!!|unacceptable!!|ridiculous!!|disgusting!!|pathetic!!|disgrace*!!|appalling!!|" +
    'disappoint*!!|frustrat*!!|annoy*|angry|furious!!|upset|unhappy|dissatisfied!!|hate!!|hated!!|sucks!!|suck!!|sucked!!|crap!!|crappy!!|bullshit!!|wtf!!|fail|fails|failed|failing|failure|epic fail!!|' +
    'broken|broke|breaks|bug|bugs|buggy!!|crash*|error|errors|glitch*|freezes|freezing|laggy|slow|down again|outage|not working!!|stopped working!!|' +
    'problem|problems|issue|issues|trouble|complain*|complaint|rude!!|unhelpful!!|unprofessional!!|incompetent!!|ignored|ignoring|ignores|no response!!|no reply!!|no answer!!|no help!!|' +
    'no one answers!!|nobody answers!!|still waiting!!|been waiting!!|waiting for|on hold!!|hung up!!|for hours|for days|for weeks|for months|hours late!!|late|delay*|overdue|never again!!|never arrived!!|never received!!|never came!!|' +
    'never got!!|lost my!!|lost our!!|missing|stolen|stuck|stranded!!|cancel*|refused|refuses|refund!!|money back!!|overcharged!!|charged twice!!|charged me|expensive|overpriced!!|' +
    'waste of!!|wasted|wasting|mess|nightmare!!|joke|shame|sad|poor|poorly|bad|badly|worse|wrong|mistake|damaged|dirty|uncomfortable|impossible|misleading!!|lied!!|lies|liars!!|' +
    'fix this!!|fix it|fix your!!|get it together!!|do better|sick of!!|tired of!!|fed up!!|had enough!!|give up|gave up|switching to|switched to|unsubscrib*|uninstall*!!|deleting my|leaving|avoid!!|stay away!!|' +
    "beware!!|regret!!|unreliable!!|unusable!!|can't even!!|cannot even|won't even!!|can't get|can't log|can't login|can't access|cannot access|can't use|doesn't work!!|does not work!!|" +
    "didn't work!!|don't work!!|won't work!!|won't load|won't open|won't let me!!|nothing works!!|doesn't load|why can't|why is it so|why are you so|really?|seriously?|not happy!!|not impressed!!|not acceptable!!|not ok|not okay|lousy!!|boo!!|lame!!|is down!!|are down!!|isn't working!!|aren't working!!|isn't loading|to no avail!!|impolite!!|negligen*!!|too long|takes forever!!|taking forever!!|forever to|wait time|wait times|hold time|hold times|no longer|forced to|unable to|apolog*|excuse|excuses|inconvenien*|why no|unanswered!!|half an hour|can't find|cannot find|can't reach!!|can't check|cannot check|not once|rather not|sore|hassle!!|unsafe!!|dangerous!!|unsubscribe|screwed!!|messed up!!|disconnected|mislead*",
  praises:
    "cannot live without!!|can't live without!!|couldn't live without!!|can't recommend!!|absolute star!!|total star!!|absolute legend*!!|legends!!|deserves flowers!!|deserve flowers!!|deserves a medal!!|deserve a medal!!|never once!!|a dream to!!|is a dream!!|a treat!!|with a smile!!|sorted|godsend!!|a gem!!|slick!!|polished!!|a breeze!!|a doddle!!|intuitive!!|generous!!|polite!!|courteous!!|attentive!!|thoughtful!!|extra mile!!|great value!!|good value!!|well made!!|beautifully made!!|sturdy!!|delivered early!!|arrived early!!|a day early!!|ahead of schedule!!|obsessed!!|chef's kiss!!|so pleased!!|over the moon!!|chuffed!!|delighted!!|live without!!|lived without!!|hands down!!|never looked back!!|no regrets!!|zero complaints!!|zero issues!!|no issues!!|without a hitch!!|still looks|stood the test!!|" +
    "painless!!|no fuss!!|hassle free!!|hassle-free!!|how it's done!!|knows what they're doing!!|know what they're doing!!|know their stuff!!|knows their stuff!!|a pleasure!!|deserves a raise!!|deserve a raise!!|like new!!|going strong!!|up and running|above and beyond!!|exceeded!!|flawless*!!|seamless*!!|effortless*!!|a delight!!|can't fault!!|cannot fault!!|top notch!!|top-notch!!|spot on!!|first class!!|first-class!!|second to none!!|blown away!!|out of their way!!|out of his way!!|out of her way!!|holds up|held up well!!|no questions asked!!|without a single question!!|in a heartbeat!!|still happy!!|made my day!!|nobody beats!!|no one beats!!|nothing beats!!|ten out of ten!!|10/10!!|five stars!!|never lets me down!!|never let me down!!|never lets us down!!|easier|a joy!!|lovely!!|won me over!!|worth every penny!!|best decision!!|love!!|loved!!|loves!!|loving!!|amazing!!|awesome!!|excellent!!|fantastic!!|wonderful!!|brilliant!!|outstanding!!|superb!!|perfect!!|perfectly!!|incredible!!|terrific!!|great!!|" +
    'is the best!!|are the best!!|the best!!|best|beautiful!!|gorgeous!!|delicious!!|favourite|favorite!!|thank you|thanks|thankyou|thx!!|ty|kudos!!|props to!!|shoutout!!|shout out!!|well done!!|good job!!|great job!!|nice work!!|good work!!|' +
    'congrat*!!|appreciate*!!|appreciated!!|grateful!!|impressed!!|impressive!!|happy|glad|pleased|pleasant|satisfied|thrilled!!|excited|enjoy*|nice|good|cool|better|helpful!!|friendly!!|kind|' +
    'recommend!!|recommended!!|highly recommend!!|game changer!!|life saver!!|lifesaver!!|saved my day!!|saved me!!|works great!!|works well!!|works perfectly!!|works like a charm!!|worth it!!|worth every!!|smooth|easy|easily|fast|quick|' +
    "reliable!!|rock!!|rocks!!|you rock!!|you guys rock!!|hats off!!|bravo!!|yay!!|woohoo!!|can't wait!!|looking forward!!|welcome back|class act!!|never fails!!|no complaints!!|no problems!!|can't recommend enough!!|couldn't be happier!!|could not be happier!!",
  negators:
    "not|no|never|n't|cannot|can't|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|weren't|ain't|hardly|barely|without|nothing|nobody|lack of|far from|anything but|neither|nor|less than|used to",
  turns: 'but|however|although|except|unfortunately',
};

const de: IntentWords = {
  unmarked:
    "wie kann|wie bekomme|wie komme|wie lange|wie viel|wie oft|wie macht|wie macht man|wie stellt|wo ist|wo finde|wo gibt|wo kann|wo kriegt|wann kommt|wann macht|wann gibt|wann öffnet|warum geht|warum kann|wieso geht|was bedeutet|was kostet|was ist der unterschied|welche|welcher|welches|kann man|kann ich|kann mir|muss man|muss ich|darf man|darf ich|gibt es|gibts|gibt's|hat jemand|hat wer|weiß jemand|weiss jemand|weiß wer|kennt jemand|kennt wer|ist das normal|ist es normal|ist es möglich|funktioniert|geht das|habt ihr|könnt ihr|wisst ihr|nimmt",
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
  unmarked:
    'cómo|como se|como puedo|como hago|dónde|donde puedo|donde está|donde hay|cuándo|cuando sale|cuando abren|cuánto|cuanto tarda|cuanto cuesta|qué horario|qué diferencia|qué significa|que significa|cuál es|cuál|alguien sabe|alguien puede|alguien conoce|alguien tiene|alguien ha|se puede|puedo|hay forma|hay manera|hay alguna|hay algún|es posible|es normal|tienen|tenéis|sabéis|saben|sirve|funciona con|a qué hora|por qué no|quién sabe',
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
  unmarked:
    "comment|où|quand est-ce|quand sort|à quelle heure|combien|quel est|quelle est|quels sont|quelles sont|est-ce que|est-ce qu'on|est-ce qu'il|est-ce possible|c'est quoi|c'est normal|ça sert à quoi|ça marche|on peut|peut-on|puis-je|quelqu'un sait|quelqu'un connaît|quelqu'un a|quelqu'un peut|quelqu'un utilise|qui sait|qui connaît|y a-t-il|y a t il|il y a moyen|y a moyen|avez-vous|vous avez|vous savez|savez-vous|faut-il|il faut|dois-je|pourquoi",
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

const it: IntentWords = {
  unmarked:
    "come|dove|quando esce|quando apre|quando arriva|quanto|quale|quali|qual è|chi sa|chi mi|cosa significa|che differenza|che orari|a che ora|si può|si possono|posso|è possibile|è normale|c'è un modo|c'è modo|c'è qualcuno|qualcuno sa|qualcuno ha|qualcuno conosce|qualcuno può|qualcuno usa|avete|sapete|mi sapete|serve|bisogna|ma si può|perché non",
  questions:
    "come|quando|dove|dov'è|perché|perchè|chi|quale|quali|qual è|quanto|quanta|quanti|quante|cosa|che cosa|cos'è|c'è|ci sono|è possibile|posso|possiamo|potete|potreste|può|qualcuno|avete|sapete|si può|devo|dobbiamo|funziona|esiste",
  asks: 'qualcuno sa|qualcuno conosce|qualcuno ha|qualcuno può|qualcuno mi|mi potete|potete dirmi|potreste dirmi|vorrei sapere|volevo sapere|mi chiedo se|una domanda|ho una domanda|cerco un|cerco una|sto cercando|consigliate|mi consigliate|qualche consiglio|come faccio|come posso|come si fa|ho bisogno di aiuto',
  complaints:
    'pessim*!!|orribil*!!|terribil*!!|schifo!!|schifos*!!|vergogn*!!|scandalos*!!|inaccettabil*!!|ridicol*!!|penos*!!|delus*!!|deludent*!!|delusione!!|frustrant*!!|arrabbiat*!!|furios*!!|stufo!!|stufa!!|odio!!|merda!!|truffa*!!|truffator*!!|ladri!!|peggio*!!|male|brutto|brutta|rotto|rotta|guasto|' +
    'errore|errori|lento|lenta|lentissim*!!|problem*|non funziona!!|non funzionano!!|non va!!|non parte!!|non risponde!!|non rispondono!!|nessuno risponde!!|nessuna risposta!!|senza risposta!!|aspetto da!!|sto aspettando!!|da settimane!!|da giorni!!|da mesi!!|in ritardo!!|ritard*|mai arrivato!!|mai più!!|non è arrivato!!|non ho ricevuto!!|' +
    'perso|persi|manca|mancano|annullat*|rimborso!!|rimborsat*|soldi indietro!!|addebitat*|caro|cara|carissim*!!|perdita di tempo!!|incubo!!|disastro!!|bugie!!|bugiardi!!|danneggiat*|sporco|impossibile|evitate!!|sconsiglio!!|non lo consiglio!!|inutil*!!|maleducat*!!|scortes*!!|incompetent*!!|reclam*!!|lament*|purtroppo|peccato|mi pento!!',
  praises:
    'adoro!!|amo!!|fantastic*!!|eccellent*!!|ottim*!!|meraviglios*!!|splendid*!!|perfett*!!|incredibil*!!|bellissim*!!|bravissim*!!|bravi!!|brava!!|bravo!!|stupend*!!|geniale!!|super!!|migliore!!|migliori!!|grazie|grazie mille!!|ringrazi*|complimenti!!|congratulazioni!!|felice|felici|contento|contenta|soddisfatt*!!|' +
    'piace|piacciono|bello|bella|buono|buona|bene|gentil*!!|utile!!|utilissim*!!|consiglio!!|consigliatissim*!!|vale la pena!!|funziona benissimo!!|funziona bene!!|veloce|velocissim*!!|facile|affidabil*!!|efficient*!!|impeccabil*!!|nessun problema!!|mi ha salvato!!|dieci e lode!!|cinque stelle!!',
  negators: 'non|mai|niente|nulla|senza|nessun|nessuno|nessuna|né|neanche|nemmeno|poco',
  turns: 'ma|però|tuttavia|purtroppo|peccato',
};

const pt: IntentWords = {
  unmarked:
    'como|onde|quando sai|quando abre|quando chega|quanto|qual|quais|que horas|a que horas|o que significa|o que é|alguém sabe|alguem sabe|alguém conhece|alguém tem|alguém já|alguém pode|quem sabe|dá para|dá pra|tem como|é possível|é normal|posso|pode|podem|há alguma|há forma|há maneira|há algum|sabem|vocês têm|vcs tem|preciso de|porque é que|por que não',
  questions:
    'como|quando|onde|por que|por quê|porque é que|porquê|quem|qual|quais|quanto|quanta|quantos|quantas|o que|há|tem como|é possível|posso|podemos|podem|pode|poderiam|alguém|vocês têm|sabem|dá para|devo|funciona|existe',
  asks: 'alguém sabe|alguém conhece|alguém já|alguém pode|alguém me|podem me|podem dizer|poderiam me|gostaria de saber|queria saber|quero saber|me pergunto se|uma pergunta|uma dúvida|tenho uma dúvida|procuro um|procuro uma|recomendam|alguma recomendação|alguma dica|como faço|como posso|preciso de ajuda',
  complaints:
    'péssim*!!|horríve*!!|terríve*!!|nojo!!|nojent*!!|vergonh*!!|absurdo!!|absurda!!|inaceitáve*!!|ridícul*!!|lamentáve*!!|decepcion*!!|desapont*!!|desilud*!!|frustr*!!|irritad*!!|furios*!!|farto!!|farta!!|odeio!!|merda!!|porcaria!!|lixo!!|golpe!!|burla!!|ladrões!!|pior!!|piores!!|mal|ruim|má|quebrou|quebrado|avariad*|estragad*|' +
    'erro|erros|falha|falhas|lento|lenta|problema*|não funciona!!|não funcionam!!|não presta!!|não abre|não carrega|não consigo|não responde!!|não respondem!!|ninguém responde!!|ninguém atende!!|sem resposta!!|estou à espera!!|esperando há!!|há semanas!!|há dias!!|há meses!!|faz semanas!!|atras*|demora*|nunca mais!!|nunca chegou!!|não chegou!!|não recebi!!|' +
    'perdido|perderam!!|falta|cancel*|reembolso!!|devolvam!!|meu dinheiro!!|cobraram!!|cobrado|caro|cara|caríssim*!!|perda de tempo!!|pesadelo!!|desastre!!|engan*!!|mentira*!!|mentiros*!!|danificad*|sujo|impossível|evitem!!|não recomendo!!|inútil*!!|arrependi*!!|mal-educad*!!|grosseir*!!|incompetent*!!|reclam*!!|queixa*|infelizmente|que pena',
  praises:
    'adoro!!|amo!!|amei!!|adorei!!|incríve*!!|excelente*!!|fantástic*!!|maravilhos*!!|genial!!|espetacular*!!|perfeit*!!|magnífic*!!|impressionante!!|ótim*!!|óptim*!!|melhor!!|melhores!!|obrigado|obrigada|muito obrigado!!|muito obrigada!!|agradeç*|agradecid*!!|parabéns!!|bom trabalho!!|feliz|felizes|contente|satisfeit*!!|' +
    'gosto|gostei!!|bonit*|lind*!!|bom|boa|bem|simpátic*!!|atencios*!!|útil!!|recomendo!!|recomendad*!!|vale a pena!!|funciona muito bem!!|funciona bem!!|rápid*|fácil|confiáve*!!|fiável!!|nota dez!!|cinco estrelas!!|me salvou!!|salvou-me!!|sem problemas!!|nenhuma queixa!!|top!!',
  negators: 'não|nunca|jamais|nada|sem|nem|nenhum|nenhuma|tampouco|pouco',
  turns: 'mas|porém|contudo|infelizmente|embora',
};

const nl: IntentWords = {
  unmarked:
    'hoe|waar|wanneer|hoeveel|hoelang|welke|welk|wie weet|wie heeft|wat is|wat zijn|wat betekent|wat kost|weet iemand|kent iemand|heeft iemand|kan iemand|kan ik|kun je|kan je|kunnen we|kunnen jullie|mag ik|mag je|moet ik|moet je|is er|zijn er|is het mogelijk|is het normaal|bestaat er|hebben jullie|werkt|zit er|geldt|waarom kan|waarom werkt',
  questions:
    'hoe|wat|wanneer|waar|waarom|wie|welke|welk|hoeveel|hoelang|is er|zijn er|is het|kan ik|kun je|kan je|kunnen jullie|kan iemand|hebben jullie|heeft iemand|weet iemand|kent iemand|mag ik|moet ik|werkt|bestaat er|iemand',
  asks: 'weet iemand|kent iemand|heeft iemand|kan iemand|kunnen jullie mij|kunnen jullie me|ik vraag me af|wil graag weten|wilde vragen|zou graag weten|op zoek naar|ik zoek een|aanrader voor|aanraders voor|raden jullie aan|tips voor|vraag over|een vraag|hoe kan ik|hoe krijg ik|heb hulp nodig',
  complaints:
    'slecht*!!|vreselijk*!!|verschrikkelijk*!!|waardeloos!!|waardeloze!!|schande*!!|belachelijk*!!|onacceptabel*!!|teleurgesteld!!|teleurstell*!!|frustr*!!|irritant*!!|ergerlijk*!!|boos|woedend!!|beu!!|haat!!|klote!!|rotzooi!!|troep!!|oplichter*!!|oplichting!!|afzetters!!|slechtste!!|slechter|kapot|stuk|defect|' +
    'fout|fouten|storing*|traag|trage|langzaam|probleem|problemen|werkt niet!!|werken niet!!|doet het niet!!|lukt niet!!|niet bereikbaar!!|geen reactie!!|geen antwoord!!|geen gehoor!!|niemand reageert!!|niemand helpt!!|wacht al!!|zit te wachten!!|al weken!!|al dagen!!|al maanden!!|urenlang!!|vertraging*|te laat|nooit meer!!|nooit aangekomen!!|nog steeds niet!!|' +
    'niet ontvangen!!|niet geleverd!!|kwijt|ontbreekt|geannuleerd|opgezegd|geld terug!!|terugbetaling!!|dubbel afgeschreven!!|duur|te duur!!|tijdverspilling!!|nachtmerrie!!|drama!!|leugen*!!|beschadigd|vies|onmogelijk|niet aan te raden!!|afrader!!|nutteloos!!|onbruikbaar!!|onbeschoft!!|onvriendelijk*!!|onbekwaam!!|klacht*|jammer|helaas|spijt van!!',
  praises:
    'geweldig*!!|fantastisch*!!|uitstekend*!!|prachtig*!!|perfect*!!|super!!|top!!|heerlijk*!!|schitterend*!!|briljant*!!|beste!!|hou van!!|dol op!!|bedankt|dank je|dank jullie|dankjewel|dank u|dankbaar!!|complimenten!!|compliment!!|gefeliciteerd!!|petje af!!|goed gedaan!!|goed werk!!|ga zo door!!|blij|gelukkig|tevreden!!|enthousiast!!|' +
    'mooi*|goed|goede|fijn*|leuk*|lekker*|vriendelijk*!!|behulpzaam!!|handig!!|aanrader!!|raad ik aan!!|raad het aan!!|de moeite waard!!|werkt goed!!|werkt perfect!!|snel*|makkelijk|betrouwbaar!!|onder de indruk!!|indrukwekkend!!|vlekkeloos!!|geen problemen!!|geen klachten!!|gered!!|vijf sterren!!',
  negators: 'niet|geen|nooit|niets|niks|zonder|nauwelijks|noch|niemand',
  turns: 'maar|echter|helaas|jammer|toch',
};

export const intentWords: Readonly<Record<string, IntentWords>> = { en, de, es, fr, it, pt, nl };
