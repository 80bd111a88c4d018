// A web application on a port of this machine, until it is told to stop.
import { type ServerType, serve } from '@hono/node-server'

export type Listening = { readonly stop: () => Promise<void> }

const FINISH_WITHIN_MS = 15_000

type Fetch = Parameters<typeof serve>[0]['fetch']

/** Answers once the port is taken; loopback only. */
export function listen(fetch: Fetch, port: number): Promise<Listening> {
  return new Promise((settle, fail) => {
    const server: ServerType = serve({ fetch, port, hostname: 'localhost' }, () =>
      settle({ stop: () => finish(server) }),
    )
    server.once('error', fail)
  })
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
