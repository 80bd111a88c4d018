// The papers of an account as staff see them. That somebody looked is written down.
import type { CivilDate } from '#src/domain/calendar.ts'
import { type PageOf, pageOf } from '#src/domain/page-of.ts'
import type { Files } from '#src/gateways/files.ts'
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
import { businessDay } from '../business-day.ts'
import { noteAct } from '../desk-account/note-act.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'
import { paperNamed } from './mail-paper.ts'

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

export type OpenedPaper = {
  readonly paper: MailedPaper
  readonly accountEnding: string
  readonly bytes: Buffer
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

/**
 * Its bytes as they were printed or attached, removed or not; null: no such paper of the account.
 * That one of ours was opened is written down as a look at the account, as whoever looks at the
 * list is; one from outside has a line of its own kind.
 */
export async function openAccountPaper(
  ctx: DeskServicing & { readonly files: Files },
  of: {
    readonly permit: StaffPermit<'seeCustomer'>
    readonly accountId: string
    readonly paperId: string
  },
): Promise<OpenedPaper | null> {
  const found = await ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, of.accountId)
    const paper = account && (await paperNamed(tx, of))
    if (!paper) return null
    await noteOpening(ctx, tx, { permit: of.permit, account, paper })
    return { paper, accountEnding: account.accountNumber.slice(-4) }
  })
  return found && { ...found, bytes: await ctx.files.get(found.paper.digest) }
}

async function noteOpening(
  ctx: DeskServicing,
  tx: Tx,
  of: {
    readonly permit: StaffPermit<'seeCustomer'>
    readonly account: LockedAccount
    readonly paper: MailedPaper
  },
): Promise<void> {
  const { permit, account, paper } = of
  const { accountId } = account
  if (paper.is === 'printed') {
    const details = { document: paper.id, as: 'pdf' }
    return noteView(tx, ctx, { account, permit, action: 'papers viewed', details })
  }
  await noteAct(ctx, tx, {
    ...{ permit, accountId, action: 'paper opened', staffAction: 'staffOpenedPaper' },
    details: { paper: paper.id },
    about: { paper: paper.id },
  })
}
