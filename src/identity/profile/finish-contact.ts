import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { claimForm, outcomeOfForm } from '#src/store/logins/form-submissions.ts'
import { note } from '../entry/confirm.ts'
import { checkCode } from '../factors/sent-code.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { type Asking, saveContacts } from './save-contacts.ts'
import { type WaitingContact, waitingContact } from './start-contact.ts'

type CodeForm = { readonly code: string; readonly key: string }

/**
 * The code that went to the new contact: right, it changes the contact; the same form again
 * changes nothing more. Asking for the code needed the level that a change needs, so that its ten
 * minutes are all there is to wait for. Refused: `codeWrong`, `codeSpent`, `waitBeforeTrying`, and
 * what `saveContacts` refuses: then the code is used, and nothing was changed.
 */
export async function finishContact(
  deps: IdentityDeps,
  asking: Asking,
  form: CodeForm,
): Promise<Outcome<'saved'>> {
  const waiting = await waitingContact(deps, asking.session)
  if (!waiting) return afterAll(deps, asking, form)
  const lane = { scope: 'contact-code', key: asking.session.loginId } as const
  const answer = await permitAttempt(deps, [lane], deps.clock.now())
  if (!answer.allowed) {
    if ((await outcomeOf(deps, asking, form)) === 'saved') return accepted('saved')
    await deps.db.transaction().execute((tx) => note(tx, deps, asking, 'factorPaused'))
    return refused(answer.refusal)
  }
  const judged = await judge(deps, asking, { waiting, permit: answer.permit, form })
  if (judged.ok || judged.refusal.code !== 'codeSpent') return judged
  const settled = await afterAll(deps, asking, form)
  if (settled.ok) await deps.db.transaction().execute((tx) => withdrawAttempt(tx, answer.permit))
  return settled
}

function judge(
  deps: IdentityDeps,
  asking: Asking,
  tried: { waiting: WaitingContact; permit: AttemptPermit; form: CodeForm },
): Promise<Outcome<'saved'>> {
  const { waiting, permit, form } = tried
  const { id: sessionId } = asking.session
  const now = deps.clock.now()
  return deps.db.transaction().execute(async (tx): Promise<Outcome<'saved'>> => {
    const given = { id: waiting.id, sessionId, code: form.code }
    const answer = await checkCode(tx, { vault: deps.vault, now }, permit, given)
    if (answer === 'spent') return refused({ code: 'codeSpent' })
    if (answer === 'wrong') {
      await note(tx, deps, asking, 'factorRefused', { factor: waiting.method })
      return refused({ code: 'codeWrong' })
    }
    await recordSuccess(tx, permit)
    const saved = await saveContacts(tx, deps, asking, waiting.change)
    if (!saved.ok) return saved
    await claimForm(tx, { sessionId, key: form.key, outcome: 'saved', submittedAt: now })
    return saved
  })
}

/** The code is used: by this very form, or by something else. */
async function afterAll(
  deps: IdentityDeps,
  asking: Asking,
  form: CodeForm,
): Promise<Outcome<'saved'>> {
  const outcome = await outcomeOf(deps, asking, form)
  return outcome === 'saved' ? accepted('saved') : refused({ code: 'codeSpent' })
}

function outcomeOf(deps: IdentityDeps, asking: Asking, form: CodeForm): Promise<string | null> {
  return outcomeOfForm(deps.db, { sessionId: asking.session.id, key: form.key })
}
