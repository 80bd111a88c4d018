/** How many debits came back, for staff. */
export const deskRates = {
  title: 'Returns of the last 60 days',
  lead: (debits: string) => `Of ${debits} debits. The mark is the limit of the network.`,
  none: 'No debit has settled in the last 60 days.',
  kinds: {
    unauthorized: 'Not authorized',
    administrative: 'Wrong or closed accounts',
    overall: 'All returns',
  },
  limit: (share: string) => `Limit ${share}`,
  above: 'Above the limit',
  within: 'Within the limit',
}
