// Papers by mail, or online alone: the latter only with the consent of 15 USC 7001(c), whose
// notice, moment and proof are kept for each account. Whoever gave none, or gave it to an older
// notice, gets paper.
import {
  type LastChoice,
  type ObligorName,
  readLastChoices,
} from '#src/store/accounts/obligor-changes.ts'
import type { Db, Tx } from '#src/store/database.ts'
import type { Vault } from '#src/vault/vault.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession } from '../sessions.ts'
import { lockOwnPapers, savePapers } from './own-papers.ts'
import type { Asking } from './save-contacts.ts'

export type Papers = 'online' | 'mail'

/** Of the notice on the page; another one with each material change of what it says. */
export const PAPERLESS_WORDING = '2026-12'

export type PaperlessChoice = {
  /** What holds for every account of the person. */
  readonly papers: Papers
  readonly at: string
  /** They wanted papers online, but not under the notice of today, or not for every account. */
  readonly isOutdated: boolean
}

/** `sampleCode`: the code of the sample paper, which only who opened it can know, was typed. */
export type PapersWish =
  | { readonly papers: 'mail' }
  | { readonly papers: 'online'; readonly proof: 'sampleCode' }

/**
 * Consent to papers online alone, or its withdrawal, for every account of the login. The caller has
 * shown the notice and compared the code. The same again changes nothing.
 */
export async function choosePaperless(
  deps: IdentityDeps,
  asking: Asking,
  wish: PapersWish,
): Promise<void> {
  await deps.db.transaction().execute((tx) => choose(tx, deps, asking, wish))
}

/** For who will not see them here any more; who never chose gets them by mail anyway. */
export async function papersByMail(tx: Tx, deps: IdentityDeps, asking: Asking): Promise<void> {
  const last = await readLastChoices(tx, asking.session.accounts)
  if (last.some(({ became }) => became === 'online'))
    await choose(tx, deps, asking, { papers: 'mail' })
}

async function choose(tx: Tx, deps: IdentityDeps, asking: Asking, wish: PapersWish): Promise<void> {
  const { loginId } = asking.session
  if (await savePapersWish(tx, deps, { loginId, wish }))
    await note(tx, deps, asking, 'paperlessChosen', { papers: wish.papers })
}

/**
 * The same wherever it comes from: the person's own page, or staff for a caller, who only ever
 * withdraw. False where nothing changed. Whoever calls writes down who did it.
 */
export async function savePapersWish(
  tx: Tx,
  deps: Pick<IdentityDeps, 'vault' | 'clock' | 'newId'>,
  of: { readonly loginId: string; readonly wish: PapersWish; readonly staffId?: string },
): Promise<boolean> {
  const { loginId, wish, staffId } = of
  const own = await lockOwnPapers(tx, deps, loginId)
  const names = own.people.map(nameOf)
  const last = await readLastChoices(tx, names)
  if (names.every((name) => stands(last.find(isOf(name)), wish))) return false
  const was = newest(last)?.became ?? null
  const { papers } = wish
  const proof = wish.papers === 'online' ? wish.proof : null
  const told = { kind: 'paperlessChosen', method: null, was, became: papers } as const
  await savePapers(tx, deps, own, {
    told: { ...told, wording: PAPERLESS_WORDING, proof },
    ...(staffId !== undefined && { staffId }),
  })
  return true
}

function stands(last: LastChoice | undefined, { papers }: PapersWish): boolean {
  if (last === undefined) return false
  return papers === 'online' ? isConsent(last) : last.became === 'mail'
}

/** Null before the first choice. */
export async function paperlessOf(
  db: Db,
  session: Pick<SignedInSession, 'accounts'>,
): Promise<PaperlessChoice | null> {
  const last = await readLastChoices(db, session.accounts)
  const latest = newest(last)
  if (!latest) return null
  const consented = last.filter(isConsent)
  const isOnline = consented.length === session.accounts.length
  const isOutdated = !isOnline && last.some(({ became }) => became === 'online')
  return { papers: isOnline ? 'online' : 'mail', at: latest.at, isOutdated }
}

/** Of these, those to whom papers go by mail: all without a consent to the notice of today. */
export async function whoGetsPaper(
  db: Db,
  of: readonly ObligorName[],
): Promise<readonly ObligorName[]> {
  const last = await readLastChoices(db, of)
  return of.filter((name) => !last.some((one) => isOf(name)(one) && isConsent(one)))
}

/** What the sample paper of a login shows: the same until the notice changes. */
export function sampleCodeOf(vault: Vault, loginId: string): string {
  const bytes = vault.mac('paper sample', loginId, PAPERLESS_WORDING)
  return [...bytes.subarray(0, 6)].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('')
}

/** Without those that are taken for one another. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function isConsent({ became, wording, proof }: LastChoice): boolean {
  return became === 'online' && wording === PAPERLESS_WORDING && proof !== null
}

function newest(last: readonly LastChoice[]): LastChoice | undefined {
  return [...last].sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}

function isOf({ accountId, obligorId }: ObligorName) {
  return (one: ObligorName) => one.accountId === accountId && one.obligorId === obligorId
}

function nameOf({ accountId, id: obligorId }: { accountId: string; id: string }): ObligorName {
  return { accountId, obligorId }
}
