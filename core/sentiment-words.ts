/**
 * What we know of words better than the lexicon does: how people speak of brands, orders and support. Lists are `word or phrase|…` in lower
 * case; one that ends in * is a beginning. Whoever wants to change what counts changes it here.
 */

/** From −4 to 4; 0: not felt. A phrase counts once, whatever its words mean alone. */
export const ownWords: readonly (readonly [weight: number, words: string])[] = [
  [
    0,
    // Said, not felt.
    'good morning|good afternoon|good evening|good day|good night|happy birthday|happy new year|happy holidays|merry christmas|happy easter|happy monday|happy tuesday|happy wednesday|happy thursday|happy friday|happy saturday|happy sunday|happy weekend|have a great day|have a good day|have a nice day|have a great weekend|have a good weekend|have a nice weekend|have a good one|have a great one|hope you are well|hope all is well|best regards|cool down|dumb down|easy to|god bless|joke aside|kind of|lags behind|save as|sorry to|thank goodness|trouble ahead',
  ],
  [
    -4,
    'thanks for nothing|thank you for nothing|no thanks to|worst|worst ever|never again|never fly|never buy|never use|never order|avoid at all costs|stay away|scam|scammed|scammers|rip off|ripoff|ripped off|piece of shit|piece of crap|pos|fuck you|fuck off|screw you|disgusting|disgusted|disgraceful|disgrace|appalling|unacceptable|worst customer|complete joke|absolute joke|what a joke|sucks|suck|sucked|sux|shitty|garbage|trash|pathetic|horrible|terrible|awful|horrendous|atrocious|abysmal|despicable|nightmare|worse and worse|fucking|wtf|is a joke|are a joke|was a joke|such a joke|joke of a|go to hell|thieves|crooks|liars|lied to|bullshit|bs',
  ],
  [
    -3,
    "the last time i|last time i ever|last time we ever|last time i fly|last time i buy|last time i order|business elsewhere|lost me as a|never flying|never buying|never ordering|never using|never going back|never coming back|too much to ask|anything but|expected better|deserve better|deserved better|deserves better|hate|hates|hated|hating|useless|ridiculous|ridiculously|absurd|insane wait|rude|incompetent|incompetence|unprofessional|unreliable|unusable|unhelpful|frustrating|frustrated|frustration|furious|infuriating|outrageous|outrage|dreadful|lousy|crap|crappy|sick of|tired of|fed up|had enough|disappointed|disappointing|disappoints|disappointment|disappoint|let down|letdown|waste of|total waste|broken promise|broken promises|stranded|overcharged|double charged|charged twice|charged me|charged us|misleading|beware|regret|regretting|fail|fails|failed|failing|epic fail|failure|ruined|ruin|ruining|ruins|screwed|screwed up|messed up|screwing|shame|shame on|shameful|not happy|not impressed|not acceptable|not cool|not ok|not okay|not good enough|not worth|not amused|not pleased|no excuse|poor service|bad service|poor customer|bad customer|lost my business|lost a customer|lose my business|losing customers|lost my bag|lost my bags|lost our|lost luggage|lost bag|lost bags|lost baggage|stole my|stole our|does not work|doesn't work|doesnt work|don't work|dont work|didn't work|didnt work|not working|isn't working|isnt working|aren't working|stopped working|quit working|won't work|wont work|never works|nothing works|keeps crashing|won't load|wont load|won't open|won't start|hung up on|hang up on|hung up|no customer service|lack of|cannot believe how|treats customers|treat customers|treat people|taken hostage|buggy|bug ridden|laggy|dropped the ball|get your act together|get it together|get your shit together|do better|worse than|the worse|went downhill|going downhill|gone downhill|piss poor|pissed|pissed off|pissing me off|annoying|annoyed|annoys|ffs|smh|facepalm|stfu|idiot|idiots|idiotic|stupid|moron|morons|dumb|lame|sad excuse|cancelled my|canceled my|shut up|dishonest|sneaky|greedy|hidden fees|hidden fee|money back|pain in the|nickel and dime|nickel and diming|gouging|price gouging|unsafe|uninstalled|uninstalling|deleting my account|deleted my account|closing my account|cancelling my|canceling my|left hanging|screw up|wrong order|wrong size|makes no sense|make no sense|good luck getting|good luck with that|zero stars|one star|1 star|0 stars|never responded|never replied|never answered|never arrived|never came|never received|never got|no response|no reply|no answer|no one answers|nobody answers|no explanation|no apology|no communication|no help",
  ],
  [
    -2,
    "done with|find another|find a new|looking elsewhere|expected more|expect better|should be better|how is it possible|why do i have to|why do we have to|how hard can|would it kill|no sign of|keeps saying|keep saying|kept saying|keeps getting|still sitting|been sitting|been standing|standing in line|a supervisor|not what i paid|not what we paid|how much longer|last time i use|soggy|stale|rotten|smelly|stinks|stink|leaking|leaks|noisy|lukewarm|undercooked|moldy|worn out|scratched|dented|torn|defective|faulty|malfunction|malfunctions|malfunctioning|bricked|overheats|overheating|lagging|stutters|popups|pop-ups|bloatware|bloated|paywall|downgrade|downgraded|nerfed|wasted|wasting|pointless|wtf is|half-baked|half baked|a mess|unplayable|unreadable|untrustworthy|disrespectful|inexcusable|insulting|insult|embarrassing|embarrassment|ripped|cheated|cheat|cheap quality|junk|rubbish|bollocks|shambles|farce|fiasco|debacle|disaster|disasters|disastrous|catastrophe|died|is dead|was dead|went dead|dead on arrival|non existent|non-existent|nonexistent|nowhere to be|wish i had|wish i hadn't|how you treat|this is how you|complaint|complaints|cancelled our|canceled our|cancels|bad|badly|problem with|problems with|issue with|issues with|trouble with|having trouble|having issues|having problems|error|errors|glitch|glitches|glitchy|glitching|bug|bugs|crash|crashed|crashes|crashing|freezes|freezing|froze|frozen|broke|broken|breaks|breaking down|slow|slower|slowest|sluggish|outage|outages|is down|are down|went down|goes down|down again|delay|delays|delayed|delaying|cancelled|canceled|cancellation|cancellations|cancelled flight|canceled flight|cancelled flightled|late|hours late|overdue|missed|missing|miss my|missed my|missed our|lost|losing|stuck|waiting for|been waiting|still waiting|keep waiting|kept waiting|waited|on hold|hold for|long wait|wait time|wait times|long line|long lines|unable to|not able to|can't get|cant get|cannot get|couldn't get|can't log|cant log|cannot log|can't access|cannot access|can't use|can't even|cant even|cannot even|couldn't even|didn't even|won't even|don't even|wouldn't even|can't find|cannot find|can't connect|can't reach|can't open|can't download|won't let|wont let|doesn't let|doesn't even|refuse to|refuses to|refused|refusing|refuse|refund|refunds|reimburse|reimbursement|compensation|compensate|complain|complaining|damaged|damage|dirty|filthy|uncomfortable|cramped|expensive|overpriced|too much for|mess|messy|messing|wrong|incorrect|inaccurate|mistake|mistakes|mishandled|confusing|confused|inconvenience|inconvenient|inconveniences|hassle|headache|unfair|unfortunate|unfortunately|upset|upsetting|unhappy|sad|sadly|poor|poorly|worse|meh|boring|bored|ugly|nonsense|clueless|careless|ignored|ignoring|ignores|disconnect|disconnected|disconnects|spam|spammy|spamming|dislike|disliked|blame|fault|fix this|fix your|fix it|fix the|please fix|needs to fix|need to fix|get rid of|leaving for|moving to another|going elsewhere|no longer|give up|gave up|giving up|forced to|forever|taking forever|takes forever|for hours|for days|for weeks|for months|hours on|all day|too long|too slow|too expensive|too many|not good|not great|not helpful|not nice|not fair|not right|not a fan|not sure why|don't like|dont like|didn't like|doesn't care|don't care|dont care|doesn't help|didn't help|no idea why|no clue|no one|nobody|no way to|why can't|why cant|why won't|why wont|why don't|why dont|why doesn't|why isn't|why aren't|why the hell|how hard is|how difficult is|how can you|how could you|how do you expect|what happened to|what's the point|whats the point|what the hell|what is wrong with|what's wrong with|seriously|really?|come on|get a grip|wake up|excuse|excuses|apology|apologize|apologise|apologies|annoyance|hurts|hurt|sucky|yikes|grr|grrr|argh|arg|aargh|ugh|ughh|bleh|boo|wth|omfg|misery|miserable|painful|pain|horror|crime against|steal my|overbooked|oversold|misinformed|misled|misplaced|denied boarding|stalled|kicked off|kicked out|bumped|unresponsive|understaffed|outdated|obsolete|laughable|underwhelming|underwhelmed|overrated|overhyped|gimmick|shit|weak|fake|stolen|harsh|monopolist|creepy|evil|invasive|intrusive|vulnerable to",
  ],
  [
    -1,
    "why is my|why are my|why was my|why did my|why did you|how come|since when|at least pretend|do less|sitting in|sitting at|was told|were told|been told|to be told|told me|told us|trying to|tried to|been trying|where is my|where's my|wheres my|where is our|when will i|when will my|when will you|second time|third time|2nd time|3rd time|fourth time|yet again|once again|should have|should've|could have|get your|learn to|you need to|you should|need to get|not even|only to|turned away|left me|left us|made us|making me|sitting here|sat on|sitting on|half an hour|busy signal|voicemail|automated|canned response|answer my|answer your|answer the phone|respond to|reply to my|get through to|speak to someone|talk to someone|talk to a|actual person|real person|human being|no wifi|no power|no food|no water|not getting|not receiving|not received|not responding|not letting|out of order|out of stock|sold out|problem|problems|issue|issues|trouble|complicated|difficult|difficulty|impossible|wait|waiting|hold|still no|still not|still haven't|still hasn't|still can't|still waiting on|still nothing|nothing|never|really|another hour|i'm out|im out|raises prices|raised prices|raising prices|price hike|price increase|used to be|joke|lines|however|yet another|again|disappears|disappeared|forgotten|unanswered|lose|loses|sorry|quit|quitting|battery life|hmm|oh well|so much for|supposed to|claims|sigh|sooo|dead battery|scared|afraid|worried|concerned|too bad|sketchy|weirdly|weird|shady|fear|hack|hacked|doubt|excuse me|instead of|rather than|fuck|fucked|damn you",
  ],
  [
    1,
    "fast|faster|quick|quickly|smooth|smoothly|easy|easily|simple|useful|works|work well|working now|working again|fine now|fixed|solved|resolved|interesting|neat|better now|better than|like it|liked it|i like|likes it|like the new|like this|funny|pleased to|lol|haha|hahaha|lmao|hope to see|hope you|good luck|congrats to|wow|fan of|a fan|improved|improving|improvement|improvements|reliable|comfortable|comfy|affordable|upgraded|upgrade|on time|early|welcome|clean|super easy|fun|nice to|friendly|smart|cute|sweet|sexy|slick|sleek|solid|stable|responsive|cheers|appreciate it if|would love to|i'd love to|love to see",
  ],
  [
    2,
    "out of her way|out of his way|out of their way|out of your way|took care of|taken care of|take good care|made it right|made things right|saved the day|came through for|true pro|true pros|real pro|real pros|hooked me up|won me over|wins me over|heaven|yess|yass|yesss|joy to|a joy|thanks|thank you|thankyou|thank u|thx|tnx|ty|thnx|tks|gracias|good|nice|cool|glad|happy|pleased|satisfied|enjoy|enjoyed|enjoying|enjoys|helpful|very helpful|convenient|handy|recommended|impressed|impressive|excited|exciting|excellent value|worth it|well worth|worth every|worth the|good job|good work|good service|good stuff|nice work|nice job|nice touch|well done|well played|way to go|no problem|no problems|no issues|no complaints|not bad|can't wait|cant wait|cannot wait|looking forward|look forward|appreciate|appreciated|appreciates|much appreciated|grateful|gratitude|kudos|props|props to|hats off|shout out|shoutout|shout out to|big up|yay|woot|woohoo|hooray|hurray|yum|yummy|dope|lit|epic|rad|sick new|boss|bless|blessed|proud|recommend|i recommend|highly recommend|stoked|pumped|psyched|thrilled|delighted|better than ever|beats|much better|so much better|way better|far better|saved my|saved me|life saver|lifesaver|game changer|gamechanger|made my day|make my day|makes my day|feel good|keep it up|keep up the|you rock|rocks|rock|rocked|works great|works well|works perfectly|works like a charm|runs smoothly|runs great|big fan|huge fan|true fan|fanboy|courteous|professional|polite|generous|kindness|lovely|pleasant|smiling|smile|smiles|relief|congrats|congratulations|winning team|favourite|favorite|fave|fav|impresses|brilliantly|happy with|happy to|job well done|on point|spot on|top notch|first class service|five stars|5 stars|10/10|two thumbs up|thumbs up|hero|heroes|genius|magic|magical|nailed it|killing it|crushing it|killed it|class act|caring|attentive|accommodating|accomodating|welcoming|warm welcome|quick response|fast response|prompt|promptly|speedy",
  ],
  [
    3,
    "love|loved|loves|loving|luv|love it|love this|love the|in love|great|best|the best|best ever|awesome|awesomeness|amazing|amazed|amazingly|fantastic|wonderful|excellent|brilliant|outstanding|superb|perfect|perfectly|flawless|flawlessly|incredible|incredibly good|terrific|phenomenal|stellar|exceptional|beautiful|gorgeous|stunning|delicious|fabulous|thank you so much|thanks so much|thank you very much|thanks a lot|thanks a bunch|thanks a million|many thanks|great job|great work|great service|great customer|amazing service|excellent service|best customer|best service|exceeded my|exceeded expectations|above and beyond|couldn't be happier|could not be happier|cannot recommend enough|can't recommend enough|blown away|mind blown|mindblowing|you guys rock|you guys are great|you guys are awesome|you guys are amazing|so happy|so excited|so glad|super happy|very happy|never disappoints|never disappoint|never fails|never let me down|bravo|marvelous|marvellous|fan for life|customer for life|loyal customer|obsessed with|addicted to|dream come true|badass|bad ass|kick ass|kickass|kicks ass|the bomb|da bomb|the shit|the bees knees|rockstar|rock star|rockstars|rock stars",
  ],
];

