/** Words that tell a person's name from all else that people show as one. Without accents, dots and capitals. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const titles = list(`
  mr mrs ms mx miss mister missus dr dra drs prof professor profa sir dame lady lord rev reverend fr father sister brother pastor rabbi imam
  herr frau hr fru dipl ing dipl-ing mag mme mlle mgr maitre sr sra srta don dona dom eng engr arch adv atty hon judge capt captain
  maj major col colonel lt sgt gen cpl cmdr coach chef sig sigra dott dottssa ir drh haji ustad sheikh shri smt kumari phd md
  доктор проф профессор г-н г-жа`);

export const nameSuffixes = list(`
  jr sr ii iii iv phd dphil md mba ma ba bsc msc ms bs mph mpa jd llm llb llm esq cpa cfa cfp pmp pe rn np pa dds dmd dvm edd psyd od
  pharmd facs frcs fcca aca aia ra cissp cisa csm cspo shrm shrm-cp phr sphr ret usn usmc obe mbe cbe kbe mp qc kc frs dipl-ing ing eng
  meng beng mfa mdes med bed pgce lcsw lmft lpc bcba crna aprn mds mbbs mrcp mrcgp ccie pgmp aicp leed ap he him her they she`);

/** Small words between names. A name that begins with one is a family name. */
export const particles = list(
  'van von der den de del della di da dos das du la le el al bin ibn bint abu ben ter ten zu zur zum af av och und et y e i st saint san santa',
);

/** Where one of these stands, it is a firm, a paper, a team, a project or a bot. */
export const companyWords = list(`
  inc incorporated llc llp ltd limited gmbh ag kg ohg ug sa sarl sas srl spa bv nv ab oy as aps kft sro plc corp corporation co company
  companies cie pty holding holdings group groupe gruppe team teams squad crew staff support help helpdesk service services customer customers
  care official officiel oficial offiziell account news newsroom nachrichten noticias daily weekly monthly times post herald tribune gazette
  journal magazine mag review reviews report reports press media network networks radio tv channel podcast show studio studios lab labs
  laboratory app apps software systems system solutions technologies technology tech digital cloud data ai security cyber dev devs developers
  developer engineering engineers hq global international worldwide online web website dot com io shop store stores boutique market markets
  marketing marketplace outlet deals sale sales agency agencies agentur consulting consultants consultancy advisory partners ventures capital
  investments finance financial bank insurance realty estate properties property homes home design designs creative creations productions films
  pictures entertainment records music band orchestra choir games gaming game esports sports fc sc football club clubs society association
  foundation fund institute institut university universitat college school academy academie campus church ministry ministries community
  collective collectif coop cooperative union council committee department dept office bureau authority agency government gov city county museum
  gallery library archive archives project projects initiative movement alliance coalition forum events event conference forge works works leap nine collective ventures guild syndicate republic empire nation tribe crew gang squad brothers sisters sons daughters bros conf festival summit
  meetup hotel hotels resort restaurant cafe coffee bar bakery kitchen pizza grill brewery winery farm farms garden gardens clinic hospital
  health healthcare medical dental pharmacy fitness gym yoga wellness beauty salon spa fashion jewelry travel tours airlines airways railways
  transport logistics motors auto cars garage energy power electric solar industries manufacturing products supply supplies works construction
  builders architects architecture law legal attorneys lawyers recruiting recruitment careers jobs hiring bot robot automod automoderator mod
  mods moderator moderators admin admins administrator webmaster info contact hello anonymous anon deleted user users guest unknown nobody
  someone somebody everyone member members fans fan memes meme quotes facts tips tricks hacks life lovers lover world world's planet nation
  kanzlei rechtsanwalte rechtsanwalt notare steuerberater praxis stadt gemeinde rathaus polizei feuerwehr redaktion kundenservice kundendienst verein verband stiftung universite universidad universita hochschule schule verlag zeitung bundesamt
  editions librairie boulangerie tienda servicio atencion equipo equipe soporte empresa grupo fundacion asociacion
  команда поддержка новости магазин студия служба компания редакция группа клуб официальный فريق الدعم شركة أخبار צוות תמיכה חדשות ομαδα`);

/** Words of a sentence: where one stands, it is a motto or a title ("Notes from Anna"), whatever comes before it. */
export const sentenceWords = list(`
  the a an this that these those my your our his her its is are was be been am and or but not no yes only just still always never very really
  so too more most less all any some every who what when where why how with without for from about into on in at by as if to of
  der das die ein eine und oder nicht mit ist les une des est et avec il gli lo una con und y los las para por com`);

