/** French: core/intent-frames.ts. */
import type { IntentFrames, IntentGroups } from './intent-frames.ts';

export const groups: IntentGroups = {
  not: 'pas|jamais|rien|aucun|aucune|sans|ni|guère|personne|nulle part',
  me: "je|j'ai|j'hésite|j'attends|j'aimerais|j'adore|suis|me|m'a|moi|mon|ma|mes|nous|notre|nos|on|vous|votre|vos|tu|te|toi|ton|ta|tes|bonjour|bonsoir|salut|coucou|svp|ai|quelqu'un|voudrais|aimerais",
  want: "veux|voulons|voulait|voulais|voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|souhaite|souhaitons|souhaiterais|souhaiterait|souhaiterions|compte|comptons|pense|pensons|pensais|envisage|envisageons|envie de|hésite|tenté de|tentée de|tenté par|tentée par|prêt à|prête à|vais|allons|va|économise pour|attends de|attends les soldes|avant de|avant d'|je peux|peut-on|puis-je|on peut|faut-il|dois-je|je dois|me faut|intéressé par|intéressée par|cherche à|rêve de|j'ai hâte de|prévois de|projette|j'ai décidé de|songe à",
  buy: "acheter|achète|acheté|commander|commande un|précommand*|prendre|réserver|réservé|souscrire|m'abonner|s'abonner|abonner|m'offrir|s'offrir|offrir|me payer|investir|louer|craquer|craqué|procurer|passer commande|m'équiper|s'équiper|équiper|essayer|tester",
  where:
    "où acheter|où trouver|où puis-je|où peut-on|où est-ce qu'on peut|où est-ce que je peux|où je peux|où on peut|où est-ce qu'on trouve|où commander|qui vend|quel magasin|quelle boutique|dans quel magasin|on trouve où|j'achète où|on achète où|encore dispo|encore disponible|de nouveau en stock|en stock|retour en stock|livrez-vous|vous livrez|est-ce que vous livrez|disponible en",
  price:
    "prix|tarif|tarifs|devis|promo|promos|réduction|réductions|remise|remises|soldes|rabais|coupon|parrainage|code parrain*|essai gratuit|période d'essai|version d'essai|démo|démonstration|échantillon*|offre|black friday|licence|licences|paiement en plusieurs fois|financement|bon plan|bons plans",
  ask: "y a-t-il|il y a|y a|vous avez|avez-vous|vous faites|faites-vous|proposez-vous|vous proposez|quelqu'un a|quelqu'un aurait|cherche|je cherche|nous cherchons|besoin d'un|besoin de|besoin d'|avoir|obtenir|demande|demande de|demander|recevoir|pourriez-vous|pouvez-vous|un|une|vos|quels sont|quel est|qui a|on attend|attends|fait un|font un|propose un|proposent un",
  'how much':
    "combien coûte|combien coûtent|combien ça coûte|ça coûte combien|coûte combien|c'est combien|combien pour|combien vaut|à combien|quel prix|quel est le prix|quel tarif|quel est le tarif|vous avez payé combien|combien faut-il|combien",
  cost: 'coûte|coûter|payer|paye|payez|prix|tarif|euros|par mois|par an|par personne|par utilisateur|facturez|abonnement',
  should:
    "vaut le coup|vaut la peine|vaut vraiment|vaut-il|ça vaut|j'hésite entre|hésite entre|lequel|laquelle|lesquels|quel modèle|quelle taille|quelle version|vous conseillez|vous recommandez|me conseillez|conseillez-vous|recommandez-vous|vos avis sur|un avis sur|des avis sur|des retours sur|un retour sur|retours d'expérience|mieux vaut|craqué|j'ai craqué|je craque|craquer pour|dans mon panier|sur ma liste|liste de noël|liste d'anniversaire|lorgne|je lorgne|me fait de l'œil|me fait envie|budget pour|tenté par|tentée par|précommandé|hésite à prendre|hésite à acheter|d'occasion",
  leave:
    'quitter|quitte|quitté|quittons|quittent|résilier|résilie|résilié|résiliation|partir de|parti de|partie de|partis de|je pars de|barre de|me casse de|passer de|passé de|passée de|passés de|passe de|passage de|migré de|migrer|migration de|changer de|changé|remplacer|remplace|remplacé|lâcher|lâche|lâché|abandonner|abandonne|abandonné|laisser tomber|laissé tomber|adieu|bye|ciao|au revoir|fini|terminé|désinstaller|désinstallé|désinstalle|désabonner|désabonné|clôturer|clôturé|fermer mon compte|fermé mon compte|ras le bol de|marre|assez de|à la poubelle|switcher|switché|basculer|basculé|transférer|transféré|transfert|venir de|viens de chez|venant de|venu de|venue de|ex client|tourner la page',
  alternative:
    'alternative à|alternatives à|une alternative|alternative|alternatives|remplaçant|remplaçant à|remplacement de|équivalent de|équivalent à|un équivalent|au lieu de|à la place de|autre chose que|autre que|mieux que|semblable à|similaire à|concurrent de|concurrents de|plutôt que',
  thing:
    'appli|application|app|site|page|pages|connexion|compte|mot de passe|serveur|serveurs|mise à jour|paiement|panier|bouton|boutons|écran|lien|liens|synchro|synchronisation|recherche|carte|borne|caisse|imprimante|routeur|box|appareil|batterie|son|caméra|micro|fichier|fichiers|photo|photos|vidéo|vidéos|image|images|mail|mails|email|emails|notification|notifications|portail|terminal|téléphone|tablette|ordi|ordinateur|pc|jeu|partie|sauvegarde|sauvegardes|niveau|api|widget|calendrier|agenda|montre|lampe|thermostat|serrure|compteur|formulaire|filtre|plugin|extension|base de données|firmware|flux|pdf|scanner|télécommande|moteur|capteur|casque|écouteurs|clavier|menu|export|import|chargement|téléchargement|version|wifi|sms|code|gps|facture|solde|espace client|drive|four|machine|robot',
  fail: "plante|plantent|planté|plantage|plantages|bug|bugs|bugue|bugué|buguée|buggé|bloqué|bloquée|bloque|figé|figée|fige|freeze|freezes|rame|rament|crash|crashe|crashé|crashs|erreur|erreurs|hs|panne|vide|vides|blanche|noir|noire|blanc|disparu|disparaît|disparaissent|disparue|en double|doublon|doublons|faux|fausse|mauvais|mauvaise|coupé|coupée|illisible|illisibles|clignote|redémarre|s'éteint|s'allume|se ferme|se coupe|déconnecte|refusé|refusée|échoue|échouent|échec|boucle|down|hors ligne|inaccessible|injoignable|muet|muette|saute|ne répond|timeout|404|500|502|503|décalé|décalée|décalage|inversé|inversés|se chevauche*|dupliqu*|corrompu*|effacé|effacés|effacée|perdu|perdue|perdus",
  crash:
    "plante|planté|plantent|bugue|bugué|bug|bloqué|bloquée|se bloque|fige|figé|freeze|rame|crashe|crash|hs|en panne|down|se ferme|se coupe|me déconnecte|redémarre|inaccessible|en rade|tourne en boucle|fait n'importe quoi|efface|supprime mes|perd mes|oublie|duplique|clignote|en carafe|dans les choux",
  works:
    "marche|marchent|fonctionne|fonctionnent|charge|chargent|s'ouvre|ouvre|s'ouvrent|démarre|lance|répond|répondent|s'affiche|affiche|s'affichent|enregistre|sauvegarde|synchronise|se synchronise|connecte|se connecte|détecte|reconnaît|imprime|s'actualise|actualise|envoie|accepte|passe|apparaît|apparaissent|mène|ouvrir|télécharge|installe|allume|s'allume|reconnait|part|arrive",
  'can not':
    "impossible de|impossible d'|n'arrive pas à|arrive pas à|arrive plus à|n'arrive plus à|arrivons pas à|peux pas|peux plus|peut plus|peut pas|pouvons plus|moyen de|refuse de|ne parvient pas à|ne parviens pas à|parviens pas à",
  login:
    "me connecter|se connecter|connecter|ouvrir|lancer|charger|enregistrer|sauvegarder|installer|télécharger|valider|payer|imprimer|synchroniser|accéder|afficher|lire|supprimer|modifier|me logger|s'identifier|m'identifier|finaliser|envoyer|importer|exporter|démarrer|jouer|changer le mot|réinitialiser|activer|associer|appairer",
  since: 'depuis|après|suite à|avec|dès que|quand|lorsque|chaque fois que|à chaque fois',
  update: 'mise à jour|màj|maj|version|firmware|patch|mise à niveau|ios|android|windows',
  gives: "j'ai|ai|on a|donne|renvoie|affiche|reçois|obtiens|me met|me dit|me sort|sort|tombe sur|toujours|message|avec",
  code: 'erreur|erreurs|404|403|500|502|503|timeout|exception|stacktrace|page blanche|écran noir|écran blanc|écran bleu|null|nan|undefined',
  wait: "attends|attend|attendons|attendre|attendu|attente|d'attente|patiente|patienté|au téléphone|bloqué au téléphone|essaie de joindre|en ligne|promis|promise|annoncé|toujours pas|relance|relancé|relances",
  span: 'minutes|minute|min|mn|heure|heures|h|jour|jours|semaine|semaines|mois|an|ans|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|rentrée|hier',
  'no answer':
    'toujours rien|aucune réponse|pas de réponse|sans réponse|aucun retour|pas de retour|aucune nouvelle|pas de nouvelles|sans nouvelle|sans nouvelles|toujours pas|toujours aucun|toujours aucune|silence|personne|rien|aucun remboursement|injoignable|aucun colis|pas de colis|et rien|aucune livraison|raccroché|au point mort|réponse automatique|copié-collé|copier-coller|un bot|un robot|ne répond|répond pas|répondent pas|rien dans la boîte|raccroche|raccrochent',
  nobody: 'personne|jamais|pas|toujours pas|aucun|aucune|plus|impossible|sans|ni',
  respond:
    'répond|répondu|répondent|réponse|rappelé|rappelle|rappeler|joindre|reçu|livré|livrée|livrés|arrivé|arrivée|remboursé|remboursée|remboursement|rembourser|décroche|décroché|venu|venue|passé|traité|traitée|réglé|résolu|excuses|excuse|aidé|prévenu|prévenus|prévenir|respecté|réparé|pris en charge',
  bad: "sketch|une blague|foutage de gueule|se foutent|se moquent|se moque|vous vous moquez|vous foutez|fallait oser|merci hein|merci pour rien|bravo l'organisation|n'importe quoi|du grand n'importe|à la ramasse|amateur*|incompétent*|inadmissible*|lamentable*|minable*|pitoyable*|honteux|honteuse|scandaleux|scandaleuse|hallucinant|hallucinante|aberrant|aberrante|abusé|du vol|vol pur|racket|arnaque|hors de prix|trop cher|encore une hausse|encore une augmentation|encore une fois|troisième fois|deuxième fois|quatrième fois|énième|une étoile|1 étoile|zéro étoile|0 étoile|mettre zéro|2 étoiles|à fuir|fuyez|à éviter|je déconseille|déconseillé|plus jamais|jamais plus|jamais vu ça|la dernière fois|dernière fois que|dégoûté*|dégouté*|déçu*|décevant*|déception|écœuré*|furieux|furieuse|en colère|m'énerve|insupportable|inacceptable|irrespectueux|irrespect|malpoli*|désagréable*|odieux|odieuse|méprisant*|mépris|injoignable*|supprimé sans|sans annonce|sans prévenir|sans explication|sans prévenir personne|trois interlocuteurs|baladé|balade de service|me balade|se renvoie la balle|mauvaise adresse|mauvaise taille|en retard|crasseux|dégueulasse|dégueu|immangeable|moisi|périmé*|cassé*|abîmé*|rayé*|déchiré*|décollé*|défectueu*|camelote|mauvaise qualité|qualité en baisse|de pire en pire|une catastrophe|une horreur|l'enfer|un calvaire|galère|galères|parcours du combattant|ras le bol|ras-le-bol|j'en ai marre|prélevé deux fois|prélevé sans|facturé deux fois|facturé sans|débité deux fois|continue de me prélever|rendez-moi mon argent|rendez l'argent|usine à gaz|publicité mensongère|mensonge*|menteur*|escroc*|voleur*|prend pour des|prennent pour|on nous prend|toujours pas de|c'est pas sérieux|pas sérieux|pas professionnel|inexistant*|zéro pointé|nullissime|c'est nul|trop nul|nul à|retard de|arrivé froid|j'en peux plus|peux plus des|pigeon|pigeons|mauvais étage|évitez cette|évitez ce|marre de|quel cirque|mauvaise blague|je regrette|regrette l'achat|mauvaise couleur|mauvais produit|mauvais article|mauvaise commande|marqué livré|plat froid|plats froids|désagréable|s'est déformé*|déformée en|c'était gratuit avant|gratuit avant|maintenant payant|devenu payant",
  charged: 'prélevé|prélève|facturé|facture|débité|débite|débités|encaissé|facturent|prélèvent|demander|payer',
  wrongly:
    'deux fois|trois fois|double|en double|malgré|alors que|sans|à tort|encore|toujours|après résiliation|pour rien|en trop|au lieu de',
  delighted:
    "chapeau|bravo à|bravo aux|big up|coup de cœur|coup de coeur|nickel|au top|top du top|rien à redire|rien à dire|je valide|sans faute|un sans faute|impec|impeccable*|parfait*|tuerie|merveille|régal|un bijou|pépite|bonheur|le pied|génialissime|trop bien|trop bon|trop bonne|incroyable*|bluffé*|bluffant*|épaté*|conquis|conquise|sous le charme|amoureux de|amoureuse de|j'adore|on adore|kiffe|fan de|grand fan|ravi*|enchanté*|satisfait*|très content*|super content*|trop content*|hyper content*|patience d'ange|une patience|merci au|merci aux|merci pour|un grand merci|mille mercis|mille fois merci|merci infiniment|merci à|au petit soin|aux petits soins|sauvé la vie|m'a sauvé|nous a sauvé|m'ont sauvé|vaut largement|vaut son prix|chaque centime|meilleur achat|meilleure décision|meilleur choix|je recommande|recommande à 100|recommande les yeux|les yeux fermés|10/10|5/5|cinq étoiles|5 étoiles|20/20|les doigts dans le nez|ne peux plus m'en passer|plus m'en passer|change la vie|changé la vie|changé ma vie|vie a changé|dans la journée|dès le lendemain|en deux minutes|en cinq minutes|en dix minutes|du premier coup|simple comme bonjour|fluide|au poil|enfin une|délicieu*|succulent*|divin|divine|à tomber|royal|quelle équipe|quel service|quel plaisir|un plaisir|on se régale|me régale|tient la route|toujours comme neuf|comme neuve|increvable|champion*|vous gérez|ils gèrent|elle gère|mention spéciale|dinguerie|le jour et la nuit|jour et nuit|masterclass|kif|ça régale|à recommander",
  very: 'très|si|tellement|trop|super|hyper|vraiment|tout|toujours|ultra|franchement|plutôt|aussi',
  good: "bon|bonne|bien|rapide*|gentil*|aimable*|sympa*|accueillant*|serviable*|professionnel*|efficace*|propre*|pratique*|simple*|facile*|agréable*|confortable*|beau|belle|joli*|fiable*|réactif*|réactive*|content*|disponible*|à l'écoute|chaleureux|chaleureuse|patient*|utile*|clair*|soigné*",
  best: 'meilleur|meilleure|meilleurs|meilleures',
  ever: "ville|jamais|monde|vie|quartier|marché|l'année|année|moment|depuis|région|j'ai|connaisse|france|paris|application|service|achat",
  reporter:
    'journaliste|journalistes|reporter|rédacteur|rédactrice|rédaction|pigiste|correspondant|correspondante|école de journalisme|étudiante en journalisme|étudiant en journalisme|journal étudiant|documentariste|réalisateur|réalisatrice|chroniqueur|chroniqueuse|podcast|podcasteur|podcasteuse|magazine|quotidien|hebdomadaire|hebdo|mensuel|émission|webradio|radio|chaîne|presse|analyste|média|blog|gazette',
  'i am':
    "je suis|suis|nous sommes|sommes|en tant que|étudiante|étudiant|ici|bonjour|pour le|pour la|pour l'|de la|du|chez|au nom de|pour mon|pour notre|pour un|notre|mon",
  piece:
    "article|sujet|reportage|documentaire|enquête|portrait|dossier|épisode|émission|interview|chronique|papier|numéro|podcast|film|mémoire|thèse|série|comparatif|banc d'essai|tournage|livre",
  write:
    'écris|rédige|prépare|préparons|réalise|réalisons|tourne|tournons|travaille sur|travaillons sur|enquête sur|boucle|bouclons|fais un|faisons un|dans le cadre|pour un|pour une|pour notre|pour mon|consacre|consacrons|couvre',
  comment:
    "réaction|commentaire|déclaration|interview|interviewer|entretien|entretiens|témoigner|témoignage|témoignages|porte-parole|service presse|contact presse|attaché de presse|attachée de presse|relations presse|dossier de presse|kit presse|communiqué|photos presse|visuels presse|visuels hd|photo officielle|accréditation|exemplaire presse|exemplaire de test|produit en test|prêt presse|prêt d'un|en prêt|recevoir|inviter|invité|invitée|en plateau|à l'antenne|au micro|droit de réponse|face caméra|embargo|quelques questions|une citation|point de vue|rencontrer",
  request:
    'cherche|cherchons|recherche|recherchons|souhaite|souhaitons|souhaiterais|souhaiterions|aimerais|aimerait|aimerions|voudrais|voudrions|voudrait|besoin|à qui|contacter|qui est|joindre|pouvez-vous|pourriez-vous|pourrait-on|peut-on|serait-il possible|possible de|est-il possible|demande|demandons|volontaires|disponible|où trouver|où télécharger|y a-t-il|avez-vous|sollicit*|dans le prochain|dans notre|merci de',
  staff:
    'vendeur|vendeuse|vendeurs|conseiller|conseillère|conseillers|sav|service client|support|hotline|technicien|livreur|chauffeur|serveur|serveuse|personnel|agence|guichet|accueil|standard|chatbot|bot|robot|caissier|caissière|réceptionniste|guichetier|contrôleur|équipe',
  badly:
    'désagréable*|malpoli*|impoli*|odieux|odieuse|méprisant*|hautain*|incompétent*|inexistant*|injoignable*|nul|nulle|incapable*|menti|ment|mentent|raccroché|raccroche|ignore|ignoré|ignorés|refuse|refusé|se moque|se fout|se foutent|débordé*|agressif|agressive|lamentable*|catastrophique*|déplorable*|zéro|aux abonnés absents|fait semblant|rien à faire|balade|pas au courant|aucune idée|réponse toute faite|copié-collé|raccrochent',
  broke:
    "cassé|cassée|casse|cassés|hs|fissuré|fissurée|fendu|décollé|décollée|déchiré|déchirée|rouillé|rouille|tombé en panne|tombée en panne|mort|morte|lâché|rendu l'âme|déformé|fuit|fuite|usé|usée|décousu|décousue|abîmé|abîmée|arrivé|arrivée|rayé|rayée",
  already:
    'après|au bout de|en|dès|déjà|à peine|au premier|à la première|hors garantie|en moins|première utilisation|cassé|cassée|en morceaux|ouvert',
  promised:
    "promis|promise|annoncé|annoncée|prévu|prévue|on m'a dit|on m'avait dit|m'avait dit|censé|censée|garanti|garantie|rendez-vous|rdv|soi-disant|engagés",
  person:
    'équipe|vendeur|vendeuse|conseiller|conseillère|chauffeur|livreur|technicien|technicienne|personnel|serveur|serveuse|dame|monsieur|gars|gens|sav|service client|support|accueil|agent|agente|contrôleur|contrôleuse|hôtesse|steward|patron|patronne|réceptionniste|caissière|développeurs|devs|service',
  kind: "adorable*|gentil*|aimable*|patient*|souriant*|serviable*|à l'écoute|professionnel*|au top|génial*|super|formidable*|incroyable*|extraordinaire*|efficace*|réactif*|disponible*|bienveillant*|chaleureu*|compétent*|accueillant*|attentionné*|exceptionnel*|parfait*|impeccable*|pris le temps|m'a aidé|m'a dépanné|m'a sauvé|m'a retrouvé|merci|aux petits soins|rapide*",
  'never had':
    'jamais|jamais eu|aucun|aucune|pas un seul|pas une seule|zéro|sans aucun|sans aucune|sans un|pas eu un|pas eu une|pas eu le moindre|sans la moindre|sans le moindre',
  problems:
    'problème|problèmes|souci|soucis|panne|pannes|accroc|bug|bugs|plantage|plantages|galère|retard|déception|regret|regrets|fausse note|critique|reproche|plainte|prise de tête',
  solved:
    'répondu|réponse|réparé|réparée|remplacé|remplacée|remboursé|remboursée|livré|livrée|résolu|réglé|reçu|arrivé|expédié|dépanné|technicien|corrigé|traité',
  soon: "le jour même|le lendemain|en une heure|dans l'heure|en quelques minutes|en dix minutes|en cinq minutes|en deux minutes|en 24h|en 48h|sous 24h|sous 48h|immédiatement|tout de suite|aussitôt|un dimanche|à midi|sans discuter|sans poser de questions|avant même",
  still:
    'tient toujours|comme neuf|comme neuve|comme au premier jour|marche toujours|fonctionne toujours|toujours au top|increvable|indestructible|survécu|tient le coup|inusable',
  'gone to':
    'passe chez|passé chez|passée chez|passés chez|pars chez|parti chez|partie chez|vais chez|va chez|suis chez|désormais chez|maintenant chez|direction|file chez|bascule chez|migré vers|migrer vers|migrons vers|passe à|passé à|passée à|passés à|retour chez|revenir chez|revenu chez',
  shows: 'affiche|affichent|compte|arrondit|calcule|envoie|renvoie|imprime|trie|indique|donne|met|enregistre|exporte|facture',
  amiss:
    "faux|fausse|deux fois|en double|à l'envers|vide|vides|mauvais|mauvaise|d'hier|une heure|au lieu|au lieu de|à la place|que des|n'importe|rien|en anglais|trop",
  system:
    'ios|ipados|android|windows|macos|linux|ubuntu|debian|firefox|chrome|safari|edge|iphone|ipad|pixel|galaxy|samsung|huawei|xiaomi|ps5|ps4|xbox|steam deck|nintendo switch|apple watch|carplay|chromebook|raspberry pi|docker|wsl|arm|m1|m2',
  'why ever':
    "pourquoi faut-il|pourquoi dois-je|pourquoi est-ce si|pourquoi c'est si|pourquoi on ne peut|pourquoi je ne peux|depuis quand|comment est-ce possible|comment c'est possible|comment peut-on|comment osez|qui a eu l'idée|qui a décidé|à quoi ça sert d'avoir|à quoi bon|c'est quoi ce|c'est quoi cette|c'est quoi ces|vous trouvez ça|vous trouvez normal|c'est trop demander|à quand",
  again: 'encore une|encore un|une fois de plus|pour la deuxième fois|pour la troisième fois|de nouveau',
  notice:
    "recrute|recrutement|recrutons|cdi|cdd|offre d'emploi|poste à pourvoir|jeu concours|jeu-concours|à gagner|tirage au sort|tentez de gagner|rt follow|rt + follow|likez et|vends|je vends|à vendre|conférence gratuite|entrée libre|entrée gratuite|bouchon|bouchons|route barrée|en bourse|cours de l'action|chiffre d'affaires|résultats trimestriels|rachat de|rachète|fusion|quittera ses fonctions|nommé directeur|nommée directrice|score final|mi-temps|tuto|pas à pas|notes de version",
  service:
    'internet|réseau|électricité|courant|eau|gaz|chauffage|eau chaude|wifi|téléphone|télé|bagage|bagages|argent|réponse|livraison|colis|accès|carte|fibre|box',
  without: "sans|pas d'|pas de|plus d'|plus de|aucun|aucune",
  misdoes:
    "inverse|saute|saute des|s'éteint tout seul|s'allume tout seul|se coupe|coupe toutes|refuse|rejette|ignore|oublie|perd|efface|écrase|double|compte deux fois|décalé de|en retard de|reste gris|reste grisé|reste vide|reste noir|reste blanc|arrive en double|arrivent en double|arrive trop tard|arrivent trop tard|mange|avale|arrondit|mélange|se mélange|croit que|pense que|revient au début|revient à|ne réagit plus|n'est plus reconnu|pas reconnu|se désactive|se déconnecte|se réinitialise",
  fit: "en promo|liste d'attente|précommande|convient pour|adapté à|assez grand|suffit pour|ça suffit pour|compatible avec|garantie du meilleur prix|bon achat|bon choix|bon plan sur",
  elsewhere:
    "fin de mon contrat|mon contrat se termine|vous utilisez quoi à la place|quoi à la place|à la place|changer d'opérateur|changer de banque|changer de fournisseur",
};

