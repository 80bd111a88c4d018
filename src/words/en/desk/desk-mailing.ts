/** Papers of an account by mail: those that go by themselves, and those that a caller asks for. */
export const deskMailing = {
  link: 'Mail a copy',
  onceKnown: 'Mail it once an address is known',
  linkNamed: (name: string, day: string) => `Mail a copy: ${name} of ${day}`,
  title: (name: string) => `Mail a copy: ${name}`,
  lead: (day: string) =>
    `Dated ${day}. A caller may have any paper that is theirs, on paper and without a fee.`,
  form: {
    title: 'To whom',
    lead: 'First make sure who is calling, as our rules for calls say.',
    who: 'Who asked for it',
    whoMissing: 'Choose who asked for it.',
    noAddress: (name: string) => `${name}: no address is known`,
    save: 'Mail it',
    next: 'It goes with the next file for the print house, to the address on file then. They are told in the portal and by e-mail, and it stands in their activity.',
    removed: 'This paper was taken off the account: nobody gets it any more.',
  },
  refusals: {
    notTheirs: 'This paper is another borrower’s alone.',
    removed: 'This paper was taken off the account meanwhile: nobody gets it any more.',
    noAddress:
      'No mailing address of theirs is known. They can give one under Your profile, or in writing; mail it after that.',
    waiting: 'This paper waits for the next file already, to the same person. It goes once.',
  },
  done: 'It goes by mail with the next file. Whoever asked is told.',
  printed: {
    title: 'What we printed',
    lead: 'Statements, letters and what was asked for under Documents.',
    none: 'Nothing was printed for this account yet.',
    openNamed: (name: string, day: string) => `${name} of ${day}: open the PDF`,
    most: (count: string) => `The newest ${count} are shown.`,
  },
  letters: {
    title: 'By mail',
    lead: 'What went to whom, and in which file for the print house.',
    none: 'Nothing went by mail, and nothing waits.',
    noneOfIt: 'This paper never went by mail.',
    what: 'Paper',
    to: 'To',
    asked: 'Asked',
    went: 'File',
    askedBy: (name: string) => `Asked for by ${name}`,
    byItself: 'Automatic',
    waits: 'Waits for the next file',
    dropped: {
      paperRemoved: (moment: string) => `In none: the paper was taken off ${moment}`,
      noAddress: (moment: string) => `In none: there was no mailing address ${moment}`,
    },
    madeAt: (moment: string) => `Made ${moment}`,
    deliveredAt: (moment: string) => `Delivered ${moment}`,
    notDelivered: 'Not delivered yet',
  },
}
