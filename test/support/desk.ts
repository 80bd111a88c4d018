// The desk over a test database, as `openPortal` has the portal.
import { resolve } from 'node:path'
import type { Hono } from 'hono'
import { readConfig } from '#src/config.ts'
import { createDesk, type DeskDeps } from '#src/desk/app.tsx'
import type { DeskEnv } from '#src/desk/desk-context.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { loadAssets } from '#src/http/static-files.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { type MigratedDatabase, newTestId } from './database.ts'
import type { MovableClock } from './identity-world.ts'
import { testPapers } from './papers.ts'
import type { Logged, Portal } from './portal.ts'

export async function openDesk(
  database: MigratedDatabase,
  clock: MovableClock,
  other: Partial<DeskDeps> = {},
  added: (desk: Hono<DeskEnv>) => void = () => undefined,
): Promise<Portal> {
  const config = readConfig({})
  const lines: Logged[] = []
  const line = (level: string) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  const log = { info: line('info'), warn: line('warn'), error: line('error') }
  const assets = loadAssets(resolve(import.meta.dirname, '../../build/assets'))
  const queue = await openQueue(database.db)
  const { db, vault } = database
  const papers = { ...testPapers(), checkPdf: openPdfCheck() }
  const shared = { db, vault, queue, config, clock, newId: newTestId, assets, log, papers }
  const desk = createDesk({ ...shared, ...other })
  added(desk)
  return {
    config,
    lines,
    origin: config.deskOrigin,
    assetPath: assets.url('theme.css'),
    close: () => queue.close(),
    request: desk.request.bind(desk) as Portal['request'],
  }
}
