/**
 * A third lot, longer, and as people write: what is wrong is often only implied. The rules were widened by what `seen` says; `kept` was written
 * when that was done, and only counted.
 */
import { type Invented, readInvented } from './intent-posts.ts';

const seen = `
complaint: Ordered from Brightpan on the 3rd, tracking still says "label created". It's the 19th.
complaint: Brightpan app asked me to verify my phone six times this morning and then signed me out|bug
complaint: So apparently Brightpan thinks it is fine to auto-renew a yearly plan with zero notice. 240 euro gone.
complaint: Been a Brightpan customer since 2014 and this is how they treat me. Unreal.
complaint: hey @brightpan the box was open and half the cups were in pieces
complaint: My ticket at Brightpan has been "under review" for a month
complaint: Brightpan sent the replacement to my old address. Again.
complaint: Nothing says customer care like a bot that sends you in circles, Brightpan
complaint: you'd think a company the size of Brightpan could print an invoice with the right name on it
complaint: I spoke to three people at Brightpan and got three different stories
complaint: The Brightpan handle came off in my hand the second time I used it
complaint: Brightpan took the feature I use daily and put it behind the business plan
question: Trying to set up two warehouses in Brightpan, do I need a second account for that
question: does brightpan do pickup on saturdays or only weekdays
question: Not sure which lid fits the 28 cm Brightpan, help?
question: Brightpan people: is there a shortcut for duplicating an order?
praise: Took my old Brightpan in for repair and walked out with it an hour later. These folks know what they're doing.
praise: The onboarding at Brightpan was painless, we were up and running before lunch
praise: Brightpan just refunded me without a single question. That's how it's done.
praise: I don't say this often but Brightpan's docs are a pleasure to read
buying: We need around 30 licences by March, who do I talk to at Brightpan
buying: birthday money is going straight into a Brightpan set
buying: Does Brightpan do bulk pricing for schools?|question
switching: Exported everything out of Corvela last night, Brightpan from Monday on
switching: Corvela lost us after the third outage. We're on Brightpan now.|complaint
switching: what would it take to get off Corvela and onto Brightpan|question
bug: Brightpan's calendar shows everything one hour off since the clocks changed|complaint
bug: After updating, the Brightpan widget is just a grey square|complaint
bug: Brightpan: clicking "Pay" reloads the page and the basket is empty|complaint
press: I'm putting together a feature on family firms for the Harbour Gazette and would love ten minutes with Brightpan's founder
press: Brightpan, I'm covering the recall for Northlight Radio. Whom can I call?|question
none: Brightpan booth is next to the coffee stand in hall 4
none: My cousin's band is called Brightpan now
none: Brightpan quarterly numbers are out: revenue up four percent
none: I've got a Brightpan mug on my desk
none: Thread: how Brightpan makes its pans, from sheet to shelf
complaint: Fourteen days since I sent the jacket back and Oakrill says they have no record of it
complaint: Oakrill moved my appointment twice without asking and then billed me for not showing up
complaint: is it just me or has Oakrill gone downhill since the takeover|question
complaint: Opened a case with Oakrill on Monday. Friday now. Crickets.
complaint: Oakrill advertises "free returns" and then takes 7.95 off the refund
complaint: The Oakrill zipper gave out on day two
complaint: Honestly Oakrill, who tests this stuff before it ships?|question
complaint: paid for the premium tier at Oakrill and still get ads
complaint: Third engineer visit, third time nobody shows. Thanks Oakrill.
complaint: Oakrill's hotline put me through to five departments and back to the first
complaint: My mother is 82 and Oakrill talked her into a contract she doesn't need
complaint: They changed the recipe. Oakrill oat milk tastes like cardboard now.
question: how would one merge two Oakrill profiles
question: Has Oakrill ever said when the tablet version is due
question: where in oakrill can i see who opened my file
question: Which of the Oakrill plugins plays well with older themes?
praise: Oakrill replaced the whole thing, no fuss, and threw in a spare strap
praise: three winters in and my Oakrill boots look like new
praise: Whoever runs the Oakrill help desk deserves a raise
praise: Oakrill quietly became the one tool I open every morning
buying: Budget got approved today, so Oakrill it is for the whole floor
buying: Could Oakrill send me an offer for two hundred badges?|question
buying: is the Oakrill travel bundle ever discounted|question
switching: Pulled the plug on Dunmere this week, everything lives in Oakrill now
switching: Dunmere refugees, how are you finding Oakrill?|question
switching: My renewal with Dunmere is up and I'd rather go with Oakrill this time
bug: Oakrill sends the same reminder three times a day since Thursday|complaint
bug: the drop-down in Oakrill hides behind the map on my tablet|complaint
bug: Every second photo I upload to Oakrill ends up sideways|complaint
press: For tomorrow's evening edition we would like a line from Oakrill about the strike
press: Documentary maker looking for early Oakrill employees willing to talk on camera
none: Oakrill is hiring two gardeners
none: Walked past the new Oakrill store on my way home
none: Oakrill and the city signed a lease for the old mill
none: I teach a class about Oakrill's history
none: Oakrill Street is closed on Sunday because of the run
`;

const kept = `
complaint: Two weeks after the cancellation Larkfell is still debiting my card
complaint: I was told by Larkfell a technician would ring before ten. It is four in the afternoon.
complaint: Larkfell cut the data allowance in half and calls it an improvement
complaint: Sat in the Larkfell waiting room for an hour and a half with a sick child
complaint: The Larkfell tent let the rain in on its very first night
complaint: Whoever packs the boxes at Larkfell clearly does not care
complaint: Larkfell wants my passport, my bill and a selfie just to change an email address
complaint: Returned the heater to Larkfell in September and have not seen a penny
complaint: larkfell delivery guy left it out in the rain, books are soaked
complaint: Getting through to anyone at Larkfell takes the better part of a day
complaint: The screws that came with the Larkfell shelf don't even fit the holes
complaint: Larkfell keeps telling me it is my router. It is not my router.
question: At what age can kids ride along with Larkfell
question: Would a Larkfell cover fit last year's model?
question: Larkfell or a local shop, what is better for wheel repair?|buying
question: Can anyone explain the difference in the Larkfell tiers
praise: Larkfell turned a horrible Monday into a good one
praise: My dad is 79 and set up his Larkfell without calling me once
praise: Have to hand it to Larkfell, that was quick
praise: Best customer service I have had all year goes to Larkfell
buying: Putting in an order for a dozen Larkfell jackets this afternoon
buying: What would Larkfell set me back for a flat of 60 square metres?|question
buying: I'm eyeing the small Larkfell for the balcony
switching: Handed in my notice to Bromhope, starting with Larkfell in April
switching: Anything out there that does what Bromhope does but cheaper?|question buying
switching: Bromhope to Larkfell, day one: so far so good|praise
bug: Larkfell keeps uploading the same picture over and over|complaint
bug: Ever since Tuesday's release, tapping a message in Larkfell does nothing|complaint
bug: The totals in my Larkfell report don't add up when I filter by month|complaint
press: We're a student paper and would like to ask Larkfell about its new campus
press: Columnist here. Can Larkfell confirm the figures in the leaked memo?|question
none: Larkfell has a stand at the Christmas market
none: There's a documentary on the Larkfell family tonight
none: Our lease is with Larkfell and runs until 2031
none: Larkfell announced a partnership with the ferry company
none: I pass the Larkfell depot on my morning run
none: Picked up the keys at Larkfell, moving in on Saturday
`;

export const seenPosts: readonly Invented[] = readInvented(seen);
export const keptPosts: readonly Invented[] = readInvented(kept);
