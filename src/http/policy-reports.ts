// POST /csp-reports: what a browser refused to load or run on our pages (ASVS 5.0 V3.4.7). Anyone
// can write here, so little is read and little is kept.
import type { Env, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'

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

type PolicyReport = z.infer<typeof reports>[number]['body']

/** `tell`: where each report goes. */
export function registerPolicyReports<E extends Env>(
  app: Hono<E>,
  tell: (report: PolicyReport & { readonly requestId: string }) => void,
): void {
  const limit = bodyLimit({ maxSize: mostBytes, onError: (c) => c.body(null, 413) })
  app.post('/csp-reports', limit, async (c) => {
    const parsed = reports.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) return c.body(null, 400)
    const requestId = c.res.headers.get('Request-Id') ?? ''
    for (const { body } of parsed.data) tell({ requestId, ...body })
    return c.body(null, 204)
  })
}
