// The papers of an account as staff see them. That somebody looked is written down.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { type KnownLetter, knownLetters } from '#src/store/documents/asked-letters.ts'
import { type KeptAttached, readAllAttached } from '#src/store/documents/attached-papers.ts'
import {
  countPrinted,
  type MailedPaper,
  printedPapers,
} from '#src/store/documents/mailed-papers.ts'
import { type PaperRequest, paperRequestsOf } from '#src/store/documents/paper-requests.ts'
import { type PageOf, pageOf } from '#src/store/page-of.ts'
import { businessDay } from '../business-day.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'

export type AccountPapers = {
  readonly accountId: string
  readonly accountEnding: string
  readonly today: CivilDate
  /** Who owes, by id. */
  readonly people: ReadonlyMap<string, string>
  /** The newest day first; removed ones too. */
  readonly papers: readonly KeptAttached[]
  readonly requests: readonly PaperRequest[]
  /** What we printed, page by page: the newest day first. */
  readonly printed: PageOf & { readonly papers: readonly MailedPaper[] }
  /** What goes and went by mail: the newest. */
  readonly letters: readonly KnownLetter[]
}

const MOST_LETTERS = 200
const A_PAGE = 50

type Sees = StaffPermit<'seeCustomer'> | StaffPermit<'attachPaper'> | StaffPermit<'askPaper'>

/** Null: no such account. */
export async function viewAccountPapers(
  ctx: DeskServicing,
  of: {
    readonly permit: Sees
    readonly accountId: string
    /** Of what we printed; from 1. */
    readonly page: number
  },
): Promise<AccountPapers | null> {
  const { accountId, permit } = of
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return null
    const found = await papersOf(ctx, tx, account, of.page)
    await noteView(tx, ctx, { account, permit, action: 'papers viewed', details: {} })
    return found
  })
}

async function papersOf(
  ctx: DeskServicing,
  tx: Tx,
  { accountId, accountNumber }: LockedAccount,
  asked: number,
): Promise<AccountPapers> {
  const obligors = await readObligors(tx, ctx.vault, accountId)
  return {
    accountId,
    accountEnding: accountNumber.slice(-4),
    today: await businessDay(tx),
    people: new Map(
      obligors.map(({ id, details }) => [id, `${details.givenName} ${details.familyName}`]),
    ),
    papers: await readAllAttached(tx, accountId),
    requests: await paperRequestsOf(tx, accountId),
    printed: await printedPage(tx, { accountId, asked }),
    letters: await knownLetters(tx, { accountId, limit: MOST_LETTERS }),
  }
}

async function printedPage(
  tx: Tx,
  { accountId, asked }: { readonly accountId: string; readonly asked: number },
): Promise<AccountPapers['printed']> {
  const page = pageOf(asked, { count: await countPrinted(tx, accountId), size: A_PAGE })
  const papers = await printedPapers(tx, { accountId, offset: page.offset, limit: A_PAGE })
  return { ...page, papers }
}
