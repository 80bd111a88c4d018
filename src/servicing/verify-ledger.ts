import { nextReview } from '#src/domain/account/next-review.ts'
import { recordAll } from '#src/domain/account/record.ts'
import { replay } from '#src/domain/account/replay.ts'
import { type Posting, postingKey } from '#src/domain/ledger/posting.ts'
import { readEventsOf, verifyEvents } from '#src/store/accounts/account-events.ts'
import { type Account, accountIdsAfter, readAccounts } from '#src/store/accounts/accounts.ts'
import type { StoredEvent } from '#src/store/accounts/event-columns.ts'
import { readPostingsOf, type StoredPosting } from '#src/store/accounts/postings.ts'
import { unknownReviewsAmong } from '#src/store/accounts/reviews.ts'
import type { Db } from '#src/store/database.ts'
import { readRuleNames } from '#src/store/rule-versions.ts'
import type { ServicingContext } from './context.ts'

const ACCOUNTS_A_PAGE = 200

/** What does not follow from the sealed events: the account, the row, and what happened to it. */
export type LedgerProblem = {
  readonly accountId: string
  readonly table: 'account' | 'account_event' | 'posting'
  readonly problem: 'changed' | 'missing' | 'inserted' | 'head' | 'unreadable' | 'rules'
  /** Event number or posting id, and what was expected. */
  readonly row: string
}

export type LedgerProof = {
  readonly accounts: number
  readonly events: number
  readonly postings: number
  readonly problems: readonly LedgerProblem[]
}

/**
 * Proves every account from its events alone: the chain of seals first, then each posting that the
 * events give, and the day on which the close looks at the account again.
 */
export async function verifyLedger(
  ctx: Pick<ServicingContext, 'db' | 'vault'>,
  onProgress: (accounts: number) => void = () => undefined,
): Promise<LedgerProof> {
  const problems: LedgerProblem[] = []
  const total = { accounts: 0, events: 0, postings: 0 }
  const rules = await readRuleNames(ctx.db)
  for (let after: string | null = null; ; ) {
    const { ids, stored }: Page = await readPage(ctx.db, after)
    for (const own of stored) {
      const found = verifyAccount(ctx, own)
      if (found.length === 0 && own.reviewed === 'yes') found.push(...verifyReview(own))
      problems.push(...found, ...unknownRules(own.events, rules))
      total.accounts += 1
      total.events += own.events.length
      total.postings += own.postings.length
    }
    onProgress(total.accounts)
    after = ids.at(-1) ?? null
    if (ids.length < ACCOUNTS_A_PAGE) return { ...total, problems }
  }
}

type Stored = {
  account: Account
  events: StoredEvent[]
  postings: StoredPosting[]
  /** `notYet`: an upgrade has still to work out when the close looks at it. */
  reviewed: 'yes' | 'notYet'
}

type Page = { readonly ids: readonly string[]; readonly stored: readonly Stored[] }

/** As of one moment: what is written meanwhile is no problem. */
function readPage(db: Db, after: string | null): Promise<Page> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const ids = await accountIdsAfter(tx, { after, limit: ACCOUNTS_A_PAGE })
      const accounts = await readAccounts(tx, ids)
      const events = await readEventsOf(tx, ids)
      const postings = await readPostingsOf(tx, ids)
      const unknown = await unknownReviewsAmong(tx, ids)
      const stored = accounts.map((account): Stored => {
        const { accountId: id } = account
        const reviewed = unknown.has(id) ? 'notYet' : 'yes'
        return { account, reviewed, events: events.get(id) ?? [], postings: postings.get(id) ?? [] }
      })
      return { ids, stored }
    })
}

function verifyAccount(ctx: Pick<ServicingContext, 'vault'>, of: Stored): LedgerProblem[] {
  const { accountId } = of.account
  const chain = verifyEvents(ctx.vault, { accountId, head: of.account.events, events: of.events })
  const events = chain.map(
    ({ problem, seq }): LedgerProblem => ({
      accountId,
      table: 'account_event',
      problem: problem === 'beyondHead' ? 'inserted' : problem,
      row: `event ${seq}`,
    }),
  )
  return [...events, ...verifyPostings(of)]
}

/** A close that looks too late would miss a charge; too early, it would look for nothing. */
function verifyReview({ account, events }: Stored): LedgerProblem[] {
  const { accountId, reviewOn } = account
  const wanted = nextReview(replay(events))
  if (reviewOn === wanted) return []
  const row = `review_on ${reviewOn ?? 'never'} for ${wanted ?? 'never'}`
  return [{ accountId, table: 'account', problem: 'changed', row }]
}

/** Every event names rules that are on record, so that what it did can be explained for ever. */
function unknownRules(events: readonly StoredEvent[], rules: ReadonlySet<string>): LedgerProblem[] {
  return events
    .filter(({ ruleVersion }) => !rules.has(ruleVersion))
    .map(({ accountId, seq, ruleVersion }) => ({
      accountId,
      table: 'account_event',
      problem: 'rules',
      row: `event ${seq} (${ruleVersion})`,
    }))
}

function verifyPostings(of: Stored): LedgerProblem[] {
  const { accountId } = of.account
  const expected = expectedLines(of.events)
  if (expected === null)
    return [
      { accountId, table: 'posting', problem: 'unreadable', row: 'its events cannot be replayed' },
    ]
  const problems: LedgerProblem[] = []
  for (const row of of.postings) {
    const place = `${row.recordedBy}/${row.line}`
    const wanted = expected.get(place)
    expected.delete(place)
    if (wanted === lineKey(row)) continue
    const problem = wanted === undefined ? 'inserted' : 'changed'
    problems.push({ accountId, table: 'posting', problem, row: `${row.id} (${place})` })
  }
  for (const place of expected.keys())
    problems.push({ accountId, table: 'posting', problem: 'missing', row: place })
  return problems
}

/**
 * Each line that recording the events one by one has written, by event and number; null when they
 * make no ledger.
 */
function expectedLines(events: readonly StoredEvent[]): Map<string, string> | null {
  const lines = new Map<string, string>()
  const next = new Map<string, number>()
  try {
    for (const { recordedBy, posting } of recordAll(events)) {
      const line = next.get(recordedBy) ?? 0
      next.set(recordedBy, line + 1)
      lines.set(`${recordedBy}/${line}`, lineKey(posting))
    }
    return lines
  } catch {
    return null
  }
}

function lineKey(line: Posting & { isReversal: boolean }): string {
  return `${postingKey(line)}|${line.isReversal}`
}
