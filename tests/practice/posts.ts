/** The practice feed's people and words. All of it is invented. */

export interface PracticeComment {
  id: string;
  by: string;
  minutesAgo: number;
  text: readonly string[];
  replies?: readonly PracticeComment[];
}

export interface PracticePost extends Omit<PracticeComment, 'replies'> {
  /** Stars out of five make it a review. */
  stars?: number;
  /** A contenteditable reply box instead of a plain one. */
  rich?: boolean;
  room: string;
  likes: number;
  comments?: readonly PracticeComment[];
}

export const people: Record<string, { name: string; hue: number }> = {
  mira: { name: 'Mira Okafor', hue: 172 },
  jonas: { name: 'Jonas Hallström', hue: 22 },
  priya: { name: 'Priya Raman', hue: 292 },
  teo: { name: 'Teo Marchetti', hue: 208 },
  wren: { name: 'Wren Adeyemi', hue: 128 },
  sana: { name: 'Sana Kobayashi', hue: 340 },
  luis: { name: 'Luis Ferreira', hue: 44 },
  dana: { name: 'Dana Whitlock', hue: 250 },
  elif: { name: 'Elif Şahin', hue: 190 },
  omar: { name: 'Omar Haddad', hue: 12 },
  you: { name: 'You', hue: 220 },
};

/** `*words*` are emphasised: a mention may run across the page's own markup. */
export const posts: readonly PracticePost[] = [
  {
    id: 'p1',
    by: 'mira',
    minutesAgo: 4,
    room: 'Support teams',
    likes: 42,
    text: [
      'Three weeks with Tidepool and our Monday backlog is gone. The shared inbox finally feels like *one* inbox instead of nine people shouting into a hallway.',
      'Small thing I love: it remembers who promised what.',
    ],
    comments: [
      {
        id: 'c1',
        by: 'jonas',
        minutesAgo: 3,
        text: ['Does Tidepool do rotas yet? That is the only thing keeping us on Foxglove Desk.'],
        replies: [
          {
            id: 'c2',
            by: 'mira',
            minutesAgo: 2,
            text: ['It does since last month, under Team → Rotas.'],
            replies: [{ id: 'c3', by: 'jonas', minutesAgo: 1, text: ['Oh. Well. There goes my weekend 😄'] }],
          },
        ],
      },
      { id: 'c4', by: 'elif', minutesAgo: 2, text: ['“Nine people shouting into a hallway” is going on a poster.'] },
    ],
  },
  {
    id: 'p2',
    by: 'teo',
    minutesAgo: 11,
    room: 'Workshop',
    likes: 7,
    text: ['Bread update: the rye starter has survived the move, the train and my sister. Recipe below if anyone wants it.'],
  },
  {
    id: 'p3',
    by: 'priya',
    minutesAgo: 19,
    room: 'Support teams',
    likes: 15,
    rich: true,
    text: [
      'Is anyone else’s #tidepool export stuck at 99 %? Third day in a row, and I have a board report on Thursday. @tidepoolapp any ideas?',
    ],
    comments: [{ id: 'c5', by: 'omar', minutesAgo: 12, text: ['Same here. A smaller date range worked for me.'] }],
  },
  {
    id: 'p4',
    by: 'dana',
    minutesAgo: 33,
    room: 'Reviews',
    likes: 5,
    stars: 2,
    text: ['Pretty, but the search cannot find a message I am looking at. We went back to Foxglove Desk after a week.'],
  },
  {
    id: 'p5',
    by: 'wren',
    minutesAgo: 48,
    room: 'Tools',
    likes: 61,
    text: [
      'Which shared inbox would you choose for a team of five today? We answer about forty mails a day and nobody wants to become an administrator.',
    ],
    comments: [
      {
        id: 'c6',
        by: 'luis',
        minutesAgo: 40,
        text: ['We tried four. *Tide*pool was the only one my least technical colleague kept open by choice.'],
        replies: [{ id: 'c7', by: 'wren', minutesAgo: 36, text: ['That is the metric I care about. Thank you!'] }],
      },
      { id: 'c8', by: 'dana', minutesAgo: 31, text: ['Foxglove Desk if you need reports, anything else if you do not.'] },
    ],
  },
  {
    id: 'p6',
    by: 'sana',
    minutesAgo: 66,
    room: 'Workshop',
    likes: 118,
    text: ['Saw a heron at the actual tide pool behind the harbour this morning. Stood still for eleven minutes. I did not.'],
  },
  {
    id: 'p7',
    by: 'omar',
    minutesAgo: 95,
    room: 'Tools',
    likes: 23,
    text: ['Hot take: most “AI triage” is a rule with a nicer font. Show me the rule.'],
  },
  {
    id: 'p8',
    by: 'luis',
    minutesAgo: 130,
    room: 'Reviews',
    likes: 9,
    stars: 5,
    rich: true,
    text: ['Switched eleven people to Tidepool over lunch. Nobody noticed until the queue was empty. Five stars for not being exciting.'],
  },
  {
    id: 'p9',
    by: 'elif',
    minutesAgo: 170,
    room: 'Support teams',
    likes: 12,
    text: ['Bir ayda dört araç denedik; TIDEPOOL’da kaldık. Happy to share our notes, in English too.'],
  },
  {
    id: 'p10',
    by: 'jonas',
    minutesAgo: 205,
    room: 'Tools',
    likes: 3,
    text: ['PSA: Foxglove Desk raises prices in January. Annual plans bought now keep the old one.'],
  },
  {
    id: 'p11',
    by: 'teo',
    minutesAgo: 260,
    room: 'Workshop',
    likes: 31,
    text: ['I have replaced every meeting before ten with a plant. Ask me anything.'],
  },
  {
    id: 'p12',
    by: 'wren',
    minutesAgo: 330,
    room: 'Support teams',
    likes: 18,
    text: [
      'How do you write canned replies that do not sound canned? Ours all begin with “Thank you for reaching out” and I want to lie down.',
    ],
  },
  {
    id: 'p13',
    by: 'sana',
    minutesAgo: 410,
    room: 'Tools',
    likes: 27,
    text: ['Honest question: does Tidepool work offline? Our van has a laptop and no signal for most of the day.'],
  },
  {
    id: 'p14',
    by: 'priya',
    minutesAgo: 520,
    room: 'Support teams',
    likes: 8,
    text: ['The export came through after all. Six hours later, but it came. Credit where it is due.'],
  },
];
