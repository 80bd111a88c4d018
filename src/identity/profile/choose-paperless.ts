import { readLastChoice } from '#src/store/accounts/obligor-changes.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession } from '../sessions.ts'
import { lockOwnPapers, savePapers } from './own-papers.ts'
import type { Asking } from './save-contacts.ts'

export type Papers = 'online' | 'mail'

/** Of the words on the page; another one with each change of what they promise. */
const PAPERLESS_WORDING = '2026-11'

export type PaperlessChoice = { readonly papers: Papers; readonly at: string }

/**
 * A wish, with its moment and the words it was made under; not the consent that federal law asks
 * for before papers may come online alone (15 USC 7001(c)). The same again changes nothing.
 */
export async function choosePaperless(
  deps: IdentityDeps,
  asking: Asking,
  papers: Papers,
): Promise<void> {
  await deps.db.transaction().execute((tx) => choose(tx, deps, asking, papers))
}

/** For who will not see them here any more; who never chose gets them by mail anyway. */
export async function papersByMail(tx: Tx, deps: IdentityDeps, asking: Asking): Promise<void> {
  const last = await readLastChoice(tx, asking.session.accounts)
  if (last?.became === 'online') await choose(tx, deps, asking, 'mail')
}

async function choose(tx: Tx, deps: IdentityDeps, asking: Asking, papers: Papers): Promise<void> {
  const own = await lockOwnPapers(tx, deps, asking.session.loginId)
  const last = await readLastChoice(tx, own.people.map(nameOf))
  if (last?.became === papers) return
  const was = last?.became ?? null
  const told = { kind: 'paperlessChosen', method: null, was, became: papers } as const
  await savePapers(tx, deps, own, { told: { ...told, wording: PAPERLESS_WORDING } })
  await note(tx, deps, asking, 'paperlessChosen', { papers })
}

/** Null before the first choice. */
export async function paperlessOf(
  db: Db,
  session: Pick<SignedInSession, 'accounts'>,
): Promise<PaperlessChoice | null> {
  const last = await readLastChoice(db, session.accounts)
  if (!last) return null
  return { papers: last.became === 'online' ? 'online' : 'mail', at: last.at }
}

function nameOf({ accountId, id: obligorId }: { accountId: string; id: string }) {
  return { accountId, obligorId }
}
