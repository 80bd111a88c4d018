// What borrowers read when money came another way, or when one of us put money right. Both
// borrowers read the same: nothing of a bank, nothing of another account.
import type { MessageFacts } from '../message-facts.ts'

export const orderMessages = {
  moneyReceived: {
    title: (facts: MessageFacts) => `Payment received: ${facts.amount}`,
    text: (facts: MessageFacts) =>
      `It came by mail or at a counter and counts as paid on ${facts.day}. Activity shows what it paid.`,
  },
  heldMoneyUsed: {
    title: (facts: MessageFacts) => `Money we held was used: ${facts.amount}`,
    text: () => 'It now pays what is owed on this account. Activity shows what it paid.',
  },
  heldMoneySentBack: {
    title: (facts: MessageFacts) => `Refund on its way: ${facts.amount}`,
    text: () =>
      'You had paid more than was owed, and we send it back. It takes a few banking days, or the way of a letter.',
  },
  heldMoneyReturned: {
    title: (facts: MessageFacts) => `Refund did not arrive: ${facts.amount}`,
    text: () =>
      'The bank sent our refund back, so we hold the money on this account again. Call us: we send it another way.',
  },
  heldMoneyMoved: {
    title: (facts: MessageFacts) => `Money we held was moved: ${facts.amount}`,
    text: () => 'It did not belong to this account. What is owed here has not changed.',
  },
  paymentMovedAway: {
    title: (facts: MessageFacts) => `A payment was corrected: ${facts.amount}`,
    text: () =>
      'It was meant for another account and had been posted to this one by our mistake. This account stands as if it had never come. Call us if you think this is wrong.',
  },
  paymentMovedHere: {
    title: (facts: MessageFacts) => `A payment was added: ${facts.amount}`,
    text: () =>
      'It was meant for this account and had been posted elsewhere by our mistake. It counts from the day it came, and so do late charges and interest.',
  },
  lateChargeForgiven: {
    title: (facts: MessageFacts) => `Late charge forgiven: ${facts.amount}`,
    text: () => 'You do not owe it.',
  },
  dueDatesMoved: {
    title: (facts: MessageFacts) => `Due dates moved: next payment on ${facts.day}`,
    text: (facts: MessageFacts) =>
      `Your next payment is ${facts.amount}. Interest goes on in the meantime, so the loan costs more in all. A payment that you had set yourself still goes unless you cancel it. “Terms and schedule” shows every due date.`,
  },
  loanChargedOff: {
    title: (facts: MessageFacts) => `Loan charged off: you still owe ${facts.amount}`,
    text: (facts: MessageFacts) =>
      `On ${facts.day} we gave the loan up as a loss. You still owe the whole amount, and no more interest is added. Call us to agree on how to pay it.`,
  },
}
