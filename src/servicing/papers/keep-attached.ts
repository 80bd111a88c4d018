// What every paper from outside goes through, whoever brings it: its bytes are on the disk and were
// looked through before; under the account's lock its row is written, and whoever may see it is told.
import type { AttachedKind } from '#src/domain/attached-kinds.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { obligorsOf } from '#src/store/accounts/notice-days.ts'
import type { Tx } from '#src/store/database.ts'
import {
  findAttachedByForm,
  insertAttachedPaper,
  readAllAttached,
} from '#src/store/documents/attached-papers.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfAttached } from './tell-of-attached.ts'

export type PaperToKeep = {
  readonly kind: AttachedKind
  /** 1 to 120 characters, without any number of an account. */
  readonly title: string
  readonly onDate: CivilDate
  readonly locale: 'en' | 'es'
  /** Who alone sees it; null: everybody who owes. */
  readonly obligorId: string | null
  /** The paper in whose place it comes; null: none. */
  readonly replaces: string | null
  readonly formKey: string
}

export type Keeping = {
  readonly accountId: string
  readonly paper: PaperToKeep
  readonly digest: Buffer
  readonly pages: number
  readonly size: number
  /** Who attaches it; null: a boarding file. */
  readonly staffId: string | null
}

/** `known`: it came before, in the same form. `same`: these bytes stand on the account already. */
export type KeptAnswer =
  | { readonly is: 'kept' | 'known'; readonly paperId: string }
  | { readonly is: 'notFound' | 'same' | 'replaced' }

/** In the caller's transaction, which writes the audit line of what was `kept`. */
export async function keepAttached(
  ctx: ServicingContext,
  tx: Tx,
  of: Keeping,
): Promise<KeptAnswer> {
  const { accountId, paper, staffId, ...file } = of
  if (!(await lockAccount(tx, accountId))) return { is: 'notFound' }
  const known = await findAttachedByForm(tx, { accountId, formKey: paper.formKey })
  if (known !== null) return { is: 'known', paperId: known }
  const refused = await problemOf(tx, of)
  if (refused !== null) return { is: refused }
  const id = ctx.newId()
  await insertAttachedPaper(tx, {
    ...{ ...paper, ...file, accountId, id },
    attachedBy: staffId,
    attachedOn: await businessDay(tx),
    attachedAt: ctx.clock.now(),
  })
  const { kind, obligorId } = paper
  await tellOfAttached(ctx, tx, { accountId, obligorId, kind, template: 'paperAttached' })
  return { is: 'kept', paperId: id }
}

async function problemOf(
  tx: Tx,
  { accountId, paper, digest }: Keeping,
): Promise<'notFound' | 'same' | 'replaced' | null> {
  const { obligorId, replaces } = paper
  const people = (await obligorsOf(tx, [accountId])).get(accountId) ?? []
  if (obligorId !== null && !people.includes(obligorId)) return 'notFound'
  const there = await readAllAttached(tx, accountId)
  if (there.some((one) => one.removedAt === null && one.digest.equals(digest))) return 'same'
  if (replaces === null) return null
  const before = there.find(({ id }) => id === replaces)
  if (!before || before.removedAt !== null) return 'notFound'
  return before.replacedBy === null ? null : 'replaced'
}
