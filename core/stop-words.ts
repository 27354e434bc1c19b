/** Words that are in most texts of a language: they tell which language it is, and are no use as a keyword. */
export const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of to is in it you that was for on are with they this have from not but what all were when your can there an which their if will about how so up out would these some has more my do get just been than who like its had been'.split(
    ' ',
  ),
  de: 'der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man ich wir ihr mein kein was'.split(
    ' ',
  ),
  fr: 'le la les de des du et en un une que est pour qui dans a par sur pas plus au ne se ce il sont avec cette mais ou son elle ont nous vous je tu on très bien comme fait était aux leur ça mon ma c est j ai'.split(
    ' ',
  ),
  es: 'el la los las de que y en un una es por con para no se del al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos yo eso mi está son tiene fue'.split(
    ' ',
  ),
  pt: 'o a os as de que e do da em um uma para com não por mais dos como mas ao das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você está foi na no tem são'.split(
    ' ',
  ),
  it: 'il lo la i gli le di che e è un una in per non sono con del della si da come ma anche più al alla dei nel questo questa io mi ha ho ci se o cosa quando molto tutto suo lei loro essere stato perché fatto'.split(
    ' ',
  ),
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar heeft deze over wat ik je we ze hij mijn geen wel door worden werd heb dit kan al zo of'.split(
    ' ',
  ),
  sv: 'och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då man'.split(
    ' ',
  ),
  da: 'og at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan når hun også efter eller nu sin der ved mod skal ville kommer ud får være havde alle andre meget end her da man blev hvad'.split(
    ' ',
  ),
  pl: 'i w na z do się nie to jest że o jak a po co tak za od ale przez czy dla tylko był być ze są już przy może tego jego jej ja mnie mi ma bardzo jeszcze gdy więc który która które bo ich oraz sobie'.split(
    ' ',
  ),
  tr: 'bir ve bu da de için çok ile ne daha gibi o var ama kadar olan olarak sonra en ben mi değil her şey ki ya diye yok nasıl oldu ise bana benim bunu şu hiç biz siz neden mu iyi'.split(
    ' ',
  ),
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih sudah kami atau kita oleh saat hanya telah adalah anda seperti banyak nya aku kamu apa jadi tapi lagi gak'.split(
    ' ',
  ),
};

/** The few that would match most posts, in any of the languages; letters folded. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by can do for from get has have he her his how i if in is it its just like me more my new no not now of on one or our out she so ' +
    'some than that the their them then there they this time to up us was we were what when who will with would you your http https www com ' +
    'de la que el en y los las un una es por con para se no le les des et du pour dans est pas o os as do da em um uma na que nao der die das und ist von zu mit den ich nicht ' +
    'ein eine il di che e per non sono het een van op te dat och att det som i w na z sie to и в не на я что с это как а по но'
  ).split(' '),
);
