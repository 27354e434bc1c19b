/**
 * Posts about brands that do not exist, by what they do; written with no eye on the rules, to tell whether these hold. What a post does
 * beside the heading it stands under is named behind the bar: to find that is neither right nor wrong.
 */
import type { IntentKind } from '../../../core/model.ts';

const written: Readonly<Record<IntentKind | 'none', string>> = {
  question: `
Does Acme work offline?
@acme what are your opening hours on Sunday?
Can I connect two Acme accounts to one calendar?
How do I turn off the weekly mail from Acme
Anyone know whether Acme runs on Linux
Is there a way to print labels straight from Acme?
What's the difference between Acme Basic and Acme Team?|buying
Which file formats does the Acme importer take?
Has anybody here used Acme with a screen reader?
quick question about Acme: where do the backups go
Does anyone have experience with Acme in a small clinic
Where can I see the invoices of last year in Acme?
wondering if acme has an API
Could somebody explain how seats are counted in Acme?|buying
When will the Acme desktop version come to Windows?
Who do I write to about a lost password at Acme?
is it possible to share one board with a guest in Acme?
Why is the export button grey in Acme 5?|bug complaint
Do you have a student rate @acme?|buying
Any tips for a newcomer to Acme?
Where do I change my delivery address at Acme?
Can two people share an Acme login
Does the Acme pump come with a hose?
@acme is the shop in Leith open on Easter Monday?
How long does the Acme battery last
`,
  complaint: `
Acme support has not answered me in nine days
Third time this month that Acme loses my parcel
I am so disappointed with Acme, the chair wobbles and nobody cares
Acme just raised the price again without telling anyone. Greedy.
What a rude man at the Acme counter today
Two hours on hold with Acme and then they hung up
Still no refund from Acme after six weeks
Acme delivered the wrong size twice now
The new Acme layout is ugly and slow
Nobody at Acme reads the mails they get
Never ordering from Acme again
@acme your driver threw my parcel over the fence
Acme charged me twice and refuses to pay it back
The Acme newsletter keeps coming although I unsubscribed four times
Worst hotel breakfast ever, thanks Acme
My Acme kettle broke after three weeks
it is a shame how Acme treats its oldest customers
Acme promised delivery on Monday, today is Friday and there is nothing
Paid for next day delivery, got it a week later. Not impressed, Acme
The food at Acme was cold and overpriced
Four emails to Acme and not a single reply
Acme sent me someone else's order
The Acme sofa arrived with a hole in it
Acme keeps changing its prices, fed up with it
Awful experience at Acme today, left without my order
Waited in all day for Acme and no one came
`,
  praise: `
Acme support is fantastic, they answered within minutes
I love my new Acme lamp
Big thanks to Acme for the quick replacement
Acme is hands down the best invoice tool there is
Really impressed with the Acme keyboard
Acme saved my weekend, thank you!
The team at Acme is so friendly
My kids are crazy about the Acme trains, great quality
Kudos to Acme, the new release is so much faster
Ten out of ten for the Acme workshop yesterday
Couldn't be happier with my Acme bike
Well done @acme, the map is beautiful
Acme makes my Mondays easier
Highly recommend Acme to any small shop
the acme coffee is delicious
Acme never lets me down
So glad I found Acme
Great service at Acme in Leith today
Acme keeps getting better
shoutout to acme for the free upgrade
Acme is a joy to use
What lovely people at the Acme desk
The Acme blender is worth every penny
Best decision this year: buying an Acme heater
Acme got back to me in an hour, brilliant
`,
  buying: `
I'm thinking about getting Acme for our office, is it any good?|question
How much does Acme cost for a team of five?|question
Is Acme worth it for a freelancer?|question
Looking for a simple invoice tool, is Acme a good choice?|question
We are about to order twenty Acme chairs, do you give a discount?|question
Where can I buy the Acme lamp in Norway?|question
Need a new CRM by January, shortlist is Acme and Initech|switching
Anyone have an Acme promo code?|question
Ready to pull the trigger on the Acme bike
Can I get a quote for fifty seats of Acme?|question
Our nonprofit has budget for a helpdesk this year, who should we look at?|question
Planning to buy an Acme oven next month
Does Acme have a free trial?|question
What does the Acme pro plan cost per month?|question
In the market for a standing desk, Acme looks nice|praise
My next laptop will be an Acme
Which Acme should I get for a beginner?|question
Can anyone recommend a good dentist near Leith|question
Just pre-ordered the Acme watch!
Shopping for a family tent this week, thoughts on Acme?|question
What's the price of the Acme starter kit?|question
I want to order an Acme tent for the summer
Is the Acme coffee maker worth the money|question
Any discount codes for Acme?|question
Does Acme ship to Canada, I'd like to order two|question
Comparing plans, what would Acme charge for ten users?|question
`,
  switching: `
We moved from Globex to Acme last spring
I'm leaving Globex for good
Thinking of switching to Acme from Globex|buying
Is there a good alternative to Globex?|question buying
Just cancelled Globex and signed up for Acme
Goodbye Globex, hello Acme
How hard is it to migrate from Globex to Acme?|question
After ten years with Globex I have had enough, moving to Acme|complaint
Globex raised prices again, what else is out there?|complaint question buying
Ditched Globex for Acme and never looked back
Acme vs Globex, which one is better?|question buying
Can I import my Globex data into Acme?|question
Tired of Globex, what are you all using instead?|complaint question buying
Our whole team is dropping Globex in June
I used Globex for years but Acme won me over|praise
Looking to replace Globex before the contract ends|buying
Swapped Globex for Acme and saved half
Anyone jumped from Globex to Acme?|question
My Globex subscription ends tomorrow and I won't renew|complaint
Came to Acme from Globex two months ago
Moving our shop from Globex over to Acme this week
I quit Globex and went with Acme
Has anyone gone from Globex to Acme?|question
What do you use instead of Globex?|question buying
Globex is getting too expensive, any alternatives?|question complaint buying
Bye bye Globex, Acme it is
`,
  bug: `
Acme crashes when I open the second tab|complaint
Getting a 500 error on the Acme login page|complaint
The export in Acme gives an empty file|complaint
Since the update Acme drains my battery|complaint
Acme won't load on my phone|complaint
Is Acme down for anyone else?|question complaint
The search in Acme returns nothing since yesterday|complaint
Acme logs me out every five minutes|complaint
Dark mode in Acme shows white text on white|complaint
Acme keeps freezing on the checkout page|complaint
I can't sign in to Acme, it says unknown user|complaint
The save button does nothing in Acme 5.1|complaint
Acme doubles every entry after a sync|complaint
Uploads to Acme get stuck at 99 percent|complaint
error code 42 when I pay with Acme|complaint
Acme app not opening after the latest version|complaint
Notifications from Acme stopped working|complaint
found a bug in acme: the date picker skips February|complaint
Acme shows the wrong time zone in all my events|complaint
Video in Acme stutters and the sound is out of sync|complaint
Acme freezes every time I attach a photo|complaint
My Acme calendar is blank after the update|complaint
Acme throws an error when I log in|complaint
The Acme app closes by itself|complaint
The filter in Acme doesn't do anything|complaint
Acme sync has been broken since Tuesday|complaint
`,
  press: `
I'm a reporter at the Leith Herald and would like to talk to someone at Acme
Writing a story about repair shops, does Acme have a press contact?|question
Journalist here: who handles media requests at Acme?|question
We'd love to have the founder of Acme on our podcast
Working on an article about small brands such as Acme, DMs are open
Acme, could you send me your press kit?|question
For a piece in Saturday's paper I need a comment from Acme
Producer at Radio Leith, looking for someone from Acme for tomorrow's show
I'm with the Evening Post, please get in touch about the recall
Would Acme like to comment on the strike before we publish?|question
Do you have high resolution photos of the Acme bike for our magazine?|question
Interview request for the CEO of Acme, deadline is Thursday
Freelance journalist looking for people who work at Acme
Press inquiry: how many shops does Acme run?|question
Is Acme available for an interview on local TV?|question
Editor of a trade magazine here, we are reviewing Acme in May
Reporter with Channel Six here, can we get a statement from Acme?|question
Our magazine is doing a feature on Acme, who should I contact?|question
Would love to interview the designers of Acme for my newsletter
Looking for Acme users to quote in an article
Acme, what is your response to the report? We publish at noon|question
`,
  none: `
Acme opens a new shop in Leith on Monday
Sitting in the Acme café with a book
Acme shares closed at 14.20
New blog post: five ways to sort your photos with Acme
I work at Acme
The Acme building at night
Acme and Globex sign a charging agreement
On my way to the Acme fair
Acme 5.2 is out
We have an Acme at home
Meeting the Acme team at three
My aunt painted the Acme tower
Acme hires a new head of design
Today in history: Acme was founded in a garage
The bus stops right in front of Acme
Slides of my talk about Acme are online
Reading about Acme in the paper
Acme is moving its office to Porto
The Acme marathon starts at nine
I wrote a script that talks to Acme
The debate about Acme goes on in the council
He plays for Acme United now
Acme is sponsoring the library
Two people from Acme will speak on Tuesday
Acme will be at the trade fair next week
Photos from the Acme picnic
Had lunch next to the Acme office
Acme appoints new finance chief
Acme turns thirty this year
I am giving a talk about Acme on Friday
The interview with the mayor is in the Acme hall
`,
};