/** Words people show instead of a name. No name begins with one. */
export const notNames = list(`
  we i you he she they me us both either dear hi hey hello thanks thank sorry please good bad best better great big little old new young happy
  sad angry crazy lazy sleepy hungry tired lost random real true fake dark light red blue green black white pink purple golden silver orange
  yellow grey gray mad wild free super mega ultra hyper pro ex ceo cto cfo coo cmo vp evp svp head chief director manager lead leader founder
  cofounder co-founder owner chairman chair partner associate assistant intern student teacher doctor nurse engineer programmer coder hacker
  designer artist writer author editor journalist blogger streamer gamer photographer musician singer producer dj mama mom mum dad papa mommy
  daddy mother grandma grandpa wife husband boy girl man woman guy dude bro sis queen princess baby kid devil demon ghost ninja pirate wizard
  witch dragon cat dog bear tiger eagle hawk panda bunny kitty bird fish snake unicorn moon sun ocean sea mountain forest fire ice storm
  thunder rain snow night day morning midnight shadow music peace dream heart soul mind spirit god allah project open source code web north
  south east west northern southern eastern western united american british german french european canadian australian indian national royal
  central first second third last next one two three nine ten zero double triple half
  microsoft google apple amazon facebook meta twitter github gitlab mozilla netflix tesla nintendo sony samsung intel nvidia oracle adobe reddit
  pixel quantum cyber neural crypto bitcoin ether block chain rocket space star stellar solar lunar cosmic galaxy orbit nova nebula atlas apex
  alpha beta gamma delta omega sigma prime core base hub spark bolt flash swift rapid smart bright clear pure fresh simple easy fast quick slow
  deep high low top true north hidden secret silent quiet loud brave bold noble royal crown castle tower bridge harbor harbour anchor lighthouse
  compass summit peak valley meadow prairie stone rock iron steel copper bronze diamond crystal glass paper ink pen pencil brush canvas frame
  wood oak pine maple cedar birch willow leaf root seed bloom flower garden apple lemon mango berry cherry honey sugar salt pepper spice tea
  coffee bread butter cheese bacon pizza taco burger noodle rice soup egg beer wine whiskey open daily weekly modern vintage classic urban rural
  local global digital virtual remote mobile social creative indie retro neon electric turbo nitro hot cold warm cool frozen broken burning
  flying running walking dancing singing laughing coding building making learning thinking living eating cooking reading writing gaming
  rust python java javascript typescript kotlin linux unix windows android ios docker kubernetes react angular vue node
  monday tuesday wednesday thursday friday saturday sunday january february march july august september october november december today
  london paris berlin tokyo york chicago boston seattle austin houston dallas miami toronto sydney melbourne dublin madrid rome vienna
  zurich amsterdam brussels oslo stockholm copenhagen helsinki warsaw prague munich hamburg france germany spain italy england scotland ireland
  wales europe america canada australia india china japan korea brazil mexico africa asia world earth
  sales marketing support team office reception billing security privacy press
  mein meine mon ma mes mi mis meu minha tu su il el los las les der die das le la un una
  king prince duke earl president gospodin gospodja senor senora senorita monsieur madame signor signora gebruder familie famille familia bucher cafe societe ecole credit metro theatre uber fur
  schone grune grosste junge mude bose susse sao informacion atencion tres equipe suddeutsche deutsche osterreichische schweizer
  анонім аноним никто новости`);

/** Words that are names as well: only with a family name after them. */
export const rareNames = list(`
  luna poppy raven robin holly carol ginger basil reed clay cliff dale heath glen max sage jordan eden crystal iris melody mercy buck penny
  star stella aurora flora fleur leo dean drake duncan miles royce blaze ace jet storm
  hope faith grace joy star sky river summer autumn winter spring angel jesus rose lily daisy violet ruby pearl amber jade
  ivy hazel olive may june april dawn eve christian art bill bob drew will mark rich frank grant chase hunter mason cooper carter parker taylor
  tyler miles rusty sunny sandy stormy wolf lion fox jack nick pat sue phoenix austin paris london sydney dallas chelsea brooklyn
  florence victoria charlotte sofia georgia virginia carolina dakota savannah india asia china israel jordan kenya`);

