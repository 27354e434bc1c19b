/** Posts about brands that do not exist, with how they are meant. Written before the rules were looked at, to tell whether these hold. */

const positive = `
Thanks @acme, the replacement arrived this morning. You made my day!
Just switched to Acme and wow, setup took five minutes
Acme support answered in two minutes and fixed it. Impressed.
I love how quiet the new Acme fan is
Best coffee in town, hands down. See you tomorrow @brewbarn
Shout out to Maria at the Globex desk, she went out of her way to help us
the acme app finally has dark mode!! yesss
Ten years with Globex Bank and not a single complaint
Can't recommend Initech enough, my whole team uses it every day
ok the new acme update is actually really good
@globexair smooth flight, friendly crew, landed early. thank you!
This little gadget from Acme saved me hours this week
So happy with my order, it fits perfectly ❤️
Huge thanks to the Initech folks for the quick fix
I was skeptical but Acme won me over
Acme just works. No drama.
Never had a problem with Globex, always on time
Finally an invoice tool that doesn't make me cry. Well done @initech
@acme you guys are the best 😍
kudos to @initech for shipping this so fast
My kids adore the new Globex playground
Acme > everything else I have tried
Beautiful design, super easy to use, worth every penny
What a great show last night, thanks for having us @globexhall
I can't wait for the new Acme phone!
Got upgraded for free today. Globex, I'm impressed
The battery lasts two full days. Love it.
Really enjoying the Acme podcast lately
@brewbarn that pumpkin latte is heaven
Initech handled my refund without any hassle, great service
Hats off to the night crew at Globex, they stayed until we were all rebooked
Not bad at all, Acme. Not bad at all.
This is exactly what I needed, thank you Initech!
Acme's new docs are a joy to read
lol the acme assistant told me a joke and I laughed out loud 😂
`;

const neutral = `
Acme to open a second factory in Leipzig next spring http://example.com/a
Does Acme ship to Norway?
@globexair do you fly from Porto on Sundays?
Initech names new chief financial officer
Anyone here using Acme with a standing desk?
Looking for someone to go to the Globex fair with on Saturday
How to export your data from Initech: a short guide http://example.com/b
Watching the Acme keynote now
@acme I sent you a DM
Acme 4.2 is out http://example.com/c
Is the Globex store on Main Street open today?
I work at Initech
Meeting the Acme team at 3pm
Five alternatives to Initech for small teams http://example.com/d
RT @technews: Acme and Globex sign agreement on charging standard http://example.com/e
@initech what are your opening hours over Easter?
New blog post: connecting Acme to your calendar http://example.com/f
My flight with Globex leaves at 6
Acme shares closed at 14.20 on Tuesday
Which Acme plan includes the API?
@brewbarn can you follow me so I can send you my order number please
Just checked in at Globex Arena
Globex vs Initech: what the numbers say http://example.com/g
How many seats does the Globex 9 have?
On the phone with Acme
Acme announces results for the third quarter http://example.com/h
I'm comparing Acme and Initech for our office
Photo of the Acme building by night http://example.com/i
@globexair where can I see my points?
Hiring: data engineer at Acme, Berlin http://example.com/j
today I learned that acme started as a bakery
The Acme conference starts on Monday, who is going?
Does the free plan of Initech have a limit?
@acme ok, I will try that tonight
Acme store in the mall, second floor, next to the cinema
Win a ticket for the Globex Open: retweet and follow http://example.com/k
@initech sent, see the email from Tuesday
Top 10 gadgets of the year, from Acme to Globex http://example.com/l
Acme wins contract to supply city buses http://example.com/m
I need to renew my Globex card this week
`;

const negative = `
@globexair three hours on the tarmac and nobody tells us anything
Acme keeps crashing since the update
Still waiting for my refund @initech. It's been six weeks.
I've called four times today and got hung up on each time
@acme your app won't let me log in
Worst hotel I ever stayed in. The room was filthy.
So disappointed with Globex, the parcel arrived broken
Why can't Initech just answer an email?
@brewbarn my latte was cold and the place was a mess
Cancelling my Acme subscription today
Great, another Globex delay. Just what I needed.
Acme used to be good. Now it's all ads.
They charged me twice and refuse to give it back
@globexair lost my suitcase again, second time this year
Thanks for nothing @acme
The new Initech layout is confusing, I can't find anything
My Acme died after two weeks
not happy with the service at Globex today
Been on hold with Initech for 45 minutes
I'd rather walk than fly Globex again
Acme is a joke
Seriously @acme? No update since March?
how hard is it to deliver a parcel to the right address, globex
@initech is your site down again? I get an error on every page
No one at the Acme counter knew what was going on
Overpriced and slow. Never again.
The screen cracked by itself and Acme says it's my fault 😡
You promised a call back yesterday @globexair. Nothing.
Wish I had read the reviews before buying from Acme
Initech support told me to reinstall. Twice. It still doesn't work.
I've been a customer since 2009 and this is how you treat me?
@acme fix your servers
Missed my connection because of Globex, and no hotel
ugh, Acme logged me out again
acme battery is dead by noon
Unsubscribed from Initech, too many emails
Globex customer service is non existent
The food made me sick
@brewbarn 40 minutes for a sandwich? really?
If Acme raises prices once more I'm out
My order was supposed to be here on Friday and it's Wednesday
Acme ruined my weekend
Can't believe Globex cancelled our flight an hour before departure
this acme update broke everything :(
`;

type Meant = 'positive' | 'neutral' | 'negative';

const read = (list: string, meant: Meant) =>
  list
    .trim()
    .split('\n')
    .map((text) => ({ text, meant }));

export const posts: readonly { text: string; meant: Meant }[] = [
  ...read(positive, 'positive'),
  ...read(neutral, 'neutral'),
  ...read(negative, 'negative'),
];
