// What a superuser changes in the audit behind our back is named; the application's role cannot do
// any of it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import type { AuditProblem } from '#src/servicing/audit/audit-problem.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { appendAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { auditedBook } from '#test/support/audited-book.ts'
import { newTestId } from '#test/support/database.ts'

const book = await auditedBook()
const { database, chains, accountId } = book
after(book.close)

async function prove() {
  const problems: AuditProblem[] = []
  const counts: number[] = []
  const tell = {
    problem: (found: AuditProblem) => problems.push(found),
    progress: (count: number) => counts.push(count),
  }
  return { proof: await verifyAudit(database, tell), problems, counts }
}

test('an untouched audit proves itself, and there is something to prove', async () => {
  const { proof, problems, counts } = await prove()
  assert.deepEqual(problems, [])
  assert.deepEqual(proof, { chains: 5, lines: 25, broken: 0 })
  assert.deepEqual(counts, [2, 5])
})

type Family = {
  readonly what: string
  readonly lines: string
  readonly heads: string
  readonly chain: { readonly kind: 'account-audit' | 'access-audit'; readonly key: string }
  readonly column: 'account_id' | 'chain'
}

const access = (what: string, key: string): Family => {
  const chain = { kind: 'access-audit', key } as const
  return { what, lines: 'access_audit', heads: 'access_chain', chain, column: 'chain' }
}

const FAMILIES: readonly Family[] = [
  {
    what: 'an account',
    lines: 'account_audit',
    heads: 'account',
    chain: { kind: 'account-audit', key: accountId },
    column: 'account_id',
  },
  access('a login', chains.login),
  access('a staff member', chains.staff),
  access('a day of unknown names', chains.unknown),
]

type Expected = Pick<AuditProblem, 'problem' | 'seq'>
type Attempt = readonly [what: string, statements: readonly string[], expected: Expected]

function attemptsOn({ lines, heads, column, chain }: Family): readonly Attempt[] {
  const own = `${column} = '${chain.key}'`
  const back = `update ${lines} set seq = seq - 1 where ${own} and seq >`
  // Behind the others first, so that no number is there twice.
  const on = [5, 4, 3].map(
    (seq) => `update ${lines} set seq = ${seq + 1} where ${own} and seq = ${seq}`,
  )
  const names = lines === 'account_audit' ? 'actor_kind, actor_id' : 'login_id, address, device'
  const copy = (from: number, to: number) =>
    `insert into ${lines} (${column}, seq, at, request_id, action, details, seal, ${names})
     select ${column}, ${to}, at, request_id, action, details, seal, ${names}
     from ${lines} where ${own} and seq = ${from}`
  return [
    [
      'a line changed',
      [`update ${lines} set action = 'x' where ${own} and seq = 2`],
      { problem: 'changed', seq: 2 },
    ],
    [
      'the details of a line changed',
      [`update ${lines} set details = '{"a":1}' where ${own} and seq = 3`],
      { problem: 'changed', seq: 3 },
    ],
    [
      'the moment of a line changed',
      [`update ${lines} set at = at - interval '1 day' where ${own} and seq = 1`],
      { problem: 'changed', seq: 1 },
    ],
    [
      'a seal changed',
      [`update ${lines} set seal = sha256('x') where ${own} and seq = 5`],
      { problem: 'changed', seq: 5 },
    ],
    [
      'a line removed',
      [`delete from ${lines} where ${own} and seq = 3`],
      { problem: 'removed', seq: 3 },
    ],
    [
      'a line removed and the others moved up',
      [`delete from ${lines} where ${own} and seq = 3`, `${back} 3 and seq < 5`, `${back} 4`],
      { problem: 'changed', seq: 3 },
    ],
    ['a line inserted behind the last', [copy(5, 6)], { problem: 'inserted', seq: 6 }],
    ['a line inserted in between', [...on, copy(1, 3)], { problem: 'changed', seq: 3 }],
    [
      'the last lines cut off',
      [`delete from ${lines} where ${own} and seq > 3`],
      { problem: 'cutTail', seq: 4 },
    ],
    [
      'the last lines cut off and the count set back',
      [
        `delete from ${lines} where ${own} and seq > 3`,
        `update ${heads} set audit_count = 3 where ${own}`,
      ],
      { problem: 'head', seq: 3 },
    ],
    ['all lines cut off', [`delete from ${lines} where ${own}`], { problem: 'cutTail', seq: 1 }],
    [
      'the head changed',
      [`update ${heads} set audit_seal = sha256('x') where ${own}`],
      { problem: 'head', seq: 5 },
    ],
    ['the head removed', [`delete from ${heads} where ${own}`], { problem: 'missingHead', seq: 1 }],
  ]
}

for (const family of FAMILIES)
  for (const [what, statements, expected] of attemptsOn(family))
    test(`${what}, of ${family.what}, is named and is all that is named`, () =>
      book.restored([family.lines, family.heads], async () => {
        for (const statement of statements) await book.superuser(statement)
        const { problems, proof } = await prove()
        assert.deepEqual(problems, [{ chain: family.chain, ...expected }])
        assert.equal(proof.broken, 1)
      }))

test('none of it can be done by the role that the application runs as', async () => {
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  for (const family of FAMILIES)
    for (const [what, statements] of attemptsOn(family)) {
      await client.query('begin')
      const tried = (async () => {
        for (const statement of statements) await client.query(statement)
      })()
      // It moves heads on with each line, so it may set them; to no value that passes for one.
      const isOnlyHead = what === 'the head changed'
      const isAppended = what === 'a line inserted behind the last'
      if (isOnlyHead || isAppended) await tried
      else await assert.rejects(tried, /permission denied/, what)
      await client.query('rollback')
    }
  await client.end()
})

test('a chain longer than a page, and more chains than a page, are proved whole', async () => {
  const long = chainOfStaff(newTestId())
  const entry = {
    at: '2026-11-24T16:48:00.000Z',
    requestId: 'many',
    loginId: null,
    action: 'viewed',
    address: '192.0.2.1',
    device: 'Firefox on Linux',
    details: {},
  }
  await database.db.transaction().execute(async (tx) => {
    for (let at = 0; at < 2_100; at += 1)
      await appendAccessAudit(tx, database.vault, { chain: long, entry })
    for (let at = 0; at < 210; at += 1)
      await appendAccessAudit(tx, database.vault, { chain: chainOfStaff(newTestId()), entry })
  })
  const { proof, counts } = await prove()
  assert.deepEqual(proof, { chains: 5 + 211, lines: 25 + 2_100 + 210, broken: 0 })
  assert.deepEqual(counts, [2, 202, 216])
  await book.restored(['access_audit'], async () => {
    await book.superuser(`delete from access_audit where chain = '${long}' and seq = 2050`)
    const { problems } = await prove()
    assert.deepEqual(problems, [
      { chain: { kind: 'access-audit', key: long }, problem: 'removed', seq: 2050 },
    ])
  })
})

test('lines that are written while it is proved are no problem', async () => {
  let isDone = false
  const writing = (async () => {
    while (!isDone) await book.appendAccess(chains.login)
  })()
  for (let at = 0; at < 10; at += 1) assert.deepEqual((await prove()).problems, [])
  isDone = true
  await writing
})
