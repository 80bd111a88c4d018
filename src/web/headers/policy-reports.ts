// POST /csp-reports: what a browser refused to load or run on our pages (ASVS 5.0 V3.4.7). Anyone
// can write here, so little is read and little is kept.
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import type { WebEnv } from '../request-context.ts'

const mostBytes = 16_384

const plain = z.string().transform((text) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 200))

const reports = z
  .array(
    z.object({
      type: z.literal('csp-violation'),
      body: z.object({ effectiveDirective: plain, blockedURL: plain, documentURL: plain }),
    }),
  )
  .max(20)

export function registerPolicyReports(app: Hono<WebEnv>): void {
  const limit = bodyLimit({ maxSize: mostBytes, onError: (c) => c.body(null, 413) })
  app.post('/csp-reports', limit, async (c) => {
    const parsed = reports.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) return c.body(null, 400)
    for (const { body } of parsed.data) {
      c.get('web').log.warn({ requestId: c.get('requestId'), ...body }, 'content policy violation')
    }
    return c.body(null, 204)
  })
}
