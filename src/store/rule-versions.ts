// The lender's rules as dated rows with a citation, never overwritten: contracts and postings
// name the one they used.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db, Tx } from './database.ts'

export type RuleVersion = {
  readonly id: string
  /** The name by which contracts and events refer to it. */
  readonly name: string
  readonly kind: string
  readonly effectiveFrom: CivilDate
  readonly body: unknown
  /** Of the body; the same name, kind and digest are the same version. */
  readonly digest: string
  readonly citation: string
  readonly recordedAt: string
}

/** Records a version; `known` when the same one was there. */
export async function insertRuleVersion(tx: Tx, rule: RuleVersion): Promise<'inserted' | 'known'> {
  const row = await tx
    .insertInto('rule_version')
    .values({
      id: rule.id,
      name: rule.name,
      kind: rule.kind,
      effective_from: rule.effectiveFrom,
      body: JSON.stringify(rule.body),
      digest: rule.digest,
      citation: rule.citation,
      recorded_at: rule.recordedAt,
    })
    .onConflict((conflict) => conflict.columns(['name', 'kind', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'known'
}

/** Every version of a kind, the one in force longest first. */
export async function readRuleVersions(db: Db, kind: string): Promise<RuleVersion[]> {
  const rows = await selectRules(db)
    .where('kind', '=', kind)
    .orderBy('effective_from')
    .orderBy('recorded_at')
    .execute()
  return rows.map(ruleOf)
}

/**
 * The version of a kind that is in force on a day: the last to take effect, and of those the last
 * recorded.
 */
export async function readRuleInForce(
  db: Db,
  at: { readonly kind: string; readonly on: CivilDate },
): Promise<RuleVersion | null> {
  const row = await selectRules(db)
    .where('kind', '=', at.kind)
    .where('effective_from', '<=', at.on)
    .orderBy('effective_from', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? ruleOf(row) : null
}

function selectRules(db: Db) {
  return db
    .selectFrom('rule_version')
    .select(['id', 'name', 'kind', 'effective_from', 'body', 'digest', 'citation', 'recorded_at'])
}

type RuleRow = Awaited<ReturnType<ReturnType<typeof selectRules>['executeTakeFirstOrThrow']>>

function ruleOf(row: RuleRow): RuleVersion {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    effectiveFrom: row.effective_from,
    body: row.body,
    digest: row.digest,
    citation: row.citation,
    recordedAt: row.recorded_at,
  }
}
