import type { Address } from './database-urls.ts'

/** `fast` gives up the data in a power cut: for clusters that tests throw away. */
export type Durability = 'durable' | 'fast'

/**
 * The server's configuration file. It reads initdb's own first; what an operator changes by
 * ALTER SYSTEM is read after both and wins.
 */
export function serverSettings(address: Address, durability: Durability): string {
  const settings = { ...whereToListen(address), ...COMMON, ...DURABILITY[durability] }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`)
  return ["include 'data/postgresql.conf'", ...lines, ''].join('\n')
}

const COMMON = {
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  jit: 'off',
  // Parallel queries need shared memory that a container often lacks, and gain little on two cores.
  max_parallel_workers_per_gather: '0',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
  // The details of a failed statement quote the row, and rows hold what people told us.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const DURABILITY: Record<Durability, Record<string, string>> = {
  durable: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  fast: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
}

function whereToListen({ host, port }: Address): Record<string, string> {
  const isSocket = host.startsWith('/')
  return {
    port: String(port),
    listen_addresses: isSocket ? '' : host,
    unix_socket_directories: isSocket ? host : '',
    unix_socket_permissions: '0700',
  }
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
