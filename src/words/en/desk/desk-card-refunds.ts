/** Payments by card that go back to their cards. */
export const deskCardRefunds = {
  title: 'A payment by card to send back',
  lead: 'All of it goes back to its card, with its fee. It counts until the processor has sent it, and then as if it had never come.',
  none: 'No payment by card counts on this account.',
  which: 'Which payment',
  missing: 'Choose the payment.',
  card: 'Card',
  of: (amount: string, day: string, card: string) => `${amount} of ${day}, ${card}`,
  counted: 'Counted as paid',
  back: 'To the card it was paid with',
}
