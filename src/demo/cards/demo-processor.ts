// The card processor of a demo: a small server on this machine that behaves as a real one does to
// the library that talks to it, and that moves no money.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { registerHostedPage } from './pay-on-page.ts'
import { type Processor, registerProcessorApi } from './processor-api.ts'
import { openProcessorBook } from './processor-book.ts'
import { deliveries } from './processor-events.ts'
import { registerRefunds } from './refunds-api.ts'
import { registerSavedCards } from './saved-cards-api.ts'

export type DemoProcessorSettings = {
  /** 0: any that is free. */
  readonly port: number
  /** Where its rows are kept; null: nowhere. */
  readonly file: string | null
  readonly secretKey: string
  readonly eventSecret: string
  /** Where events are sent. */
  readonly eventUrl: string
  /** By which money is dated. */
  readonly now: () => string
  readonly disputeAfterMs?: number
  readonly refundFailsAfterMs?: number
  /** Waits before each try of an event. */
  readonly tries?: readonly number[]
}

export type DemoProcessor = {
  readonly origin: string
  readonly stop: () => Promise<void>
}

const DISPUTED_AFTER_MS = 20_000
const REFUND_FAILS_AFTER_MS = 60_000

/** Answers once it listens, on this machine alone. */
export async function startDemoProcessor(settings: DemoProcessorSettings): Promise<DemoProcessor> {
  const { secretKey, now, eventUrl: url, eventSecret: secret, tries } = settings
  const events = deliveries({ url, secret, ...(tries && { tries }) })
  let origin = ''
  const at: Processor = {
    ...{ events, secretKey, now, origin: () => origin },
    book: openProcessorBook(settings.file),
    disputeAfterMs: settings.disputeAfterMs ?? DISPUTED_AFTER_MS,
    refundFailsAfterMs: settings.refundFailsAfterMs ?? REFUND_FAILS_AFTER_MS,
  }
  const app = new Hono()
  registerProcessorApi(app, at)
  registerRefunds(app, at)
  registerSavedCards(app, at)
  registerHostedPage(app, at)
  const server = await listening(app.fetch, settings.port)
  origin = `http://localhost:${server.port}`
  return {
    origin,
    stop: async () => {
      events.stop()
      await server.close()
    },
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listening(
  fetch: Fetch,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((settle, fail) => {
    const server = serve({ fetch, port, hostname: 'localhost' }, (info) =>
      settle({
        port: info.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.once('error', fail)
  })
}