/** They turn the next few words round. */
export const negators: ReadonlySet<string> = new Set(
  'not|no|never|cannot|cant|dont|doesnt|didnt|wont|wouldnt|isnt|arent|wasnt|werent|aint|hardly|barely|without|nothing|nobody|neither|nor|none|zero|nowhere|lacks|lacking|rarely|seldom|stop|stopped'.split(
    '|',
  ),
);

/** A denied verb is a complaint more often than not, except in what people say out of habit. */
export const harmlessNegations: readonly string[] =
  "not sure|don't know|dont know|didn't know|don't worry|dont worry|don't mind|don't think|don't forget|dont forget|don't need|don't have to|not only|not just|no worries|no problem|no problems|no issues|no doubt|no matter|not yet|can't wait|cant wait|cannot wait|can't believe|why not|or not|not bad|don't miss|dont miss|no thanks|no more than|never mind|nevermind|no need|no prob|no complaints|wouldn't mind|doesn't matter|can't stop|can't complain|can't go wrong|can't say enough|couldn't be more|could not be more|can't get enough|never fails|never disappoints".split(
    '|',
  );

/** Not to have them is praise: "never a problem", "without any hassle". */
export const troubles: ReadonlySet<string> = new Set(
  'problem|problems|issue|issues|complaint|complaints|complain|trouble|troubles|hassle|hassles|drama|fuss|delay|delays|queue|queues|wait|waiting|hiccup|hiccups|glitch|glitches|bug|bugs|crash|crashes|headache|headaches|stress|worries|downside|downsides|regrets|flaw|flaws|nonsense'.split(
    '|',
  ),
);

