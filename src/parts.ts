// The parts that run until they are stopped: portal, desk and worker.
import { resolve } from 'node:path'
import type { Config } from './config.ts'
import { type CheckPdf, openPdfCheck } from './formats/attached/check-pdf.ts'
import { openPrinter } from './formats/documents/printer.ts'
import { breachedPasswords } from './gateways/breached-passwords.ts'
import { fileFolder } from './gateways/file-folder.ts'
import { fileS3 } from './gateways/file-s3.ts'
import type { Files } from './gateways/files.ts'
import { type Assets, loadAssets } from './http/static-files.ts'
import { listen, type Running } from './listen.ts'
import { type Keyturn, newId, systemClock } from './main.ts'
import { connectPrintHouse, type Outside } from './outside.ts'
import { auditFolderOf, filesFolderOf } from './places.ts'
import type { WebDeps } from './web/app.tsx'

export type Part = 'web' | 'desk' | 'worker'

/** Starts the named parts and answers when they listen. `stop` lets requests and jobs finish. */
export async function startParts(
  keyturn: Keyturn,
  parts: readonly Part[],
  outside: Outside,
): Promise<Running> {
  const assets = loadAssets(resolve(import.meta.dirname, '../build/assets'))
  const papers = { printer: openPrinter(), files: openFiles(keyturn.config) }
  const running: Running[] = []
  const stop = async () => void (await Promise.all(running.map((part) => part.stop())))
  try {
    const starting = { keyturn, assets, outside, papers }
    for (const part of parts) running.push(await START[part](starting))
  } catch (error) {
    // A part that listens would keep the process, and answer without its database.
    await stop()
    throw error
  }
  return { stop }
}

/** What judges papers from outside, and where their bytes are kept. */
export function openPaperGate(config: Config): { files: Files; checkPdf: CheckPdf } {
  return { files: openFiles(config), checkPdf: openPdfCheck() }
}

function openFiles(config: Config): Files {
  return config.bucket ? fileS3(config.bucket) : fileFolder(filesFolderOf(config))
}

type Starting = {
  readonly keyturn: Keyturn
  readonly assets: Assets
  readonly outside: Outside
  readonly papers: WebDeps['papers']
}

/** What portal and desk take of an open book. */
function shared({ keyturn, assets }: Starting) {
  const { config, db, vault, queue, log, moneyClock } = keyturn
  const { proxyHops } = config
  const clocks = { clock: systemClock, moneyClock }
  return { db, config, ...clocks, newId, vault, queue, assets, log, proxyHops }
}

/** Each loads its room where it starts: the worker alone need not wait for pages. */
const START: Record<Part, (starting: Starting) => Promise<Running>> = {
  web: async (starting) => {
    const { createWeb } = await import('./web/app.tsx')
    const { config, log } = starting.keyturn
    const { breachedUrl, port } = config
    const isBreached = breachedUrl === null ? undefined : breachedPasswords(breachedUrl, log)
    const { card = null } = starting.outside
    const web = createWeb({ ...shared(starting), isBreached, card, papers: starting.papers })
    return listen(web.fetch, { setting: 'PORT', port })
  },
  desk: async (starting) => {
    const { createDesk } = await import('./desk/app.tsx')
    const { deskForms } = await import('./desk/desk-forms.tsx')
    const { singleSignOn = null, demoPages } = starting.outside
    const papers = { ...starting.papers, checkPdf: openPdfCheck() }
    const desk = createDesk({ ...shared(starting), singleSignOn, papers })
    demoPages?.(desk, { assets: starting.assets.url, ...deskForms })
    return listen(desk.fetch, { setting: 'DESK_PORT', port: starting.keyturn.config.deskPort })
  },
  worker: async ({ keyturn, outside, papers }) => {
    const { startWorker } = await import('./jobs/worker.ts')
    const { config } = keyturn
    const { timeZone, portalHost } = config.lender
    const { messenger, bank, card = null } = outside
    const auditFolder = auditFolderOf(config)
    const wallClock = systemClock
    const printHouse = connectPrintHouse(config, keyturn.home)
    const own = { messenger, bank, card, printHouse, portalHost, auditFolder, wallClock, ...papers }
    const context = (requestId: string) => ({ ...keyturn.context(requestId), ...own })
    return startWorker({ ...keyturn, timeZone, context })
  },
}
