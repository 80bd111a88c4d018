import { assert } from '#src/domain/assert.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { setLetterAside } from '#src/store/documents/letters-set-aside.ts'
import type { Letter } from '#src/store/documents/print-files.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import type { ServicingContext } from '../context.ts'

/**
 * Those of the letters that can go somewhere. Whoever has no mailing address any more gets none:
 * the letter is set aside for somebody at the desk, and the others go.
 */
export async function lettersToSend(
  ctx: ServicingContext,
  letters: readonly Letter[],
): Promise<Letter[]> {
  const going: Letter[] = []
  for (const letter of letters) {
    const person = await readObligor(ctx.db, ctx.vault, letter)
    assert(person, 'a letter is to somebody who owes')
    if (person.details.address !== null) going.push(letter)
    else await setAside(ctx, letter)
  }
  return going
}

/** Once, with a line in the audit of the account. */
async function setAside(ctx: ServicingContext, letter: Letter): Promise<void> {
  const { accountId, obligorId: obligor, paper } = letter
  await ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    const at = ctx.clock.now()
    if (!account || !(await setLetterAside(tx, letter, at))) return
    const details = { letter: letter.id, paper: paper.id, obligor }
    await openMoneyTask(ctx, tx, {
      ...{ kind: 'letterNoAddress', about: letter.id, accountId },
      details: { paperId: paper.id, obligorId: obligor },
    })
    const actor = { kind: 'system', id: 'papers by mail' } as const
    const entry = { at, requestId: ctx.requestId, actor, action: 'letter set aside', details }
    await appendAccountAudit(tx, ctx.vault, { account, entry })
  })
}
