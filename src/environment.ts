// The names and forms of the settings; docs/operating/SETTINGS.md says what each means.
import * as z from 'zod'

const port = wholeNumber({ least: 0, most: 65_535 })
const minutes = wholeNumber({ least: 1, most: 60 })
const hours = wholeNumber({ least: 1, most: 24 })
const address = z.url('must be a whole address, such as https://portal.example.com')
const database = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')

/** Every setting, as it stands in the environment. */
export const environment = z.object({
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
  KEYTURN_FILES_FOLDER: z.string().min(1).optional(),
  KEYTURN_S3_URL: address.optional(),
  KEYTURN_S3_REGION: z.string().min(1).optional(),
  KEYTURN_S3_KEY_ID: z.string().min(1).optional(),
  KEYTURN_S3_SECRET: z.string().min(1).optional(),
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
  KEYTURN_BREACHED_URL: address.optional(),
  KEYTURN_PRINT_FOLDER: z.string().min(1).optional(),
  KEYTURN_BANK_FOLDER: z.string().min(1).optional(),
  KEYTURN_SFTP_HOST: z.string().min(1).optional(),
  KEYTURN_SFTP_PORT: wholeNumber({ least: 1, most: 65_535 }).default(22),
  KEYTURN_SFTP_USER: z.string().min(1).optional(),
  KEYTURN_SFTP_KEY_FILE: z.string().min(1).optional(),
  KEYTURN_SFTP_HOST_KEY: z
    .string()
    .regex(
      /^SHA256:[A-Za-z0-9+/]{43}=?$/,
      'must be a fingerprint as ssh-keygen -l prints it: SHA256:…',
    )
    .optional(),
  KEYTURN_SFTP_OUT: z.string().min(1).optional(),
  KEYTURN_SFTP_IN: z.string().min(1).optional(),
  KEYTURN_CARD_API_URL: address.optional(),
  KEYTURN_CARD_PAGE_ORIGIN: address.optional(),
  KEYTURN_CARD_KEY: z.string().min(1).optional(),
  KEYTURN_CARD_EVENT_SECRET: z.string().min(1).optional(),
  KEYTURN_DEMO_CARD_PORT: port.optional(),
  KEYTURN_SESSION_IDLE_MINUTES: minutes.default(15),
  KEYTURN_SESSION_HOURS: hours.default(12),
  KEYTURN_SIGN_IN_PROFILE: z
    .enum(['standard', 'strict'], 'must be standard or strict')
    .default('standard'),
  KEYTURN_FAILURES_PER_MINUTE: wholeNumber({ least: 30, most: 100_000 }).default(300),
  KEYTURN_DESK_IDLE_MINUTES: minutes.default(15),
  KEYTURN_DESK_HOURS: hours.default(8),
  KEYTURN_OIDC_ISSUER: address.optional(),
  KEYTURN_OIDC_CLIENT: z.string().min(1).optional(),
  KEYTURN_OIDC_SECRET: z.string().min(1).optional(),
  KEYTURN_OIDC_ACR: z.string().min(1).optional(),
})

export type Settings = z.infer<typeof environment>

function wholeNumber({ least, most }: { least: number; most: number }) {
  const told = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(told).int(told).min(least, told).max(most, told)
}
