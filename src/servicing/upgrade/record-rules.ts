import { date } from '#src/domain/calendar.ts'
import type { ContractRules } from '#src/domain/contract/contract-rules.ts'
import { insertRuleVersion, type RuleVersion } from '#src/store/rule-versions.ts'
import type { LenderFile, ServicingRules } from '../../lender-file.ts'
import type { ServicingContext } from '../context.ts'
import { contractRules } from '../lender-rules.ts'

/** A version whose name stands for other rules in this database; `message` is for a person. */
export class RulesChanged extends Error {}

/**
 * Keeps every version of the lender's file, as the owner of the database; answers with the names
 * that are new. Throws RulesChanged, and records nothing, where a known name has other rules now.
 */
export async function recordRules(
  ctx: Pick<ServicingContext, 'db' | 'clock' | 'newId'>,
  lender: LenderFile,
): Promise<string[]> {
  const recordedAt = ctx.clock.now()
  return ctx.db.transaction().execute(async (tx) => {
    const added: string[] = []
    for (const rule of ruleVersions(lender)) {
      const result = await insertRuleVersion(tx, { ...rule, id: ctx.newId(), recordedAt })
      if (result === 'different') throw new RulesChanged(changedText(rule.name))
      if (result === 'inserted') added.push(rule.name)
    }
    return added
  })
}

function changedText(name: string): string {
  return (
    `the rules ${name} of the lender's file are on record with other content. ` +
    'Restore them, and give the new rules a name and a day of their own.'
  )
}

function ruleVersions(lender: LenderFile): RuleVersion[] {
  const version = (
    kind: RuleVersion['kind'],
    { name, effectiveFrom, citation, ...body }: ContractRules | ServicingRules,
  ): RuleVersion => ({ name, kind, effectiveFrom: date(effectiveFrom), citation, body })
  return [
    ...contractRules(lender).map((rules) => version('contract', rules)),
    ...lender.rules.servicing.map((rules) => version('servicing', rules)),
  ]
}
