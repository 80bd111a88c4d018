import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requireOwnedAccount } from '#src/identity/ownership.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'

const mine = {
  accountId: '0193a5b0-0000-7000-8000-000000000001',
  obligorId: '0193a5b0-0000-7000-8000-000000000002',
}
const session = { loginId: 'me', accounts: [mine] } as unknown as SignedInSession

test('one sees one’s own account, and nothing tells a stranger’s from one that does not exist', () => {
  assert.deepEqual(requireOwnedAccount(session, mine.accountId), {
    ok: true,
    value: { ...mine, loginId: 'me' },
  })
  const others = [
    '0193a5b0-0000-7000-8000-000000000009',
    '',
    'x',
    "' or 1=1",
    mine.obligorId,
    `${mine.accountId} `,
  ]
  for (const other of others) {
    const answer = requireOwnedAccount(session, other)
    assert.deepEqual(answer, { ok: false, refusal: { code: 'accountNotFound' } })
  }
})
