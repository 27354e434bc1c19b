/**
 * A fourth lot, with many complaints that name no fault in so many words. The rules were widened with `worked` before the eyes; `after` was
 * written when that was done, and only counted.
 */
import { type Invented, readInvented } from './intent-posts.ts';

const worked = `
complaint: two weeks, four mails, and Acme still hasn't bothered to write back
complaint: I paid Acme for express and got it slower than snail mail
complaint: Would it kill Acme to pick up the phone
complaint: Acme support closed my ticket without reading it
complaint: the new Acme layout makes everything three clicks further away
complaint: Great, Acme logged me out in the middle of an exam. Again.
complaint: My Acme kettle lasted all of five weeks
complaint: Acme promised a callback on Monday. It is Friday.
complaint: I expected a lot more from Acme for that kind of money
complaint: Acme, the tap you sold me drips all night
complaint: not what I was promised by Acme, not even close
complaint: How is it legal that Acme keeps my deposit
complaint: Acme took the money out of my account a week early
complaint: Whoever designed the Acme menu has never used one
complaint: Honestly I should have gone with anyone other than Acme
question: Where does Acme keep its log files?
question: does the Acme app have a night mode
question: Can somebody tell me which plug the Acme charger needs?
question: what happens to my Acme boards when a colleague leaves
praise: Acme sorted my mum's account out in ten minutes, absolute star on the phone
praise: Five years with Acme and never once had to call them
praise: Whoever packs the boxes at Acme, you deserve flowers
buying: How much is a year of Acme for a family of four?|question
buying: leaning towards Acme for the new office, what would 12 desks cost|question
switching: Moved our shop off Globex and onto Acme over the weekend
switching: Globex is out, Acme is in as of today
bug: Acme shows last year's calendar after I change the time zone|complaint
bug: typing in the Acme search box deletes the first letter every time|complaint
press: I write for a trade magazine and would like to talk to someone at Acme
press: On deadline for a piece about Acme, whom do I call?|question
none: Acme is hiring two bakers in Leeds
none: My cousin works for Acme in the warehouse
none: The Acme building is opposite the station
none: Acme announced its results on Thursday
none: saw an Acme van on the way to work
complaint: Third engineer from Acme in a month and the boiler is as cold as ever
complaint: Acme charges you to leave. Let that sink in.
complaint: You would get more sense out of a brick than out of the Acme chat
complaint: my Acme parcel has been sitting in the depot since the 2nd
complaint: Bought from Acme once, won't be doing that twice
complaint: Acme has had my laptop for repair for seven weeks now
complaint: the Acme jacket bled colour onto everything in the wash
complaint: Acme dropped support for my phone one month after I bought it from them
complaint: Nobody at Acme seems to know what the other hand is doing
complaint: Acme keeps asking for a document I have sent five times
complaint: thanks Acme for ruining my daughter's birthday
complaint: if Acme spent half as much on staff as on adverts we might get served
complaint: Half the items in my Acme order were swapped for something else
complaint: I pay Acme every month for the privilege of staring at a spinner
complaint: Acme wants 30 pounds to change a single letter in my name
question: which Acme plan do you need for two calendars
question: Is the Acme filter dishwasher safe?
question: anyone got the Acme scanner to talk to a Mac?
question: Could Acme tell us when the Bristol shop opens?
praise: The Acme driver carried it up three floors with a smile
praise: Acme's new editor is a dream to write in
praise: My Acme pan still looks as it did in 2011
buying: Our budget came through, who do we speak to at Acme about 40 seats|question
buying: Is there an Acme sale coming up before Christmas?|question
switching: After nine years I've handed in my notice at Globex and signed with Acme
switching: Brought all our tickets across from Globex to Acme, took an afternoon
bug: Every time I rotate the screen Acme forgets what I typed|complaint
bug: Acme counts Sunday twice in the weekly total|complaint
press: Reporter here, is there a spokesperson at Acme I could quote?|question
press: our podcast would love to have the founder of Acme on as a guest
none: Acme sponsors the marathon again this year
none: Parked behind Acme, walked to the beach
none: Acme and the council meet on Tuesday
none: My first job was at Acme, forty years ago
none: The Acme shop is next to the library, on the left
`;

const after = `
complaint: Rang Acme at nine, rang at noon, rang at four. Engaged every time.
complaint: The zip on my Acme bag went on day two
complaint: Acme says delivered, my doorstep says otherwise
complaint: asked Acme for a vegetarian meal and was handed chicken
complaint: Acme put my rent-sized bill on the wrong card
complaint: the chair from Acme wobbles and they won't take it back
complaint: I have explained my problem to Acme in four chats and every agent starts from zero
complaint: Acme made me print a form. In this century.
complaint: Shame on you Acme, an hour in the rain for a bus that was cancelled
complaint: Acme has become so slow I make tea while it opens
complaint: The small print at Acme cost me my whole deposit
complaint: Would not trust Acme with a goldfish
complaint: my refund from Acme is always "in three to five days"
complaint: Acme quietly shrank the packet and kept the price
complaint: had to find out from the news that Acme leaked my address
question: Does anybody know when Acme restocks the blue one?
question: what size should I order from Acme if I'm between M and L
question: how long does the Acme battery last on a charge
question: Is Acme open on bank holidays?
praise: Acme replaced a lid I had broken myself and would not take a penny
praise: Big thank you to Dana at Acme for staying late
praise: I was sceptical, now the whole team swears by Acme
praise: The Acme app got out of my way and let me work. Rare.
buying: Any coupons for Acme around at the moment?|question
buying: We're comparing quotes for 60 people, can Acme send one?|question
switching: Cancelled Globex this morning, Acme takes over on the first
switching: Tired of Globex and its price rises, looking at Acme instead|complaint buying
bug: The Acme map freezes as soon as I zoom in|complaint
bug: after the update Acme shows every contact twice|complaint
press: I'm putting together a story on small lenders, could Acme comment by six?|question
press: Radio producer looking for someone at Acme to come on air tomorrow
none: Acme published its quarterly figures this morning
none: We walked past the Acme factory on our way to the lake
none: Two former Acme people started a bakery
none: Acme moves its head office to Utrecht in spring
none: The panel was chaired by somebody from Acme
`;

export const workedPosts: readonly Invented[] = readInvented(worked);
export const afterPosts: readonly Invented[] = readInvented(after);
