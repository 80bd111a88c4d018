// One port of ours: answers when it is taken, refuses by the name of its setting, ends gracefully.
import { type ServerType, serve } from '@hono/node-server'
import { ConfigError } from './config.ts'

export type Running = { readonly stop: () => Promise<void> }

type Fetch = Parameters<typeof serve>[0]['fetch']

/**
 * Answers once the port is taken; loopback only. Rejects with ConfigError where the port of
 * `setting` cannot be had.
 */
export function listen(fetch: Fetch, at: { setting: string; port: number }): Promise<Running> {
  const { port } = at
  return new Promise((settle, fail) => {
    const server: ServerType = serve({ fetch, port, hostname: 'localhost' }, () =>
      settle({ stop: () => finish(server) }),
    )
    server.once('error', (error) => fail(explained(error, at)))
  })
}

const FINISH_WITHIN_MS = 15_000

function explained(error: Error, { setting, port }: { setting: string; port: number }): Error {
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return new ConfigError(
      `${setting}: port ${port} is taken by another program. End it, or set ${setting} to a free port.`,
    )
  if (code === 'EACCES')
    return new ConfigError(
      `${setting}: port ${port} is not open to this user. Set ${setting} to one above 1023.`,
    )
  return error
}

/** Takes no new connection, closes idle ones, waits for requests under way. */
function finish(server: ServerType): Promise<void> {
  return new Promise((settle) => {
    const late = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      FINISH_WITHIN_MS,
    )
    server.close(() => {
      clearTimeout(late)
      settle()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
