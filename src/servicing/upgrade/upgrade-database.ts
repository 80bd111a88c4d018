import { connect } from '#src/store/database.ts'
import { migrate } from '#src/store/schema/migrate.ts'
import type { ServicingContext } from '../context.ts'
import { recordRules } from './record-rules.ts'

/**
 * The schema of this release, then the lender's rules on record, as the owner of the database.
 * Answers with what is new; safe to run again. Throws MigrationError or RulesChanged.
 */
export async function upgradeDatabase(
  ownerUrl: string,
  by: Pick<ServicingContext, 'clock' | 'newId' | 'lender'>,
): Promise<readonly string[]> {
  const { applied } = await migrate(ownerUrl)
  const db = connect({ url: ownerUrl, max: 1, applicationName: 'keyturn migrate' })
  try {
    const rules = await recordRules({ ...by, db }, by.lender)
    return [...applied, ...rules.map((name) => `rules ${name}`)]
  } finally {
    await db.destroy()
  }
}
