// Staff open one paper of an account. That they did is written down.
import type { Files } from '#src/gateways/files.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { MailedPaper } from '#src/store/documents/mailed-papers.ts'
import { noteAct } from '../desk-account/note-act.ts'
import { type DeskServicing, noteView } from '../desk-account/note-view.ts'
import { paperNamed } from './mail-paper.ts'

type OpenedPaper = {
  readonly paper: MailedPaper
  readonly accountEnding: string
  readonly bytes: Buffer
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
