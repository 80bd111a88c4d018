import { type FlagEvent, flagEvent } from '#src/domain/autopay/flag-events.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import {
  type AccountFlag,
  FLAG_RULES,
  type FlagKind,
} from '#src/domain/rules/flags/account-flags.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import {
  insertFlag,
  isFlagKnown,
  readFlags,
  refreshFlags,
} from '#src/store/accounts/account-flags.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import { readAutopayOn } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { loadForUpdate } from '../load-account.ts'
import { holdIfPromised, isLate } from './order-checks.ts'

export type NewFlag = {
  readonly kind: FlagKind
  /** Which borrower; null where the flag is about the account or its vehicle. */
  readonly obligorId: string | null
  readonly since: CivilDate
  /** 1 to 1,000 characters. */
  readonly reason: string
  readonly idempotencyKey: string
}

/**
 * `already`: the same stands already. `notLate`: no vehicle is ordered back while nothing is past
 * due. `notFound`: no such account, or no such borrower of it.
 */
export type FlagAnswer = 'done' | 'already' | 'notLate' | 'notFound'

/**
 * Sets a flag on an account. Autopay follows it in the same transaction: what it stops is canceled
 * and its owner told. A form that is sent twice sets one.
 */
export async function setFlag(
  ctx: DeskServicing,
  of: {
    readonly permit: StaffPermit<'setFlag'> | StaffPermit<'orderRepossession'>
    readonly accountId: string
    readonly flag: NewFlag
  },
): Promise<FlagAnswer> {
  const { permit, accountId, flag } = of
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account || !isAboutRight(flag)) return 'notFound'
    const { idempotencyKey } = flag
    if (await isFlagKnown(tx, { accountId, idempotencyKey })) return 'done'
    const refused = await refusalOf(ctx, tx, account, flag)
    if (refused) return refused
    const id = ctx.newId()
    const setBy = { kind: 'staff', id: permit.session.staffId } as const
    await insertFlag(tx, account, { ...flag, id, setBy, setAt: ctx.clock.now() })
    await followFlag(ctx, tx, { accountId, flag, staffId: setBy.id, account })
    const { kind, since, obligorId, reason } = flag
    await noteAct(ctx, tx, {
      permit,
      accountId,
      action: 'flag set',
      staffAction: 'staffSetFlag',
      details: { flag: id, kind, since, reason, ...(obligorId !== null && { obligorId }) },
      about: { flag: id, kind },
    })
    return 'done'
  })
}

function isAboutRight({ kind, obligorId }: NewFlag): boolean {
  return (FLAG_RULES[kind].about === 'borrower') === (obligorId !== null)
}

async function refusalOf(
  ctx: DeskServicing,
  tx: Tx,
  { accountId, flags }: LockedAccount,
  flag: NewFlag,
): Promise<FlagAnswer | null> {
  const known = flags.includes(flag.kind) ? await readFlags(tx, accountId) : []
  const same = known.find((each) => each.lifted === null && isSame(each, flag))
  if (same) return 'already'
  if (flag.kind !== 'repossession') return null
  return (await isLate(ctx, tx, accountId)) ? null : 'notLate'
}

function isSame(known: AccountFlag, flag: NewFlag): boolean {
  return known.kind === flag.kind && known.obligorId === flag.obligorId
}

/** What the flag means to autopay, at once. */
async function followFlag(
  ctx: DeskServicing,
  tx: Tx,
  of: { accountId: string; account: LockedAccount; flag: NewFlag; staffId: string },
): Promise<void> {
  const { accountId, flag, staffId } = of
  const account = await refreshFlags(tx, of.account)
  if (flag.kind === 'repossession') return holdIfPromised(ctx, tx, account)
  const autopay = await readAutopayOn(tx, accountId)
  const event: FlagEvent | null = autopay && flagEvent(flag, autopay.obligorId)
  if (event === null) return
  const loaded = await loadForUpdate(tx, accountId)
  await autopayAfter(tx, ctx, { loaded, cause: { kind: event, staffId } })
}
