// GET /accounts/:id
import type { Hono } from 'hono'
import { leaseOverview } from '../lease/lease-overview.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { loanOverview } from './loan-overview.tsx'

export function registerOverview(app: Hono<WebEnv>): void {
  app.get('/accounts/:id', pageByProduct({ loan: loanOverview, lease: leaseOverview }))
}
