// A form that came when its sender had to confirm who they are: kept sealed for ten minutes, and
// sent on once, in the session that confirmed.
import {
  type HeldForm as HeldRow,
  keepHeldForm,
  takeHeldForm as takeRow,
} from '#src/store/logins/held-forms.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import type { SignedInSession } from '../sessions.ts'

const minutes = 10

export type HeldForm = {
  /** Of this site, with its query. */
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

/** In the place of the one that this session held before. */
export async function holdForm(
  deps: IdentityDeps,
  session: SignedInSession,
  form: HeldForm,
): Promise<void> {
  const { id: sessionId, loginId } = session
  const id = deps.newId()
  const sealed = deps.vault.seal(JSON.stringify(form.fields), heldFormContext(id))
  const expiresAt = momentAfter(deps.clock.now(), { minutes })
  const row = { sessionId, loginId, id, path: form.path, sealed, expiresAt }
  await deps.db.transaction().execute((tx) => keepHeldForm(tx, row))
}

/** Null when the session holds none, or too long, or it was taken before. */
export async function takeHeldForm(
  deps: IdentityDeps,
  session: SignedInSession,
): Promise<HeldForm | null> {
  const of = { sessionId: session.id, loginId: session.loginId, now: deps.clock.now() }
  const row = await deps.db.transaction().execute((tx) => takeRow(tx, of))
  return row && opened(deps.vault, row)
}

/** What its fields are sealed for. */
export function heldFormContext(id: string): string {
  return `held form ${id}`
}

function opened(vault: Vault, row: HeldRow): HeldForm {
  return { path: row.path, fields: JSON.parse(vault.open(row.sealed, heldFormContext(row.id))) }
}
