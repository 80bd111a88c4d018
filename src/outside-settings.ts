// Settings of what Keyturn reaches outside of itself: each has several that only work together.
import type { Settings } from './environment.ts'

export type MessageSettings = {
  readonly mail: { readonly url: string; readonly from: string }
  readonly text: {
    readonly url: string
    readonly account: string
    readonly secret: string
    readonly from: string
  }
}

export type SingleSignOnSettings = {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  /** How somebody must have signed in there, in the provider's words; null: its `amr` decides. */
  readonly acr: string | null
}

export type SftpSettings = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly keyFile: string
  /** "SHA256:" and the digest of the server's key, as `ssh-keygen -l` prints it. */
  readonly hostKey: string
  /** Folders there: of our files, and of the bank's. */
  readonly out: string
  readonly in: string
}

export type BankSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | ({ readonly kind: 'sftp' } & SftpSettings)

/** The processor of cards; its page is where customers type them. */
export type CardSettings = {
  readonly apiUrl: string
  readonly pageOrigin: string
  readonly secretKey: string
  readonly eventSecret: string
}

/** A bucket of a store with the shape of S3. */
export type BucketSettings = {
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** What is missing beside what is set, and what cannot be used; empty when all of it can. */
export function outsideProblems(settings: Settings): string[] {
  return [
    ...missingOf(settings, { names: MESSAGE_SETTINGS, what: 'messages' }),
    ...missingOf(settings, { names: SSO_SETTINGS, what: 'single sign-on' }),
    ...missingOf(settings, { names: SFTP_SETTINGS, what: 'the bank' }),
    ...missingOf(settings, { names: CARD_SETTINGS, what: 'cards' }),
    ...missingOf(settings, { names: BUCKET_SETTINGS, what: 'files in a bucket' }),
    ...addressWithoutKey(settings),
    ...issuerProblems(settings),
    ...(settings.KEYTURN_SFTP_HOST !== undefined && settings.KEYTURN_BANK_FOLDER !== undefined
      ? ['KEYTURN_BANK_FOLDER: leave it out, the bank is reached at KEYTURN_SFTP_HOST']
      : []),
    ...(settings.KEYTURN_S3_URL !== undefined && settings.KEYTURN_FILES_FOLDER !== undefined
      ? ['KEYTURN_FILES_FOLDER: leave it out, files are kept at KEYTURN_S3_URL']
      : []),
  ]
}

/** The client's secret and the codes of staff go there. */
function issuerProblems({ KEYTURN_OIDC_ISSUER: issuer }: Settings): string[] {
  if (issuer === undefined) return []
  const { protocol, hostname } = new URL(issuer)
  const isOpen = protocol !== 'https:' && hostname !== 'localhost'
  return isOpen ? ['KEYTURN_OIDC_ISSUER: must begin with https://'] : []
}

/** An address of a processor alone would leave every customer without a way to pay by card. */
function addressWithoutKey(settings: Settings): string[] {
  const set = CARD_ADDRESSES.filter((name) => settings[name] !== undefined)
  const hasNone = CARD_SETTINGS.every((name) => settings[name] === undefined)
  if (set.length === 0 || !hasNone) return []
  return [`${set.join(', ')}: set, but not ${CARD_SETTINGS.join(' and ')}: set them, or none`]
}

/** All of them or none. */
function missingOf(
  settings: Settings,
  of: { readonly names: readonly (keyof Settings)[]; readonly what: string },
): string[] {
  const missing = of.names.filter((name) => settings[name] === undefined)
  if (missing.length === 0 || missing.length === of.names.length) return []
  return [`${missing.join(', ')}: missing; the others for ${of.what} are set: set all or none`]
}

/** Each by its name; null where none is set. */
function given<Name extends keyof Settings>(
  settings: Settings,
  names: readonly Name[],
): ((name: Name) => string) | null {
  if (names.some((name) => settings[name] === undefined)) return null
  return (name) => String(settings[name])
}

const MESSAGE_SETTINGS = [
  'KEYTURN_SMTP_URL',
  'KEYTURN_MAIL_FROM',
  'KEYTURN_TEXT_URL',
  'KEYTURN_TEXT_ACCOUNT',
  'KEYTURN_TEXT_SECRET',
  'KEYTURN_TEXT_FROM',
] as const

export function messagesOf(settings: Settings): MessageSettings | null {
  const value = given(settings, MESSAGE_SETTINGS)
  if (value === null) return null
  return {
    mail: { url: value('KEYTURN_SMTP_URL'), from: value('KEYTURN_MAIL_FROM') },
    text: {
      url: value('KEYTURN_TEXT_URL'),
      account: value('KEYTURN_TEXT_ACCOUNT'),
      secret: value('KEYTURN_TEXT_SECRET'),
      from: value('KEYTURN_TEXT_FROM'),
    },
  }
}

const SSO_SETTINGS = ['KEYTURN_OIDC_ISSUER', 'KEYTURN_OIDC_CLIENT', 'KEYTURN_OIDC_SECRET'] as const

export function singleSignOnOf(settings: Settings): SingleSignOnSettings | null {
  const value = given(settings, SSO_SETTINGS)
  if (value === null) return null
  return {
    issuer: value('KEYTURN_OIDC_ISSUER'),
    client: value('KEYTURN_OIDC_CLIENT'),
    secret: value('KEYTURN_OIDC_SECRET'),
    acr: settings.KEYTURN_OIDC_ACR ?? null,
  }
}

const SFTP_SETTINGS = [
  'KEYTURN_SFTP_HOST',
  'KEYTURN_SFTP_USER',
  'KEYTURN_SFTP_KEY_FILE',
  'KEYTURN_SFTP_HOST_KEY',
  'KEYTURN_SFTP_OUT',
  'KEYTURN_SFTP_IN',
] as const

export function bankOf(settings: Settings): BankSettings | null {
  const folder = settings.KEYTURN_BANK_FOLDER
  if (folder !== undefined) return { kind: 'folder', folder }
  const value = given(settings, SFTP_SETTINGS)
  if (value === null) return null
  return {
    kind: 'sftp',
    host: value('KEYTURN_SFTP_HOST'),
    port: settings.KEYTURN_SFTP_PORT,
    user: value('KEYTURN_SFTP_USER'),
    keyFile: value('KEYTURN_SFTP_KEY_FILE'),
    hostKey: value('KEYTURN_SFTP_HOST_KEY'),
    out: value('KEYTURN_SFTP_OUT'),
    in: value('KEYTURN_SFTP_IN'),
  }
}

const CARD_ADDRESSES = ['KEYTURN_CARD_API_URL', 'KEYTURN_CARD_PAGE_ORIGIN'] as const
const CARD_SETTINGS = ['KEYTURN_CARD_KEY', 'KEYTURN_CARD_EVENT_SECRET'] as const

export function cardsOf(settings: Settings): CardSettings | null {
  const value = given(settings, CARD_SETTINGS)
  if (value === null) return null
  return {
    apiUrl: settings.KEYTURN_CARD_API_URL ?? 'https://api.stripe.com',
    pageOrigin: new URL(settings.KEYTURN_CARD_PAGE_ORIGIN ?? 'https://checkout.stripe.com').origin,
    secretKey: value('KEYTURN_CARD_KEY'),
    eventSecret: value('KEYTURN_CARD_EVENT_SECRET'),
  }
}

const BUCKET_SETTINGS = [
  'KEYTURN_S3_URL',
  'KEYTURN_S3_REGION',
  'KEYTURN_S3_KEY_ID',
  'KEYTURN_S3_SECRET',
] as const

export function bucketOf(settings: Settings): BucketSettings | null {
  const value = given(settings, BUCKET_SETTINGS)
  if (value === null) return null
  return {
    url: value('KEYTURN_S3_URL'),
    region: value('KEYTURN_S3_REGION'),
    keyId: value('KEYTURN_S3_KEY_ID'),
    secret: value('KEYTURN_S3_SECRET'),
  }
}
