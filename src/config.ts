// The environment and the lender's file, read once at start, validated, typed. A wrong setting is
// refused with its name.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { type LenderFile, lenderFile } from './lender-file.ts'
import { transportProblems } from './safe-transport.ts'

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
  /** How many proxies of the lender stand before the portal and add to X-Forwarded-For. */
  readonly proxyHops: number
  /** The mail server and the text gateway; null: a demo keeps messages in a mailbox of its own. */
  readonly messages: {
    readonly mail: { readonly url: string; readonly from: string }
    readonly text: {
      readonly url: string
      readonly account: string
      readonly secret: string
      readonly from: string
    }
  } | null
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number }
  /** Wrong passwords in a minute, of the whole site, before browsers that are not known wait. */
  readonly failuresPerMinute: number
  readonly lender: LenderFile
}

const port = wholeNumber({ least: 0, most: 65_535 })
const minutes = wholeNumber({ least: 1, most: 60 })
const hours = wholeNumber({ least: 1, most: 24 })
const address = z.url('must be a whole address, such as https://portal.example.com')
const database = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')

const environment = z.object({
  KEYTURN_MODE: z.enum(['demo', 'production'], 'must be demo or production').default('demo'),
  PORT: port.default(3000),
  DESK_PORT: port.default(3001),
  KEYTURN_PORTAL_ORIGIN: address.optional(),
  KEYTURN_DESK_ORIGIN: address.optional(),
  KEYTURN_HOME: z.string().min(1).optional(),
  DATABASE_URL: database.optional(),
  MIGRATE_DATABASE_URL: database.optional(),
  KEYTURN_KEYS_FILE: z.string().min(1).optional(),
  KEYTURN_AUDIT_FOLDER: z.string().min(1).optional(),
  KEYTURN_LENDER_FILE: z.string().min(1).optional(),
  KEYTURN_PROXY_HOPS: wholeNumber({ least: 0, most: 5 }).default(0),
  KEYTURN_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  KEYTURN_MAIL_FROM: z.string().includes('@').optional(),
  KEYTURN_TEXT_URL: address.optional(),
  KEYTURN_TEXT_ACCOUNT: z.string().min(1).optional(),
  KEYTURN_TEXT_SECRET: z.string().min(1).optional(),
  KEYTURN_TEXT_FROM: z.string().min(1).optional(),
  KEYTURN_SESSION_IDLE_MINUTES: minutes.default(15),
  KEYTURN_SESSION_HOURS: hours.default(12),
  KEYTURN_FAILURES_PER_MINUTE: wholeNumber({ least: 30, most: 100_000 }).default(300),
})

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
  if (open.length > 0) throw new ConfigError(open.join('\n'))
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
    proxyHops: settings.KEYTURN_PROXY_HOPS,
    messages: messagesOf(settings),
    session: {
      idleMinutes: settings.KEYTURN_SESSION_IDLE_MINUTES,
      absoluteHours: settings.KEYTURN_SESSION_HOURS,
    },
    failuresPerMinute: settings.KEYTURN_FAILURES_PER_MINUTE,
    lender: readLender(settings.KEYTURN_LENDER_FILE),
  }
}

const MESSAGE_SETTINGS = [
  'KEYTURN_SMTP_URL',
  'KEYTURN_MAIL_FROM',
  'KEYTURN_TEXT_URL',
  'KEYTURN_TEXT_ACCOUNT',
  'KEYTURN_TEXT_SECRET',
  'KEYTURN_TEXT_FROM',
] as const

/** All of them or none. */
function messagesOf(settings: z.infer<typeof environment>): Config['messages'] {
  const missing = MESSAGE_SETTINGS.filter((name) => settings[name] === undefined)
  if (missing.length === MESSAGE_SETTINGS.length) return null
  if (missing.length > 0)
    throw new ConfigError(`${missing.join(', ')}: missing; the others for messages are set`)
  const given = (name: (typeof MESSAGE_SETTINGS)[number]) => settings[name] ?? ''
  return {
    mail: { url: given('KEYTURN_SMTP_URL'), from: given('KEYTURN_MAIL_FROM') },
    text: {
      url: given('KEYTURN_TEXT_URL'),
      account: given('KEYTURN_TEXT_ACCOUNT'),
      secret: given('KEYTURN_TEXT_SECRET'),
      from: given('KEYTURN_TEXT_FROM'),
    },
  }
}

/** A setting that cannot be used: `message` names it and says what to do. */
export class ConfigError extends Error {}

function wholeNumber({ least, most }: { least: number; most: number }) {
  const told = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(told).int(told).min(least, told).max(most, told)
}

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
