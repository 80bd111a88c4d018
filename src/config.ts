// The environment and the lender's file, read once at start, validated, typed. A wrong setting is
// refused with its name.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type * as z from 'zod'
import { environment } from './environment.ts'
import { type LenderFile, lenderFile } from './lender-file.ts'
import {
  type BankSettings,
  type BucketSettings,
  bankOf,
  bucketOf,
  type CardSettings,
  cardsOf,
  type MessageSettings,
  messagesOf,
  outsideProblems,
  type SingleSignOnSettings,
  singleSignOnOf,
} from './outside-settings.ts'
import { transportProblems } from './safe-transport.ts'

type SessionSettings = { readonly idleMinutes: number; readonly absoluteHours: number }

export type Config = {
  /** `demo` makes its own keys and has a movable clock; `production` refuses both. */
  readonly mode: 'demo' | 'production'
  readonly port: number
  readonly deskPort: number
  readonly portalOrigin: string
  readonly deskOrigin: string
  /**
   * Where the demo keeps its database, keys and files; null: a place derived from the clone's path.
   */
  readonly home: string | null
  /** Null: the embedded server. */
  readonly databaseUrl: string | null
  readonly migrateDatabaseUrl: string | null
  readonly keysFile: string | null
  /** Where the signed daily lists of chain heads go; null: `audit` in the home. */
  readonly auditFolder: string | null
  /** Where the bytes of papers are kept; null: `files` in the home. */
  readonly filesFolder: string | null
  /** Where files for the print house go; null: in a demo its home, else nobody prints. */
  readonly printFolder: string | null
  /** A bucket for them instead of a folder; null: the folder. */
  readonly bucket: BucketSettings | null
  /** How many proxies of the lender stand before the portal and add to X-Forwarded-For. */
  readonly proxyHops: number
  /** The mail server and the text gateway; null: a demo keeps messages in a mailbox of its own. */
  readonly messages: MessageSettings | null
  /** Where files for the bank go and its own arrive; null: a demo keeps them in its home. */
  readonly bank: BankSettings | null
  /** The processor of cards; null: a demo has one of its own, production takes no cards. */
  readonly cards: CardSettings | null
  /** Where a demo's own processor of cards listens. */
  readonly demoCardPort: number
  /** A service of breached passwords, asked by range; null: our own list alone. */
  readonly breachedUrl: string | null
  readonly session: SessionSettings & {
    /** `strict`: an authenticator app, a passkey or a backup code besides the password. */
    readonly profile: 'standard' | 'strict'
  }
  readonly deskSession: SessionSettings
  /** Where staff sign in at the lender's own provider; null: by passkey only. */
  readonly singleSignOn: SingleSignOnSettings | null
  /** Wrong passwords in a minute, of the whole site, before browsers that are not known wait. */
  readonly failuresPerMinute: number
  readonly lender: LenderFile
}

/**
 * Reads settings from `env`; throws ConfigError with every wrong setting by name. Empty settings
 * count as absent.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(present)
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error))
  const settings = parsed.data
  const open = settings.KEYTURN_MODE === 'production' ? transportProblems(settings) : []
  const problems = [...outsideProblems(settings), ...open]
  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  return {
    mode: settings.KEYTURN_MODE,
    port: settings.PORT,
    deskPort: settings.DESK_PORT,
    portalOrigin: settings.KEYTURN_PORTAL_ORIGIN ?? `http://localhost:${settings.PORT}`,
    deskOrigin: settings.KEYTURN_DESK_ORIGIN ?? `http://desk.localhost:${settings.DESK_PORT}`,
    home: settings.KEYTURN_HOME ?? null,
    databaseUrl: settings.DATABASE_URL ?? null,
    migrateDatabaseUrl: settings.MIGRATE_DATABASE_URL ?? null,
    keysFile: settings.KEYTURN_KEYS_FILE ?? null,
    auditFolder: settings.KEYTURN_AUDIT_FOLDER ?? null,
    filesFolder: settings.KEYTURN_FILES_FOLDER ?? null,
    printFolder: settings.KEYTURN_PRINT_FOLDER ?? null,
    bucket: bucketOf(settings),
    proxyHops: settings.KEYTURN_PROXY_HOPS,
    messages: messagesOf(settings),
    bank: bankOf(settings),
    cards: cardsOf(settings),
    demoCardPort: settings.KEYTURN_DEMO_CARD_PORT ?? besideDesk(settings.DESK_PORT),
    breachedUrl: settings.KEYTURN_BREACHED_URL ?? null,
    session: {
      idleMinutes: settings.KEYTURN_SESSION_IDLE_MINUTES,
      absoluteHours: settings.KEYTURN_SESSION_HOURS,
      profile: settings.KEYTURN_SIGN_IN_PROFILE,
    },
    deskSession: {
      idleMinutes: settings.KEYTURN_DESK_IDLE_MINUTES,
      absoluteHours: settings.KEYTURN_DESK_HOURS,
    },
    singleSignOn: singleSignOnOf(settings),
    failuresPerMinute: settings.KEYTURN_FAILURES_PER_MINUTE,
    lender: readLender(settings.KEYTURN_LENDER_FILE),
  }
}

/** The port after the desk's. */
function besideDesk(deskPort: number): number {
  return deskPort > 0 && deskPort < 65_535 ? deskPort + 1 : 3002
}

/** A setting that cannot be used: `message` names it and says what to do. */
export class ConfigError extends Error {}

function readLender(path: string | undefined): LenderFile {
  const file = path ?? resolve(import.meta.dirname, '../seeds/lender.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`KEYTURN_LENDER_FILE: cannot read ${file}`)
  }
  const parsed = lenderFile.safeParse(jsonOf(text, file))
  if (!parsed.success)
    throw new ConfigError(`the lender's file ${file}:\n${problemsOf(parsed.error)}`)
  return parsed.data
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError(`the lender's file ${file} is not JSON`)
  }
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')
}
