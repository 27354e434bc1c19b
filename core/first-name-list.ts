/**
 * First names as they are given in many languages, without accents and capitals. One that is not here is only taken for a first name where
 * something else says that it stands before a family name.
 */
export const knownNames: ReadonlySet<string> = new Set(
  `
  aadhya aarav aaron abby abdullah abeer abel abena abhishek abigail abraham achieng ada adaeze adam adama adan adebayo adel adela adele
  adeline adem adewale adil aditi aditya adnan adolfo adrian adriana adrianna adrien adrienne advik adwoa afia afonso agata agathe agnes
  agnese agneta agnieszka agus agustin ahmad ahmed ahmet aida aidan aiden aigerim aileen aimee ainhoa aino ainur aisha aishwarya aisling
  aissatou aitana aitor aivars ajay akash ake akiko akira akua alaa alain alan alana alba albert alberta alberto albrecht alec alejandra
  alejandro aleksandar aleksander aleksandr aleksandra aleksei aleksi alena alessandra alessandro alessia alessio alex alexa alexander
  alexandra alexandre alexandria alexandros alexei alexia alexis alfie alfonso alfred alfredo ali aliaksandr alice alicia alina alisa alisha
  alison alissa alistair alla allan allen allie allison alma alois alok alonso alpana alva alvaro alvin alyssa ama amadou amaka amal amalia
  aman amanda amandine amani amanuel amara amaya ambre amelia amelie amina aminata amine amir amira amit amita amos amparo amy ana anabel
  anabela anais anamika anand ananya anastasia anastasija anatole anatoly anders andi andre andrea andreas andreea andrei andreja andres
  andrew andrey andrzej andy aneta angela angelica angelika angelina angelique angelito angelo angie angus ania anika anil anis anisha anita
  anja anjali ankit ankita ann anna annabel annabelle annalena annalisa anne anneke annelies anneliese annemarie annette annie annika anouk
  anselm ansgar anthony antje antoine antoinette anton antonella antoni antonia antonin antonina antonio antony antti anuj anupam anushka
  anwar anya aoife apollonia aran archana archie ariadna ariana arianna ariel arjen arjun arlene arlo armand armando armenio armin arnaud
  arne arno arnold aron artem arthur arto artur arturo arun arvid arvind arya asa asgeir ashish ashley ashok ashwin asim asmaa asta astrid
  asuka asuncion atanas athena aubrey audrey augustin augusto aurelia aurelie aurelien aurora austen ava avery avi avinash avital axel ayaan
  ayan ayesha ayse aysegul aysel ayu ayumi azadeh aziz babak babette badr bahar bakyt baldassare bambang baptiste baptistine baraka barbara
  barbora barnaby barney barry bart bartek bartosz bas bassam bastian bastien bayu beata beatrice beatriu beatriz beau becky behnam belen
  belinda ben benedetta benedict benedicte benedikt benjamin bennet bennett benny benoit berenice bernadette bernard bernardo bernd bernhard
  bernice bert bertha berthold bertrand beth bethany betsy bettina betty beverly bhavani bhavna bianca bilal bilge binta birger birgit
  birgitta bjarki bjarne bjoern bjorg bjork bjorn blake blanca blandine blazej bo bob bobby bogdan bohdan bojan bongani bonnie boris borja
  borje bouchra boyd brad bradley brady bram brandi brandon branislav branko brayden breanna brenda brendan brent bret brett brian briana
  brianna bridget brigitte britney britta brittany brodie bronwyn bruce bruna bruno bryan bryce bryony budi bukola burak burcu cadence caio
  caitlin caitlyn caleb callum calvin camden cameron camila camilla camille camilo can candace candice caoimhe capucine cara carina carl
  carla carlo carlos carlotta carly carme carmela carmelo carmen carmine carol carole carolin caroline carolyn carrie carsten casey caspar
  casper cassandra cassidy cassie cat catalina catarina caterina catherine cathleen cathrin cathy catia catriona cecile cecilia cedric
  celeste celestine celia celina celine cem cenk cerys cesar chad chaima chandler chandra chantal charlene charles charley charlie charlotta
  chaya cheikh chelsey cheryl chiamaka chiara chidi chika chikako chinedu chloe chris chrissy christa christel christelle christer
  christiaan christian christiane christianne christin christina christine christof christoph christophe christopher christos chuck
  chukwuemeka cian ciara cillian cindy ciro claire clara clarence clarisse clark claude claudette claudia claudine claudio claus clemence
  clemens clement clementine cleo clifford clint clinton clive clotilde clyde cody cole colette colin colleen colm concepcion concetta
  conchita connie connor conor conrad constance constantin constanze cora coralie corentin corey corina corinna corinne cormac cornelia
  cornelis cornelius corrado cory cosima cosimo courtney craig cristian cristiano cristina cristobal curtis cynthia cyril cyrille czeslaw
  daan dafna dagmar dagny daichi dalal dalia damian damiano damien damir damla damon dan dana dangelo dani daniel daniela daniele daniella
  danielle danijel danilo danny dante danuta daphne dara darcy daria dario darius darko darlene darrell darren darryl darya dauren dave
  david davide davit dean deandre deanna debbie deborah debra declan deepa deepak deepika deirdre delfina delia delphine demarcus demetrius
  denis denise deniz dennis denzel derek deshawn desiree desmond detlef devin devon dewi dexter dhruv diana diane didier diego dieter
  dietmar dietrich dilan dilek dima dimas dimitar dimitri dimitrios dimitris dina dinesh dino diogo dion dirk dirk-jan divya diya djamel
  dmitri dmitriy dmitry dolores dominic dominik dominika dominique don donald donatella donato donna donovan dora doreen dorian doris dorota
  dorothea dorothee dorothy dorte doug dougal douglas dragan dries duarte duncan dusan dustin duvan dwayne dwight dylan eamon eberhard ebo
  ebony ebru eckhard ed edda eddie eden edgar edina edith edmund edna edoardo edson eduard eduardo edward edwin eero eetu efrain efua egle
  egon ehsan eileen eilidh einar eirik eivind ekaterina eko elaine elea eleanor elena eleni elenora eleonora eleonore elham eli eliana elias
  elif elijah elin elina eline elio elisa elisabet elisabeth elisabetta elise eliseo eliska eliza elizabeth elke ella elle ellen ellie
  elliot elliott ellis elmer elodie eloise elsa elsie elton elvira elyse elzbieta ema eman emanuel emanuela emanuele emeka emel emely
  emerson emil emile emilia emiliano emilie emilio emily emine emma emmanuel emmanuelle emmet emre encarna endre eneko enes enguerrand
  enrica enrico enrique enzo eoghan eoin erdem erhan eric erica erich erick erik erika erin erkan erling ernest ernesto ernst erwan erwin
  eskil esme esmeralda esperanza esteban estefania estelle ester esther estrella eszter ethan etienne eudald eugen eugene eugenia eugenio
  eulalia eustaquio eva evan evangelia evangelos evelien evelina evelyn evelyne evgeni evgenia evgeny ewa ewan ewelina ezequiel ezra fabian
  fabiana fabien fabienne fabio fabiola fabrice fabrizio fadi fahad faisal fanny farah fares farhad farhan farhana farid farida faris
  farzaneh fatih fatiha fatima fatma fatou fatoumata faye federica federico felicia felicitas felicity felipe felix femi femke fenna
  ferdinand fergus fermin fernanda fernando ferran ffion fiachra filip filipe filippa filippo filomena fina finlay finley finn fiona
  fiorella fiorenza fitri flavia flavio fleur floor flora florent florentina florian floriane floris flynn folasade francesca francesco
  francine francis francisca francisco franck franco francois francoise franka frankie franz franziska fraser fred freddie frederic
  frederica frederick frederik frederike frida frieda friederike friedrich frits fritz frode fumiko funmilayo furkan gabor gabriel gabriela
  gabriele gabriella gabrielle gael gaelle gaetan gaetano ganesh gareth garrett garry garth gary gaspard gaston gaurav gauthier gavin gayle
  gediminas geir gemma gene genevieve gennaro geoff geoffrey geoffroy georg george georges georgina georgios gerald geraldine gerard gerardo
  gerda gerhard gerlinde germaine german gero gerrit gerry gertrud ghada ghislaine giacomo giada gianluca gianna gianni gideon gijs gil
  gilbert gilberto gilda gilles gillian gina ginevra gintaras giorgia giorgio giorgos giosue giovanna giovanni girish gisela giselle gisli
  gita gitte giulia giuliana giulio giuseppe giuseppina gizem gladys glenda glenn gloria goncalo gonzalo goran gordon gorka gosia gosta
  gottfried graciela graeme graham grainne greg gregoire gregor gregorio gregory greta gretchen gretel grigory gro grzegorz guadalupe gudrun
  guido guilherme guillaume guillermo gulnara gulsen gunilla gunnar gunter gunther gurpreet gus gustav gustave gustavo guy gwen gwendolyn
  gwyneth gyorgy habib hadi hadiza hadley hafsa haim hakan hakim hakon haley halla hamed hamid hamish hamza hana hanan hanna hanna-leena
  hannah hanneke hannelore hannes hannu hans hansjorg harald hardeep hari harish harley harm harold haroon harpreet harriet harrison harry
  haruka haruki haruto harvey hasan hassan hatem hayley heather heba hector hege heidi heike heiko hein heiner heinrich heinz helen helena
  helene helga helle helmut heloise hendra hendrik hendrika henk henning henri henrietta henriette henrik henrike henrique henry herbert
  heribert heriberto hermann hermine hernan herve hetty hicham hieu hilary hilda hilde hildegard hildur himanshu hina hiroko hiromi hiroshi
  hiroyuki hisham holger holly homer horst hortense hossein houda howard hristo hubert hugh hugo huguette humberto huseyin hussein iain ian
  ibrahim ibrahima ida idan idris ifeanyi ifeoma ignacio ignacy igor ihab ikenna iker ikram ilan ilana ilaria ildiko ilhan ilia iliana ilias
  ilka ilkka ilona ilse ilya ilze iman imane imke immanuel imogen imran imtiaz ina inaki inaya indah indira indra ines inese inga inge
  ingeborg ingemar ingmar ingo ingrid ingunn inigo inka inna intan ioana ioanna ioannis ion ira iratxe irena irene irina irma irmgard irving
  iryna isa isaac isabel isabela isabell isabella isabelle isadora isaiah isak ishaan ishan ishita isidora isidro iskander isla ismael
  ismail isolde issa itai itamar itzel itziar ivan ivana ivanka ivanna ivano ivar iveta ivo ivonne iwan iwona izabela izaskun jaap jace
  jacek jackie jacky jaclyn jacob jacobo jacopo jacqueline jacques jacquie jaden jaime jaimie jakob jakub jamal jamarcus james jameson jamie
  jamil jamila jan jana jandira jane janelle janet janice janina janine janis janna janne janusz jared jarek jari jarmila jarmo jaromir
  jaroslav jarrod jasmin jasmine jasna jason jasper jaume javad javier jay jayden jayesh jayne jean jeanette jeanine jeanne jeannette
  jeannie jeff jefferson jeffrey jelena jelle jemima jenna jennie jennifer jenny jens jeremiah jeremy jericho jermaine jeroen jerome jerry
  jerzy jesper jess jesse jessica jessie jesus jette jihad jill jillian jim jimena jimmy jin jiri jitka jo joachim joan joana joanna joanne
  joao joaquim joaquin jocelyn jochen jodie jody joe joel joelle joep joerg joey johan johana johann johanna johannes john johnny joko
  jolanda jolanta jolene jomar jomo jon jonah jonas jonathan jonna jonny joost jordi jorg jorge jorgen joris jorn jose josef josefa josefin
  josefina josefine josep joseph josephine josh joshua josiah josiane josie josip josue joy joyce juan juana juanita juanjo jude judi judith
  judy juha juhani jukka jules julia julian juliana juliane julianna julianne julie julien juliet juliette julio julius juma jun juraj
  jurgen juri jurij jurre justin justina justine justus justyna jutta kaarina kacper kagiso kaitlin kaitlyn kajsa kalina kamal kamau kamil
  kamila kamran kanako kara karel karen kari karim karima karin karina karine karl karla karlheinz karlijn karol karolin karolina karoline
  karsten karthik kasia kaspar kasper katalin katarina katarzyna kate katelyn katerina kath katharina katherine kathleen kathrin kathryn
  kathy katia katie katja katrin katrina katrine katy katya kaveh kavita kay kayla kaylee kayleigh kazimierz kazuki kazuko keanu keeley
  keenan kees keiko keira keisha keith kelechi kelly kelsey kelvin kemal ken kendra kenji kenneth kenny kensuke kenta kerem keren kerry
  kerstin keshawn ketut kevin khadija khaled khalid kia kian kieran kiki kiran kirill kirsi kirsten kirstie kirsty kit kitty kjell kjersti
  klaas klara klaudia klaus klemens knut koen kofi kohei konrad konstantin konstantinos kostas kourosh krishna krista kristaps kristen
  kristian kristiina kristin kristina kristine kristjan kristof kristofer kristoffer kristy krisztian krisztina krystian krystyna krzysztof
  kunal kunle kurt kwabena kwame kyle kylie kyra lachlan laetitia laila lakshmi laleh lamar lamia lamine lana lance lara larissa larry lars
  lashawn lasse laszlo latasha latoya laura laure laureen lauren laurence laurent lauri laurie laurin laurine lavinia lawrence layla lazar
  lea leah leandra leandre leandro leanne leena leif leigh leila lena leni lennart lennox lenny leo leocadia leon leona leonard leonardo
  leonhard leonid leonie leonor leonora leontine leopold lerato leroy lesley leslie lester leticia letizia lev levi lewis leyla lia liam
  liana libby lidia lidiane lidija lieke lieselotte lieve liezl liga ligia liis lila lili lilia lilian liliana liliane lilith lilli lillian
  lilly lilou lina linda lindsay lindsey line linh linnea linus lionel lisa lisandro lisbeth lise liselotte lisette liv livia livio liz liza
  lizzie ljiljana ljubica llewellyn lloyd lluis logan lois lola lora loredana loren lorena lorenz lorenza lorenzo loretta lori loris lorna
  lorraine lothar lotta lotte lottie lou louis louisa louise lourdes luan luc luca lucas lucia lucian luciana luciano lucie lucien lucienne
  lucile lucille lucinda lucio lucy ludivine ludmila ludovic ludovica ludwig luigi luis luisa luise luiz lukas lukasz luke lutz luuk luz
  lydia lydie lyle lyndon lynette lynn lynne lyubov lyudmila maaike maarten mabel macarena maciej mackenzie maddie maddison made madeleine
  madelief madeline madison mads mae maelle maelys magali magda magdalena maggie magne magnus maher mahesh mahmoud mahmud mahsa mai maia
  maik maike maira maisie maite maj maja majid makayla makoto maksim maksym malachy malcolm malgorzata malik malika malin malina mallory
  malte malwina mamadou manal manar mandy manfred manish manja manoj manon mantas manuel manuela manuele mara marc marcal marcel marcela
  marceli marcelina marcelle marcello marcelo marci marcia marcin marco marcos marcus marek maren margaret margareta margarete margarethe
  margarida margarita margaux margherita margit margo margot margret margrit marguerite maria mariah mariam mariama mariana marianna
  marianne mariano maribel marica maricel marie mariela marielle marietta marija marika marilena marilou marilyn marin marina mario marion
  maris marisa marisol marissa marit marita marites marius mariusz marjan marjolein marjorie marketa markku marko markus marla marlene
  marlies marlon marnie marsha marta marte marten martha marthe martijn martin martina martine marty marvin mary maryam marylene marzena
  masahiro masato masha massimiliano massimo mateo mateus mateusz mathias mathieu mathilda mathilde mathis matias matilda matilde matt
  matteo matthew matthias matthieu matthijs matti mattia mattias maud maureen maurice mauricio maurizio mauro max maxim maxime maximilian
  maximiliano maximo maxine maya mayra mayumi mazen mckenna mckenzie meera megan meghan mehdi mehedi mehmet mei meike mel melania melanie
  melike melina melinda melisa melissa melody melvin mercedes mercy meredith merel merja merve meryl mette mia micah micha michael michaela
  michail michal michel michela michele michelle michiel mick mickael mickey midori miguel mihai mihail mikael mikaela mike mikel mikhail
  mikkel mikko mila milan milana milena milica millicent millie milo milos mina minh minna mira miranda mirco mireia mireille mirela mirella
  mireya miriam mirian mirjam mirko miro miroslav mirthe misaki mischa mitch mitchell mitra mohamed mohammad mohammed mohan mohit mohsen
  moira moises moishe molly mona monica monika monique montse monty morag morgane moritz morten mortimer moses mostafa mounir mourad moussa
  mpho muhammad muhammed mukesh munir murad murat muriel murray murtaza musa mustafa mutsumi mwangi mykhailo mykola myra myriam myrna myrto
  nabil nabila nadav nadeem nadezhda nadia nadim nadine nadiya nadja naim naima najat najib nalini nana nanami nancy nandi nanna naoki naoko
  naomi narek nasim nasser nastasia natacha natalia natalie natalija natalya natasa natasha nate nathalie nathan nathanael nathaniel naveen
  navid nazanin neal ned neda nedim neema neha neide neil nele nell nellie nelly nelson nena nerea nermin neven nevena ngoc ngozi niall
  niamh nicholas nick nicklas nicky nico nicola nicolai nicolas nicolaus nicole nicoletta nicolo nidhi niek niels nigel nihal nii nik nika
  nikhil niki nikita nikki niklas niko nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikos nils nimisha nina nino niranjan nisha
  nitin njeri nkechi nneka noa noah noam noel noelia noelle noemi noemie nomsa noor nora norah norbert noreen noriko norma norman nour noura
  noureddine nuno nunzia nuria nursultan nusrat nyoman obinna oceane octavia octavian octavio oddvar odette odile ofelia okan oksana ola
  olaf olafur olav ole oleg oleksandr olena olga oliver olivera olivia olivier olle olumide oluwaseun omar omer omid omur ondrej onyeka
  ophelia ophelie oriana oriol orjan orlando ornella orsolya osama oscar oskar osman ostap osten oswald othmane othmar otieno otis otto
  oumar ousmane outi owen oystein oyvind ozan ozge ozgur ozlem paavo pablo paddy padma paige paivi pallavi paloma pamela panagiotis paola
  paolo parisa parth parvati pascal pascale pasquale patrice patricia patricio patrick patrik patrizia patrycja patti patty pau paul paula
  paulette paulina pauline paulo pavel pavla pawel payal pedro peggy pekka pelle penelope per per-erik percy pere pernilla pernille perrine
  pete peter petr petra petro petros petter phil philip philipp philippa philippe phillip phoebe phyllis pia piera pierluigi piero pierre
  pierrick pieter pietro pilar pim piotr pippa pirkko piyush pol polly pontus pooja prakash pranav prasad prashant praveen preeti prerna
  priscilla priscille priya priyanka przemyslaw puneet putri quentin quinn quirin quitterie rachel rachid rachida radek radha radhika radka
  radoslav radoslaw radu rafael rafaela rafal raffaele raffaella rafiq raghav ragna ragnar ragnhild ragnvald rahul raija raimund rainer raj
  raja rajat rajesh rajiv rakesh ralf ralph ram rama ramesh rami ramin ramiro ramon ramona rana randall rande randy rania ranjit raoul
  raphael raphaelle raquel rasa rasha rashid rashmi rasmus ratna raul ravi rawan ray raymond razvan rebecca rebekah rebekka redouane reem
  refugio regina reginald reiko reiner reinhard reinhold rekha remedios remi remy rena renata renate renato renaud rene renee rens renske
  reuben reza rhea rhiannon rhoda rhona rhys ria ricarda ricardo riccardo richard rick rickey ricky rikke riley rina rishabh rishi risto
  rita ritika ritu rizky roar rob robbie robert roberta roberto robin robyn rocco rocio rod rodel roderick rodney rodolfo rodrigo rogelia
  rogelio roger rohan rohini rohit roisin roland rolande rolando rolf romain roman romana romane romeo romina romy ron ronald ronan ronja
  ronnie ronny rony roos rory rosa rosalba rosalia rosalie rosalind rosamund rosanna rosario rosaura roseanne roselyn rosemarie rosie rosita
  ross rowan rowena roxana roxane roxanne roy ruben rudi rudolf rudolph rudy rufus rui rukmini rune rupert ruslan russell ruta ruth ruud
  ryan ryo ryota saad saanvi saar sabina sabine sabrina sachiko sachin sadia sadie saeed safiya sagar sahar sahil said saida sakshi sakura
  salah salem salim salima sally salma salome salvador salvatore salvatrice sam saman samantha samar sameer sami samia samir samira sampath
  samson samuel samuele samuli sana sander sandra sandrine sandro sangeeta sania sanjana sanjay sanjeev sanna sanna-mari sanne santiago
  saoirse sapna sara sarah saransh sari sasa sascha sasha saskia satish satoshi satu saul saurabh sayaka scarlett scott seamus sean
  sebastian sebastiano sebastien seema segun selena selim selina selma sepp seppo septimus serdar serena serge sergei sergej sergey sergio
  seth seunghoon severin severine seydou shabnam shaima shakib shalini shane shanice shaniqua shannon sharon shaun shauna shawn shea sheila
  shelby sheldon shelley sherif sherry sheryl shilpa shimon shinji shira shirin shirley shiv shivani shlomo shona shreya shruti shubham
  shweta siavash sibusiso siddharth sidney sidsel siegfried sienna sigrid sigridur sigurd sigurdur silas silje silke silvana silvia silvio
  silviu simao simeon simon simona simone sina sinead siobhan sipho sisel sissel sita siti siv sixten sixtine sjoerd slamet slavica slavko
  slawomir smita sneh sneha snezana socorro sofia sofie soheil solange soledad soleil solene solomiya solveig somto sondre sonia sonja sonya
  sophia sophie soraya soren soufiane souleymane spencer srdjan sri srinivas srinivasan stacey stacy stan stanislas stanislav stanislaw
  stavros stefan stefania stefanie stefano steffen steffi steinar steinunn stella sten stepan stephan stephane stephanie stephen steve
  steven stevie stewart stian stig stijn stina stuart sture subhash subramaniam sudhir suleiman sumaiya sumit sunil sunita suresh susan
  susana susann susanna susanne sushma susie suzanne suzy svein sven svenja sverre svetlana swapna swati sybille sylvain sylvester sylvia
  sylvie sytske szymon tabea tabitha tadej tadeusz taha taisia takashi takeshi takuya talia tamar tamara tamas tamer tamika tamir tammy
  tamsin tania tanja tanner tanvi tanvir tanya tapio tara taras tarek tarik tariq tarja tarmo tarun taryn tasha tasnim tatiana tatjana
  tatsuya tatyana tea ted teddy teemu tehila teija tejas temitope teo teodor teodora teodoro terence teresa terje terrence terry tess tessa
  tetiana teun tevin thabo thaddeus thais thalia thandiwe thando thanh thea theo theodor theodora theodore theresa therese thiago thibault
  thibaut thierry thies thijs thomas thora thorben thordis thorsten tiago tiana tiffany tiit tijana tijmen tijs tilda till tillmann tim timo
  timon timothee timothy timur tina tine tino tiphaine titilayo tiziana tiziano tjeerd tobias toby todd tolga tolu tom tomas tomasso tomasz
  tomek tomislav tommaso tommy tomoko tone toni tonia tonje tony topher tor torben torbjorn tordis tore torsten torunn tove tracey traci
  tracy trang travis trent tricia trina trine tristan trond troy trudy trygve tuan tucker tunde tunji tuomas turkan tuula tuva twyla txema
  ty tycho tyrone tyson uche udo ugo ulf uli ulla ulli ulrich ulrik ulrika ulrike uma umar umberto umut unai urban uros urs ursula urszula
  usha usman ute uwe vaclav vadim valentin valentina valentine valentino valeria valerie valerio valery vanessa vanja varun vasco vasile
  vasilis vassilis vasyl vaughn veerle vegard veikko venkat vera vernon veronica veronika veronique vesna vicente vicky victoire victor
  vidar vidya vihaan vijay vikas vikram viktor viktoria viktoriia vilde vilius ville vilma vimala vinay vincent vincenzo vinicius vinod
  viola violeta violette virginie vishal vitaliy vitor vittoria vittorio vivaan vivek vivian viviana vivien vivienne vlad vlada vladimir
  vladislav vojtech volha volker volodymyr vusi vyacheslav wade wael wagner wahyu waldemar wale waleed wally walter walther wambui wanda
  wanjiru warren wayan wayne wellington wenche wendy wenzel werner wes wesley whitney wiebke wieslaw wietse wiktor wilbur wilfred wilhelm
  wilhelmina willa willem willemijn william willie wilma wim winfried winnie winona winston wojciech wolf wolfgang wout wouter wyatt xabier
  xander xavi xavier ximena xiomara yaakov yadira yael yahia yahya yair yana yanick yanis yann yannick yannis yanti yara yaroslav yaroslava
  yash yashwant yasin yasmin yasmina yasmine yasser yassine yaw yehuda yelena yemi yesenia yetunde yevgeny ylva yngve yoann yoko yolanda
  yonatan yosef yoshi yoshiko yousef youssef ysabel yuka yuki yuko yulia yuliana yuliia yumi yuri yuriy yusuf yuto yvan yves yvette yvonne
  zach zachary zack zahra zainab zaira zane zanele zara zarina zbigniew zdenek zeev zehra zeinab zelda zelia zena zeynep zhanna ziad zineb
  zita zlata zoe zoey zofia zohar zoltan zora zoran zoya zsofia zsolt zuri zuzana zuzanna zygmunt ана александр александра алексей алена
  алина алиса алла анастасия анатолий андрей анна антон артем богдан борис вадим валентина валерий варвара василий вера вероника виктор
  виктория виталий владимир владислав галина георгий григорий даниил дарья денис дмитрии дмитрий евгении евгений евгения екатерина елена
  елизавета иван игорь илья инна ирина катерина катя кирилл константин ксения лариса леонид лидия любовь людмила максим марина мария марк
  михаил надежда наталия наталья наташа никита николаи николай нина оксана олександр олег олена ольга павел петр полина роман руслан саша
  светлана семен сергей сергеи софия станислав степан таня татьяна тимур ульяна федор юлия юрий яна ярослав ян миа мила маша дима миша лена
  лиза αλεξης αλεξανδρος αλεξανδρα ανδρεας αννα αντωνης βασιλης γιαννης γιωργος δημητρα δημητρης ελενη ευα ηλιας θανασης ιωαννα κατερινα
  κωστας μαρια μιχαλης νικος παναγιωτης πετρος σοφια σπυρος χρηστος محمد احمد أحمد علي عمر فاطمة مريم ليلى نور سارة يوسف خالد حسن حسين
  ابراهيم إبراهيم مصطفى محمود كريم هند رنا زينب عائشة سعيد طارق ياسر منى دينا هدى آمنة رامي سامي نادية سلمى ياسمين مروان جميلة נועה דוד יעל
  תמר מיכל שרה רחל יוסי משה אברהם יעקב דניאל איתי עומר שירה מאיה רונית אורי גיא ליאור דנה אלון अनिका प्रिया राहुल अमित नेहा पूजा रवि सुनीता
  विजय अर्जुन मोहन गीता सीता कविता राज अंजलि दीपक संजय สมชาย สมหญิง สมศักดิ์ อรุณ นารี มาลี วิชัย ประยุทธ์ สุดา անի արամ նարե տիգրան մարիամ
  դավիթ լիլիթ հայկ ნინო გიორგი დავით ანა მარიამ თამარ ლუკა ნიკა
  `
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/\s+/)
    .filter(Boolean),
);
