// One paper of an account for who mails it on request: who may get it, where to, and which letters
// with it there were. That somebody looked is written down.
import { maskedAddress } from '#src/domain/account/person-contacts.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { type KnownLetter, knownLetters } from '#src/store/documents/asked-letters.ts'
import type { MailedPaper } from '#src/store/documents/mailed-papers.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'
import { paperNamed } from './mail-paper.ts'

export type Addressee = {
  readonly obligorId: string
  readonly name: string
  /** Without the house number; null: none is known. */
  readonly address: string | null
}

export type MailingView = {
  readonly accountId: string
  readonly accountEnding: string
  readonly paper: MailedPaper
  /** Who may see it. */
  readonly addressees: readonly Addressee[]
  /** Who owes, by id. */
  readonly people: ReadonlyMap<string, string>
  /** Newest first. */
  readonly letters: readonly KnownLetter[]
}

const MOST_LETTERS = 100

/** Null: no such paper of the account. */
export async function viewMailing(
  ctx: DeskServicing,
  of: {
    readonly permit: StaffPermit<'mailPaper'>
    readonly accountId: string
    readonly paperId: string
  },
): Promise<MailingView | null> {
  const { permit, accountId, paperId } = of
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    const paper = account && (await paperNamed(tx, of))
    if (!paper) return null
    const obligors = await readObligors(tx, ctx.vault, accountId)
    const people = obligors.map(({ id, details: { givenName, familyName, address } }) => {
      return { obligorId: id, name: `${givenName} ${familyName}`, address: maskedAddress(address) }
    })
    const letters = await knownLetters(tx, { accountId, paperId, limit: MOST_LETTERS })
    const details = { paper: paperId }
    await noteView(tx, ctx, { account, permit, action: 'paper mailing viewed', details })
    return {
      ...{ accountId, accountEnding: account.accountNumber.slice(-4), paper, letters },
      addressees: people.filter(
        ({ obligorId }) => paper.obligorId === null || paper.obligorId === obligorId,
      ),
      people: new Map(people.map(({ obligorId, name }) => [obligorId, name])),
    }
  })
}
