// The portal over a database of the bench, and people who are signed in to it.
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readConfig } from '#src/config.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Clock } from '#src/domain/clock.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { fileFolder } from '#src/gateways/file-folder.ts'
import { loadAssets } from '#src/http/static-files.ts'
import { newDeviceToken } from '#src/identity/entry/known-device.ts'
import { shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { openVisitorSession } from '#src/identity/sessions.ts'
import { normalizeUsername } from '#src/identity/username.ts'
import { newId, systemClock } from '#src/main.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import { createWeb } from '#src/web/app.tsx'
import { boardAll, currentContract } from './contracts.ts'

export const config = readConfig({})
export const assetsFolder = resolve(import.meta.dirname, '../../build/assets')

export type Portal = ReturnType<typeof openPortal>

/** What prints papers, and a folder of the job's own for their bytes. */
export function benchPapers() {
  const folder = join(tmpdir(), `keyturn-bench-${newId()}`)
  return { printer: openPrinter(), files: fileFolder(folder), folder }
}

export function openPortal(
  { db, vault, queue }: ServicingContext,
  clock: Clock = systemClock,
  papers: Pick<ReturnType<typeof benchPapers>, 'printer' | 'files'> = benchPapers(),
) {
  const assets = loadAssets(assetsFolder)
  const silent = () => undefined
  const log = { info: silent, warn: silent, error: silent }
  return createWeb({ db, vault, queue, config, clock, newId, assets, log, papers })
}

/**
 * Accounts whose primary obligor has a login with `password` as stored. The same index gives the
 * same username.
 */
export async function peopleWithLogins(
  ctx: ServicingContext,
  of: { count: number; today: CivilDate; password: string },
): Promise<Owner[]> {
  const records = Array.from({ length: of.count }, (_, at) => currentContract(at, of.today))
  const owners = await boardAll(ctx, records)
  for (const [index, { accountId, obligorId, loginId }] of owners.entries()) {
    const username = usernameOf(index)
    const normalizedName = normalizeUsername(username)
    const createdAt = ctx.clock.now()
    const { password } = of
    const login = { id: loginId, username, normalizedName, password, locale: 'en', createdAt }
    await ctx.db.transaction().execute(async (tx) => {
      await insertLogin(tx, ctx.vault, login)
      await insertLoginAccount(tx, { loginId, accountId, obligorId, addedAt: createdAt })
    })
  }
  return owners
}

export function usernameOf(index: number): string {
  return `robin.sample${index}`
}

/** The cookie of a session that has just been signed in. */
export async function signedInCookie(ctx: ServicingContext, loginId: string): Promise<string> {
  const { session: limits } = config
  const deps = { clock: systemClock, newId, limits }
  const visit = { requestId: 'bench', address: '192.0.2.1', device: 'bench' }
  const { token } = await ctx.db.transaction().execute(async (tx) => {
    const { session: replaces } = await openVisitorSession(tx, deps, { visit })
    const now = ctx.clock.now()
    const authenticated = [shownBy('password', now), shownBy('sms', now)]
    return openLoginSession(tx, deps, { loginId, authenticated, visit, replaces })
  })
  // With the cookie that a browser has after its first page.
  return `__Host-kt=${token}; __Host-kt-device=${newDeviceToken()}`
}