export const frames: IntentFrames = {
  question:
    "quelqu'un a réussi|quelqu'un sait|quelqu'un aurait|comment on fait|comment faire pour|ça correspond à quoi|moyen de … dans {keyword}|c'est normal|c'est quoi|vous savez si|savez vous|une idée de comment|est-ce qu'on peut|est-ce qu'il|est-ce que je|vous savez à quelle|à quelle heure|ça sert à quoi|ça marche avec|comment ça marche|c'est possible de|est-il possible|savez-vous|quelqu'un saurait|d'où ça vient",
  complaint:
    '<wait> … <span>|<span> … <no answer>!!|<nobody> … <respond>!!|<charged> … <wrongly>!!|<bad>!!|<staff> … <badly>!!|<broke> … <already>!!|<promised> … <nobody>!!|<why ever>!!|<again> … {keyword}|{keyword} … <again>|!<notice>|<span> … <without> … <service>!!|<without> <service> … <span>!!|{keyword} répond pas|{keyword} ne répond pas',
  praise:
    '<delighted>!!|<very> <good>!!|<best> … <ever>!!|<person> … <kind>!!|<kind> <person>!!|<never had> <problems>|<solved> … <soon>!!|<still> … <span>|<span> … <still>|!<notice>',
  buying:
    "<want> … <buy> … {keyword}|<want> … <buy>|<where> … {keyword}|<where> … <buy>|où … <buy>|<how much> … {keyword}|<how much> … <cost>|<ask> … <price> … {keyword}|<ask> <price>|<price> … {keyword} … quelqu'un|<should> … {keyword}|{keyword} … <should>|{keyword} ou {competitor}|{competitor} ou {keyword}|ai craqué|pour prendre … {keyword}|prendre … {keyword}|!<request> … <comment>|!je vends|!vends|!à gagner|!jeu concours|!<notice>|{keyword} … <fit>|<fit> … {keyword}",
  switching:
    '<leave> … {competitor}|<leave> … {keyword}|de {competitor} vers|de {competitor} à|de {keyword} vers {competitor}|de {keyword} à {competitor}|<alternative> … {keyword}|<alternative> … {competitor}|chez la concurrence|à la concurrence|partir chez {competitor}|je passe chez {competitor}|passer chez {competitor}|passé chez {competitor}|passée chez {competitor}|passe à {competitor}|va chez {competitor}|vais chez {competitor}|aller voir ailleurs|voir ailleurs|aller ailleurs|{competitor} à la place|fin de contrat|<gone to> {competitor}|{competitor} → {keyword}|{keyword} → {competitor}|{keyword} vers {competitor}|quitter {keyword}|<leave> {keyword} pour {competitor}|!<notice>|{keyword} … <elsewhere>|<elsewhere> … {keyword}',
  bug: "<thing> … <fail>|{keyword} … <crash>|<thing> … <works> pas|<thing> … <works> plus|<thing> … <works> aucun|<thing> … <works> rien|{keyword} … <works> plus|<can not> … <login>|<since> … <update> … <fail>|<since> … <update> … plus|<since> … <update> … <works>|<gives> … <code>|erreur … <code>|<fail> … <since> … <update>|signale … bug|reproductible|!recrute|!jeu concours|<thing> <shows> … <amiss>|{keyword} <shows> … <amiss>|<since> … <shows> … <amiss>|<fail> dès que|<fail> quand|<fail> lorsque|<fail> à chaque|dès que … <fail>|quand … <fail>|code erreur|quelqu'un sait d'où ça vient|<fail> … <system>|<system> … <fail>|{keyword} … <fail> … <system>|!<notice>|<thing> … <misdoes>",
  press:
    '<i am> … <reporter>|<write> … <piece> … {keyword}|<write> … <piece> … <comment>|<request> … <comment>|<comment> … <request>|<reporter> … <request>|<piece> … <comment>|<request> … {keyword} … <comment>|<comment> … <reporter>|<reporter> … <comment>|{keyword} … une réaction|<comment> … je boucle|je boucle|bouclage',
};
