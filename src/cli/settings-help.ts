// What the help of a command says of its settings; docs/operating/SETTINGS.md lists them all.

const MEANING = {
  PORT: 'port of the customer portal (3000)',
  DESK_PORT: 'port of the staff desk (3001)',
  KEYTURN_HOME: 'where the demo keeps its database, keys and files',
  DATABASE_URL: 'a PostgreSQL server of your own (15 to 18) instead of the embedded one',
  MIGRATE_DATABASE_URL: 'the same database as its owner, for migrations',
  KEYTURN_LENDER_FILE: "the lender's name, numbers and rules",
} as const

export type Setting = keyof typeof MEANING

/** Every setting that most installations name. */
export const MOST_SETTINGS = Object.keys(MEANING) as Setting[]

/** Of every command that opens the book. */
export const BOOK_SETTINGS: readonly Setting[] = ['KEYTURN_HOME', 'DATABASE_URL']

/** One line for each, below the options of a command. */
export function settingsHelp(names: readonly Setting[]): string {
  const lines = names.map((name) => `  ${name.padEnd(22)} ${MEANING[name]}`)
  return ['', 'Settings (environment):', ...lines, MORE].join('\n')
}

const MORE = '  docs/operating/SETTINGS.md lists them all.'