/** How much stronger the next word becomes. */
export const intensifiers: ReadonlyMap<string, number> = new Map([
  ...'very|really|so|extremely|absolutely|totally|completely|incredibly|super|insanely|truly|utterly|such|such a|too|freaking|fricking|friggin|fucking|damn|bloody|hella|crazy|seriously|most|completely|entirely|beyond|mega|ultra|way|much|soo|sooo|soooo'
    .split('|')
    .map((word) => [word, 1.35] as const),
  ...'slightly|somewhat|kinda|kind|sort|sorta|fairly|bit|little|rather|quite|almost|partly|mildly|pretty|less|mostly|relatively'
    .split('|')
    .map((word) => [word, 0.65] as const),
]);

/** What is only wished for or thought of is not felt yet. */
export const supposers: ReadonlySet<string> = new Set(
  'if|hope|hoping|wish|would|could|should|might|maybe|may|whether|unless|expected|supposed'.split('|'),
);

/** What counts comes after. */
export const turns: ReadonlySet<string> = new Set('but|however|although|though|except|unfortunately|yet|sadly'.split('|'));

export const smileys: ReadonlyMap<string, number> = new Map([
  ...[...'😀😃😄😁😊🙂😍🥰😘😋😎🤩🥳😇🤗👍👏🙌💪🙏💯🎉🎊✨🔥❤🧡💛💚💙💜🖤💕💖💗♥☺🏆⭐🌟😂🤣😆😻🫶👌💃🕺😌'].map(
    (smiley) => [smiley, 2] as const,
  ),
  ...[...'😠😡🤬😤👎💩🤮🤢😒🙄😞😩😫😣😖😭😢😔😕🙁☹😑😾💔🖕🤦🤡😪😓😰😱😨🥱😐'].map((smiley) => [smiley, -2] as const),
  ...[':)', ':-)', ':]', '=)', ':D', ':-D', '=D', 'XD', 'xD', ';)', ';-)', ':P', ':p', '<3', '^^', '^_^', '8)', ':*', ':3', '8D'].map(
    (smiley) => [smiley, 1.5] as const,
  ),
  ...[':(', ':-(', ':[', '=(', ":'(", ':/', ':-/', ':\\', ':|', ':-|', '=/', '</3', '-_-', '-__-', 'D:'].map(
    (smiley) => [smiley, -1.8] as const,
  ),
]);