/** A second lot, written when the rules found all of the first: they found a third of it, and were widened once more. */
const later: Readonly<Record<IntentKind | 'none', string>> = {
  question: `
Which cable do I need for the Acme monitor?
Do I have to register before I can use Acme
@acme could you tell me who is in charge of returns
Has the Acme shop moved?
I can't find the setting for large print in Acme, where is it?|complaint bug
How many photos fit on the free Acme plan?|buying
Anybody know if Acme takes old phones back
`,
  complaint: `
The Acme repair took five weeks and it still rattles
Acme just ignores people who live in the country
I regret buying the Acme mower
My order from Acme came without the screws
Acme used to be good, now it is all adverts
Acme, stop calling me at dinner time
You cannot get a human on the phone at Acme
Acme put the meeting on the wrong day and blamed me
`,
  praise: `
Acme fixed my bike while I waited and charged nothing
Five years of Acme and still happy
Nobody does bread like Acme
I would buy the Acme boots again in a heartbeat
hats off to the people at Acme who worked through the storm
The new Acme app is so smooth
Acme, you made an old man very happy today
`,
  buying: `
Saving up for an Acme guitar
Is there any sale on at Acme this week?|question
Who sells the Acme stroller in Ireland?|question
We need an accounting package for a charity, is Acme affordable?|question
Torn between the Acme 3 and the Acme 5|question
Should I wait for the next Acme phone or buy now?|question
Tempted by the Acme cargo bike
`,
  switching: `
We said no to another year of Globex and chose Acme
Globex out, Acme in
Half of my friends have left Globex for Acme
How do I get my notes out of Globex and into Acme?|question
Closing my Globex account tonight
Acme looks like a decent Globex replacement
I will never go back to Globex now that I have Acme|praise
`,
  bug: `
The Acme website shows a blank page in Firefox|complaint
My Acme lamp no longer connects to the wifi|complaint
Acme deleted half of my playlist by itself|complaint
Whenever I rotate the phone, Acme quits|complaint
The PDF that Acme makes cannot be opened|complaint
Acme asks for my password again and again|complaint
Buttons in Acme overlap on small screens|complaint
`,
  press: `
Good morning, I write for the Leith Courier and have three questions about Acme|question
We are filming a documentary about toys and would like to visit Acme
Who speaks for Acme? I have a deadline at six|question
I'm researching a story on gig work, did you drive for Acme? Get in touch|question
Acme, we will run this tomorrow and want to hear your side
`,
  none: `
The road to the Acme factory is closed for works
Acme has two thousand employees
There is a queue outside the Acme shop
I dreamt about the Acme mascot
Acme publishes its yearly report
My brother starts at Acme on Monday
The old Acme sign is back on the roof
Acme will plant a thousand trees
Lunch with an old friend from Acme
`,
};

export interface Invented {
  readonly text: string;
  readonly does: IntentKind | 'none';
  readonly also: readonly string[];
}

const read = (lists: typeof written): Invented[] =>
  Object.entries(lists).flatMap(([does, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [text = '', also = ''] = line.split('|');
        return { text, does: does as Invented['does'], also: also.split(' ') };
      }),
  );

/** Lines of "kind: text|also". */
export const readInvented = (lines: string): Invented[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, does = '', text = '', also = ''] = /^(\w+): (.*?)(?:\|([a-z ]+))?$/.exec(line) ?? [];
      return { text, does: does as Invented['does'], also: also.split(' ') };
    });

export const inventedPosts: readonly Invented[] = [...read(written), ...read(later)];
