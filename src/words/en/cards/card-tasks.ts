/** What a person at the desk is asked about payments by card. */
export const cardTasks = {
  cardDisputed: 'A card’s bank took money back: answer it at the processor',
  cardRefunded: 'A payment by card was sent back at the processor',
  cardNotRefunded: 'The processor did not send a payment by card back: settle it there',
  cardRefundFailed: 'Money sent back to a card did not arrive: agree on another way with who paid',
  cardPartlyRefunded: 'A part of a payment by card was sent back at the processor',
  cardUnexpected: 'The processor took money for a payment that had failed',
}