/** Family names that are often written first, in the order of the language they come from: whether it was turned round nobody can see. */
export const familyNamesFirst = list(`
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he
  lin gao luo zheng liang xie tang xu deng feng han cao zeng peng xiao cai pan tian dong yuan yu wei jiang shen kim lee park choi jung kang cho
  yoon jang lim shin seo kwon hwang ahn song hong sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato nagy kovacs szabo
  toth horvath chan wong cheung lau ng leung tan ong goh teo`);

/** Words that are hardly anyone's family name: with one of these behind it, a first word is a word as well ("Rose Gold", "April Fools"). */
export const plainWords = list(`
  gold garden gardens chain chains gems gem alert alerts emperor scanner period periods division down up reply replies payments payment text
  texts applications application gatherer jar jars tires tire center centre house opera metro station secret secrets sale sales cleaning fools
  fool day's answer answers them us you me him her it side nail nails beach beaches weather advice pots pot hanger volume stocks stock coin coins
  calm love laugh life lives code codes coder sleep eat repeat america british brexit blue matter matters great again trees tree first last
  goals goal palace clear glass ball balls court courts league cup united city town village county state states nation country island islands
  mountain mountains lake ocean sea coast bay harbour harbor port bridge road street avenue boulevard square tower towers theatre theater cinema
  hall halls club clubs bar pub grill diner kitchen bakery market shop store mall zoo museum school college university academy class
  classes course courses lesson lessons season reason person prison poison comparison chosen iceberg whisky supernova casanova station stations
  machine machines engine engines motor motors bike bikes truck trucks train trains plane planes rocket rockets ship ships boat boats
  phone phones screen screens radio video videos photo photos camera cameras picture pictures music song songs sound sounds beat beats band
  bands dance dancer dancers movie movies film films book books worm story stories tale tales news paper papers letter letters word words quote
  quotes poem poems blog blogs post posts page pages site sites link links feed feeds thread threads tips trick tricks hack hacks idea ideas
  thought thoughts mind minds dream dreams wish wishes magic power energy light lights fire fires flame flames ice snow rain storm wind winds
  thunder lightning cloud clouds sky skies space stars planet planets moon sun sunset sunrise hour hours minute minutes second seconds week weeks
  month months year years morning evening night nights time times clock summer winter spring autumn christmas easter halloween party parties
  wedding birthday holiday holidays vacation travel travels trip trips tour tours flight flights hotel hotels food foods recipe recipes cake cakes
  cookie cookies candy chocolate sugar honey milk cream cheese bread pie pies soup salad sauce pasta pizza burger burgers taco tacos coffee tea
  beer beers wine wines juice water waters oil oils gas sand stones gemstone silver iron steel metal plastic paper wool cotton silk leather shoes
  boots dress dresses jeans shirts hats bags jewelry makeup hair skin nails beauty health doctor doctors nurse nurses dentist clinic medicine
  yoga gym fitness sport sports football soccer baseball basketball hockey tennis golf chess poker game games gamer gamers player players team
  teams fan fans kid kids child children baby babies boy boys girl girls guy guys man men woman women lady ladies mom moms mum dad dads parent
  parents family families friend friends lover lovers addict addicts hunter hunters fighter fighters maker makers builder builders writer writers
  artist artists designer designers developer developers engineer engineers founder founders investor investors manager managers director
  directors recruiter recruiters teacher teachers student students worker workers officer officers soldier soldiers agent agents expert experts
  guru gurus ninja ninjas wizard wizards king's queen's kingdom empire army navy force forces police crime crimes law laws court justice peace
  war wars freedom truth faith church temple god gods angel angels devil devils demon demons ghost ghosts dragon dragons monster monsters zombie
  zombies robot robots alien aliens cat cats dog dogs puppy kitten horse horses cow cows pig pigs bird birds fish bear bears lion lions tiger
  tigers wolf wolves snake snakes panthers cowboys nets eagles hawks bulls giants rangers strap straps bank banks money cash credit card cards
  loan loans tax taxes trade trader trading market crypto token tokens wallet data cloud server servers app apps software hardware network
  networks web website online digital tech lang language languages css html script scripts robotics science sciences research lab labs
  health care service services support help desk system systems solution solutions group groups holdings partner partners agency media studio
  studios design designs creative collective project projects lounge vibes vibe mood moods artois drama queen texas
  florida california ohio oregon nevada alaska hawaii`);
