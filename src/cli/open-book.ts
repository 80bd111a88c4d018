import { resolve } from 'node:path'
import { assert } from '#src/domain/assert.ts'
import type { Mover } from '#src/servicing/closing/close-through.ts'
import { type Config, readConfig } from '../config.ts'
import { demoCards, hasDemoCards } from '../demo/cards/own-processor.ts'
import { demoPages } from '../demo/demo-pages.ts'
import { openMailbox } from '../demo/mailbox.ts'
import { type MovableClock, movableClock } from '../demo/movable-clock.ts'
import { answerAsBank } from '../demo/sandbox-bank.ts'
import { type Keyturn, openKeyturn } from '../main.ts'
import {
  connectBank,
  connectCards,
  connectOutside,
  connectSingleSignOn,
  type Outside,
} from '../outside.ts'
import { passTime } from './pass-time.ts'

/** `mover` moves a demo's money on in time, and its bank with it; null in production. */
export type OpenedBook = Keyturn & { readonly mover: (MovableClock & Mover) | null }

/** Opens the book for a command that dates money: a demo's goes by its movable clock. */
export async function openBook(
  config: Config = readConfig(process.env),
  tell?: (line: string) => void,
): Promise<OpenedBook> {
  let mover: OpenedBook['mover'] = null
  const demoClock = (home: string) => {
    const answer = (day: string) => answerAsBank(resolve(home, 'bank'), day)
    mover = { ...movableClock(home), ...(config.bank === null && { answer }) }
    return mover
  }
  const keyturn = await openKeyturn(config, { demoClock, ...(tell && { tell }) })
  return { ...keyturn, mover }
}

/** A demo keeps its mail and its files to the bank, and has a page that moves its clock. */
export function outsideOf(book: OpenedBook): Outside {
  const { config, home, mover, context } = book
  const singleSignOn = connectSingleSignOn(config)
  const real = connectOutside(config)
  const mailbox = real === null ? openMailbox(home) : null
  const bank = connectBank(config, home)
  const card = cardsOf(book)
  const time = mover && passTime(() => ({ ...context('time of the demo'), bank, card }), mover)
  const messenger = real?.messenger ?? mailbox?.messenger
  assert(messenger, 'messages go out, or into the mailbox')
  return { messenger, bank, card, singleSignOn, demoPages: demoPages({ mailbox, time }) }
}

/** The lender's processor of cards, or the demo's own; null: nobody can pay by card. */
export function cardsOf({ config, vault }: Pick<OpenedBook, 'config' | 'vault'>) {
  return hasDemoCards(config) ? demoCards({ config, mac: vault.mac }) : connectCards(config)
}
