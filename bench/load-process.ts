// The process that `startLoad` of support/load.ts starts.
import { Agent, get } from 'node:http'
import type { LoadAnswer, LoadOrder, Request } from './support/load.ts'

process.on('message', async (order: LoadOrder) => {
  process.send?.(await load(order))
})

async function load(order: LoadOrder): Promise<LoadAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
  const latenciesMs: number[] = []
  let failures = 0
  let sent = 0
  const one = async () => {
    while (sent < order.count) {
      const request = order.requests[sent % order.requests.length]
      sent += 1
      if (!request) return
      const begun = performance.now()
      if ((await statusOf(agent, order.port, request)) !== 200) failures += 1
      latenciesMs.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: order.connections }, one))
  agent.destroy()
  return { failures, latenciesMs }
}

/** The status of an answer that was read to its end; 0 where there was none. */
function statusOf(agent: Agent, port: number, { path, headers }: Request): Promise<number> {
  return new Promise((resolve) => {
    get({ agent, host: '127.0.0.1', port, path, headers }, (response) => {
      response.once('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    }).once('error', () => resolve(0))
  })
}
