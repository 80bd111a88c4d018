// The statements by which tries are counted. Rules are few and never change while we run, so each
// statement is put together once for the rules of its lanes. A lane's step waits for the one before
// it, which keeps the order in which rows are locked.
import { type RawBuilder, sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'

export type AttemptRule = {
  /** So many tries in a row carry no wait; the last of them starts the first one. */
  readonly freeTries: number
  readonly firstWaitSeconds: number
  readonly longestWaitSeconds: number
  /** A row untouched for longer counts as none. */
  readonly forgetAfterHours: number
  /** With so many failures no try is taken any more, however long ago they were; null: never. */
  readonly closesAfter: number | null
}

/** `cleared`: nothing is remembered any more. `givenBack`: this try is not. */
export type Settled = 'cleared' | 'givenBack'

/** `scope0`, `key0` and so on, one pair for each lane; `now`. */
type Given = Readonly<Record<string, unknown>>

type Taken = { wait_until: string | null; is_last: boolean }
type Refused = { lane: number; wait_until: string | null }

/** One row for each lane that took the try; none after the first that refuses. */
export const takeStatement = keptFor((rules: readonly AttemptRule[]) =>
  compiledOnce((_, given: Given) => {
    const steps = rules.map((rule, at) => {
      const tries = sql`case when ${isForgotten(rule, given)} then 1 else old.failures + 1 end`
      return sql`lane${sql.raw(String(at))} as (
        insert into attempt_budget as old (scope, key_hash, failures, last_failure_at, wait_until)
        select ${given[`scope${at}`]}::text, ${given[`key${at}`]}::bytea, 1,
          ${given.now}::timestamptz, ${waitAfter(sql`1`, rule, given)}
        where ${at === 0 ? sql`true` : sql`exists (select from lane${sql.raw(String(at - 1))})`}
        on conflict (scope, key_hash) do update
          set failures = ${tries}, last_failure_at = excluded.last_failure_at,
            wait_until = ${waitAfter(tries, rule, given)}
          where ${isOpen(rule, given)}
        returning wait_until, failures >= ${closing(rule)} as is_last)`
    })
    const lanes = rules.map((_, at) => sql`select * from lane${sql.raw(String(at))}`)
    return sql<Taken>`with ${sql.join(steps)} ${sql.join(lanes, sql` union all `)}`
  }),
)

/** The lanes that take no try now, and until when; null: closed. */
export const refusalStatement = keptFor((rules: readonly AttemptRule[]) =>
  compiledOnce((_, given: Given) => {
    const lanes = rules.map(
      (rule, at) => sql`
      select ${sql.lit(at)} as lane,
        case when old.failures < ${closing(rule)} then old.wait_until end as wait_until
      from attempt_budget old
      where old.scope = ${given[`scope${at}`]} and old.key_hash = ${given[`key${at}`]}
        and not (${isOpen(rule, given)})`,
    )
    return sql<Refused>`${sql.join(lanes, sql` union all `)}`
  }),
)

export const settleStatement = keptFor((how: readonly Settled[]) =>
  compiledOnce((_, given: Given) => {
    const steps = how.map((as, at) => {
      const before =
        at === 0 ? sql`` : sql`and (select count(*) from lane${sql.raw(String(at - 1))}) >= 0`
      const which = sql`where scope = ${given[`scope${at}`]} and key_hash = ${given[`key${at}`]}
        ${before} returning 1`
      const settle =
        as === 'cleared'
          ? sql`delete from attempt_budget`
          : sql`update attempt_budget set failures = greatest(failures - 1, 0), wait_until = null`
      return sql`lane${sql.raw(String(at))} as (${settle} ${which})`
    })
    return sql`with ${sql.join(steps)} select from lane${sql.raw(String(how.length - 1))}`
  }),
)

function isForgotten(rule: AttemptRule, given: Given): RawBuilder<unknown> {
  return sql`old.last_failure_at
    < ${given.now}::timestamptz - make_interval(hours => ${sql.lit(rule.forgetAfterHours)})`
}

/** No wait runs and it is not closed. */
function isOpen(rule: AttemptRule, given: Given): RawBuilder<unknown> {
  // A wait that is longer than any was written before the clock was set back.
  const longest = sql`make_interval(secs => ${sql.lit(rule.longestWaitSeconds)})`
  return sql`(old.wait_until is null or old.wait_until <= ${given.now}::timestamptz
      or ${isForgotten(rule, given)} or old.wait_until > ${given.now}::timestamptz + ${longest})
    and old.failures < ${closing(rule)}`
}

function closing({ closesAfter }: AttemptRule): RawBuilder<unknown> {
  return closesAfter === null ? sql`2147483647` : sql.lit(closesAfter)
}

function waitAfter(tries: RawBuilder<unknown>, rule: AttemptRule, given: Given) {
  const { freeTries, firstWaitSeconds, longestWaitSeconds } = rule
  // Sixteen doublings pass any wait that is meant; more would overflow.
  const doublings = sql`least(${tries} - ${sql.lit(freeTries)}, 16)`
  const grown = sql`${sql.lit(firstWaitSeconds)} * power(2, ${doublings})`
  const seconds = sql`least(${sql.lit(longestWaitSeconds)}, ${grown})`
  return sql`case when ${tries} >= ${sql.lit(freeTries)}
    then ${given.now}::timestamptz + make_interval(secs => ${seconds}) end`
}

function keptFor<Of, Statement>(make: (of: readonly Of[]) => Statement) {
  const known = new Map<string, Statement>()
  return (of: readonly Of[]): Statement => {
    const name = JSON.stringify(of)
    const statement = known.get(name) ?? make(of)
    known.set(name, statement)
    return statement
  }
}
