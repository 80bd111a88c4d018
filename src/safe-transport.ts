// In production what leaves this machine goes by TLS, and the other end proves who it is (ASVS 5.0
// V12.2, V12.3). What stays on the machine may go plain: a proxy beside the portal, a socket.

type Addresses = {
  readonly KEYTURN_PORTAL_ORIGIN?: string | undefined
  readonly KEYTURN_DESK_ORIGIN?: string | undefined
  readonly KEYTURN_TEXT_URL?: string | undefined
  readonly KEYTURN_BREACHED_URL?: string | undefined
  readonly KEYTURN_S3_URL?: string | undefined
  readonly KEYTURN_CARD_API_URL?: string | undefined
  readonly KEYTURN_CARD_PAGE_ORIGIN?: string | undefined
  readonly DATABASE_URL?: string | undefined
  readonly MIGRATE_DATABASE_URL?: string | undefined
}

/** What is wrong, by the name of the setting and with what to do; empty when all is well. */
export function transportProblems(settings: Addresses): string[] {
  return [
    ...unlessHttps('KEYTURN_PORTAL_ORIGIN', settings.KEYTURN_PORTAL_ORIGIN),
    ...unlessHttps('KEYTURN_DESK_ORIGIN', settings.KEYTURN_DESK_ORIGIN),
    ...unlessHttps('KEYTURN_TEXT_URL', settings.KEYTURN_TEXT_URL),
    ...unlessHttps('KEYTURN_BREACHED_URL', settings.KEYTURN_BREACHED_URL),
    ...unlessHttps('KEYTURN_S3_URL', settings.KEYTURN_S3_URL),
    ...unlessHttps('KEYTURN_CARD_API_URL', settings.KEYTURN_CARD_API_URL),
    ...unlessHttps('KEYTURN_CARD_PAGE_ORIGIN', settings.KEYTURN_CARD_PAGE_ORIGIN),
    ...unlessVerified('DATABASE_URL', settings.DATABASE_URL),
    ...unlessVerified('MIGRATE_DATABASE_URL', settings.MIGRATE_DATABASE_URL),
  ]
}

function unlessHttps(name: string, address: string | undefined): string[] {
  if (address === undefined) return []
  const url = new URL(address)
  if (url.protocol === 'https:' || isHere(url.hostname)) return []
  return [`${name}: must begin with https:// in production`]
}

function unlessVerified(name: string, address: string | undefined): string[] {
  if (address === undefined) return []
  const { hostname, searchParams } = new URL(address)
  // A socket is named by its folder.
  const host = searchParams.get('host') ?? hostname
  if (host === '' || host.startsWith('/') || isHere(host)) return []
  if (searchParams.get('sslmode') === 'verify-full') return []
  return [`${name}: over a network it needs ?sslmode=verify-full in production`]
}

function isHere(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
}
