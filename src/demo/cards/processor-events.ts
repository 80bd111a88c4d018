// The demo's processor tells what happened: signed, each event twice, and again until it is taken,
// as a real one does at times.
import { createHmac, randomBytes } from 'node:crypto'

export type Deliveries = {
  readonly tell: (kind: string, object: object) => void
  readonly stop: () => void
}

/** Waits before each try, in milliseconds. */
const TRIES = [0, 500, 2000, 10_000, 60_000, 300_000]

const AGAIN_AFTER_MS = 1500

export function deliveries(to: {
  readonly url: string
  readonly secret: string
  readonly tries?: readonly number[]
}): Deliveries {
  const waiting = new Set<NodeJS.Timeout>()
  const after = (ms: number, work: () => Promise<void>) => {
    const timer = setTimeout(() => {
      waiting.delete(timer)
      void work()
    }, ms)
    waiting.add(timer)
  }
  const tries = to.tries ?? TRIES
  const deliver = (body: string, left: readonly number[]) => {
    const [wait, ...later] = left
    if (wait === undefined) return
    after(wait, async () => {
      if (!(await send(body, to))) deliver(body, later)
    })
  }
  return {
    tell: (kind, object) => {
      const body = eventOf(kind, object)
      deliver(body, tries)
      after(AGAIN_AFTER_MS, async () => void (await send(body, to)))
    },
    stop: () => {
      for (const timer of waiting) clearTimeout(timer)
      waiting.clear()
    },
  }
}

function eventOf(kind: string, object: object): string {
  return JSON.stringify({
    id: `evt_demo_${randomBytes(12).toString('hex')}`,
    object: 'event',
    type: kind,
    created: Math.floor(Date.now() / 1000),
    data: { object },
  })
}

async function send(
  body: string,
  { url, secret }: { url: string; secret: string },
): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signed(body, secret) }
  const signal = AbortSignal.timeout(10_000)
  const answer = await fetch(url, { method: 'POST', body, headers, signal }).catch(() => null)
  return answer?.ok ?? false
}

/** Of the moment it is sent: an old signature is refused. */
function signed(body: string, secret: string): string {
  const at = Math.floor(Date.now() / 1000)
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}
