/** Why a database cannot be migrated, worded for who runs the command. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
