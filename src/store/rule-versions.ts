// The lender's rules as dated rows with a citation, never overwritten: contracts and events name
// the one they used.
import { createHash } from 'node:crypto'
import type { CivilDate } from '#src/domain/calendar.ts'
import { canonicalJson } from './canonical.ts'
import type { Db, Tx } from './database.ts'

export type RuleKind = 'contract' | 'servicing'

export type RuleVersion = {
  /** By which contracts and events refer to it; one name, one version. */
  readonly name: string
  readonly kind: RuleKind
  readonly effectiveFrom: CivilDate
  readonly citation: string
  readonly body: unknown
}

/**
 * Records a version: `known` when the same one was there, `different` when its name stands for
 * something else, and then nothing is written.
 */
export async function insertRuleVersion(
  tx: Tx,
  rule: RuleVersion & { readonly id: string; readonly recordedAt: string },
): Promise<'inserted' | 'known' | 'different'> {
  const digest = digestOf(rule)
  const row = await tx
    .insertInto('rule_version')
    .values({
      id: rule.id,
      name: rule.name,
      kind: rule.kind,
      effective_from: rule.effectiveFrom,
      body: canonicalJson(rule.body),
      digest,
      citation: rule.citation,
      recorded_at: rule.recordedAt,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return 'inserted'
  const there = await tx
    .selectFrom('rule_version')
    .select('digest')
    .where('name', '=', rule.name)
    .executeTakeFirstOrThrow()
  return there.digest === digest ? 'known' : 'different'
}

function digestOf({ name, kind, effectiveFrom, citation, body }: RuleVersion): string {
  const text = canonicalJson({ name, kind, effectiveFrom, citation, body })
  return createHash('sha256').update(text).digest('hex')
}

/** The version of a name; null when none is on record. */
export async function readRuleVersion(db: Db, name: string): Promise<RuleVersion | null> {
  const row = await db
    .selectFrom('rule_version')
    .select(['name', 'kind', 'effective_from', 'citation', 'body'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) return null
  const { effective_from: effectiveFrom, kind, ...rest } = row
  return { ...rest, kind: kind as RuleKind, effectiveFrom }
}

/** Every name on record. */
export async function readRuleNames(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('rule_version').select('name').execute()
  return new Set(rows.map((row) => row.name))
}
