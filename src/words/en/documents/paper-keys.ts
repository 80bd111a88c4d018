// The public keys of papers, and how to check one without asking us.
export const paperKeys = {
  title: 'Keys of our papers',
  lead: 'Every paper from us is signed. With these public keys anybody can check one, even without this site.',
  list: 'Public keys (Ed25519)',
  current: 'Signs now',
  earlier: 'Signed before, still checks',
  programs: 'For programs:',
  programsLink: 'the same keys as JSON',
  how: 'How to check a paper',
  steps: [
    'Ask its owner for the signed facts: the link beside the paper under Documents.',
    'The key that it names must be one of this page.',
    'Check the Ed25519 signature over the text of the facts, byte for byte.',
    'Compare the facts with the paper: code, dates and amounts. The PDF must have the SHA-256 that is named.',
  ],
  state: 'A signature says that we wrote it, not that it still holds. For that:',
  facts: 'Signed facts',
  factsNamed: (name: string, day: string) => `Signed facts: ${name} of ${day}`,
  checkLink: 'Check without us: the keys of our papers',
}
