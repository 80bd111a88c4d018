// What an obligor reads about their bank accounts.
import type { MessageFacts } from '../message-facts.ts'

export const bankMessages = {
  bankAccountAdded: {
    title: (facts: MessageFacts) => `Bank account added: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `We announced ${facts.account} at ${facts.bank} to the bank, without taking anything. It can ` +
      `be used from ${facts.firstUse}. If you did not add it, call us now at ${facts.phone}.`,
  },
  bankAccountCopied: {
    title: (facts: MessageFacts) => `Bank account added: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.account} at ${facts.bank} was verified on another account of yours, so you can pay ` +
      `from it here too. If you did not add it, call us now at ${facts.phone}.`,
  },
  bankDepositsOnTheirWay: {
    title: (facts: MessageFacts) => `Two small deposits are on their way to ${facts.account}`,
    text: (facts: MessageFacts) =>
      `Each is under $1.00, and they arrive by ${facts.settles}. Type both amounts under Ways ` +
      `to pay that day. If you did not add this account, call us now at ${facts.phone}.`,
  },
  bankDepositsThere: {
    title: (facts: MessageFacts) => `Two small deposits should be in ${facts.account} now`,
    text: (facts: MessageFacts) =>
      `Look for them in the app of ${facts.bank} and type both amounts under Ways to pay. Then ` +
      'you can pay from it.',
  },
  bankAccountReady: {
    title: (facts: MessageFacts) => `Bank account verified: ${facts.account}`,
    text: (facts: MessageFacts) => `You can pay from ${facts.account} at ${facts.bank} now.`,
  },
  bankAccountFailed: {
    title: (facts: MessageFacts) => `Bank account not verified: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.account} at ${facts.bank} could not be verified, so nothing is taken from it. Look ` +
      `under Ways to pay what to do, or call us at ${facts.phone}.`,
  },
  bankAccountFreed: {
    title: (facts: MessageFacts) => `No longer stopped: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.account} at ${facts.bank} is as it was before. Nothing starts by itself: look under ` +
      'Ways to pay, and set again the payments and the autopay that you want from it.',
  },
  bankAccountRemoved: {
    title: (facts: MessageFacts) => `Bank account removed: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `Nothing new is taken from ${facts.account} at ${facts.bank}. If you did not remove it, call ` +
      `us now at ${facts.phone}.`,
  },
  cardKept: {
    title: (facts: MessageFacts) => `Card saved: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `You can pay with ${facts.account} without typing it again. Our card processor keeps it; its ` +
      `number never reaches us. If you did not save it, call us now at ${facts.phone}.`,
  },
  cardRemoved: {
    title: (facts: MessageFacts) => `Card removed: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `Nothing new is charged to ${facts.account}, and our card processor forgets it. If you did ` +
      `not remove it, call us now at ${facts.phone}.`,
  },
}
