/** Connection strings of one database for the three roles that may open it. */
export type DatabaseUrls = { superuser: string; owner: string; app: string }

export type Role = keyof DatabaseUrls

export type Passwords = Record<Role, string>

/** Where the server listens: `host` is a directory that holds a Unix socket, or an address. */
export type Address = { host: string; port: number }

export const ROLE_NAMES: Record<Role, string> = {
  superuser: 'postgres',
  owner: 'keyturn_owner',
  app: 'keyturn_app',
}

export const DATABASE_NAME = 'keyturn'

export function databaseUrls(address: Address, passwords: Passwords): DatabaseUrls {
  const url = (role: Role) => connectionUrl(address, ROLE_NAMES[role], passwords[role])
  return { superuser: url('superuser'), owner: url('owner'), app: url('app') }
}

/** The superuser in the database that every cluster has, for what is done to other databases. */
export function maintenanceUrl(address: Address, passwords: Passwords): string {
  return urlOfDatabase(databaseUrls(address, passwords).superuser, 'postgres')
}

/** The same server and roles, another database. */
export function urlsOfDatabase(urls: DatabaseUrls, database: string): DatabaseUrls {
  return {
    superuser: urlOfDatabase(urls.superuser, database),
    owner: urlOfDatabase(urls.owner, database),
    app: urlOfDatabase(urls.app, database),
  }
}

export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

// A socket directory goes in the query, where pg and libpq both let it win over the authority;
// the name in the authority keeps the string readable by the URL class.
function connectionUrl({ host, port }: Address, user: string, password: string): string {
  const isSocket = host.startsWith('/')
  const url = new URL(`postgresql://${isSocket ? 'localhost' : host}:${port}/${DATABASE_NAME}`)
  url.username = user
  url.password = password
  if (isSocket) url.searchParams.set('host', host)
  return url.href
}
