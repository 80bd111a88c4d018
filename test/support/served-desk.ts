// The real desk on a loopback port and its own host name, over the book of a served portal.
import { resolve } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { readConfig } from '#src/config.ts'
import { createDesk, type DeskDeps } from '#src/desk/app.tsx'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { loadAssets } from '#src/http/static-files.ts'
import { addByCommand } from '#src/identity/staff/staff-roster.ts'
import type { StaffRole } from '#src/store/staff/staff.ts'
import { newTestId } from './database.ts'
import { testPapers } from './papers.ts'
import type { Portal } from './portal.ts'
import type { ServedPortal } from './served-portal.ts'

export type ServedDesk = ServedPortal & {
  /** A link that works once, as the command line prints it. */
  readonly linkFor: (email: string, role: StaffRole, name?: string) => Promise<string>
}

export async function serveDesk(
  portal: ServedPortal,
  other: Partial<DeskDeps> = {},
): Promise<ServedDesk> {
  const { server, port } = await listen((request, bindings) => desk.fetch(request, bindings))
  const config = readConfig({ DESK_PORT: String(port) })
  const { db, vault, queue } = portal.ctx
  const { clock } = portal
  const log = { info: () => undefined, warn: keep('warn'), error: keep('error') }
  const assets = loadAssets(resolve(import.meta.dirname, '../../build/assets'))
  const papers = { ...(portal.papers ?? testPapers()), checkPdf: openPdfCheck() }
  const shared = { db, vault, queue, clock, newId: newTestId, papers }
  const desk = createDesk({ ...shared, config, assets, log, ...other })
  function keep(level: string) {
    return (details: object, message: string) => {
      portal.lines.push({ level, details, message })
    }
  }
  const { deskOrigin } = config
  return {
    ...portal,
    config,
    origin: deskOrigin,
    request: desk.request.bind(desk) as Portal['request'],
    linkFor: async (email, role, name = 'Dora Desk') => {
      const link = await addByCommand({ ...shared, deskOrigin }, { name, email, role })
      if (typeof link === 'string') throw new Error(link)
      return link.url
    },
    close: () => stop(server),
  }
}

/** Opens a link and makes a passkey on the page's device; ends on the start of the desk. */
export async function enrollAtDesk(page: Page, link: string, name = 'Laptop'): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name of this passkey').fill(name)
  await page.getByRole('button', { name: 'Make my passkey' }).click()
  await page.waitForURL('**/customers')
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen(fetch: Fetch): Promise<{ server: ServerType; port: number }> {
  return new Promise((settle, fail) => {
    const server = serve({ fetch, port: 0, hostname: 'localhost' }, ({ port }) =>
      settle({ server, port }),
    )
    server.once('error', fail)
  })
}

function stop(server: ServerType): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
