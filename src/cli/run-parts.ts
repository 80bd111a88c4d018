// Portal, desk and worker, until they are asked to stop.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demoLink } from '#src/identity/staff/staff-roster.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import type { DemoProcessor } from '../demo/cards/demo-processor.ts'
import { hasDemoCards, runDemoCards } from '../demo/cards/own-processor.ts'
import { type Keyturn, systemClock } from '../main.ts'
import { type Part, startParts } from '../parts.ts'
import { openBook, outsideOf } from './open-book.ts'

/** What a file of seeds exports: it plants the demo's book once and says who can sign in. */
export type Seeds = { readonly plant: (keyturn: Keyturn) => Promise<readonly string[]> }

export async function runParts(parts: readonly Part[], book: 'seeded' | 'bare'): Promise<void> {
  const config = readConfig(process.env)
  const stopped = untilStopped()
  const keyturn = await openBook(config, (line) => process.stderr.write(`${line}\n`))
  let cards: DemoProcessor | null = null
  try {
    const isDemo = book === 'seeded' && config.mode === 'demo'
    const lines = isDemo ? [...(await plantSeeds(keyturn)), ...(await deskLines(keyturn))] : []
    if (parts.length > 1 && hasDemoCards(config)) cards = await startCards(keyturn)
    const running = await startParts(keyturn, parts, outsideOf(keyturn))
    for (const line of lines) process.stdout.write(`${line}\n`)
    if (lines.length > 0) process.stdout.write(`${demoLines(config).join('\n')}\n\n`)
    process.stdout.write(`${readyLine(config, parts)}\n`)
    await stopped
    await running.stop()
  } finally {
    await cards?.stop()
    await keyturn.close()
  }
}

/** The demo's own card processor: another site, on a port of its own. */
function startCards({ config, home, vault, moneyClock }: Keyturn): Promise<DemoProcessor> {
  const demo = { config, home, mac: vault.mac, now: moneyClock.now }
  return runDemoCards(demo).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const { demoCardPort: port } = config
    throw new ConfigError(
      `KEYTURN_DEMO_CARD_PORT: port ${port} cannot be had. Set KEYTURN_DEMO_CARD_PORT to a free port.`,
    )
  })
}

function demoLines({ messages, deskOrigin }: Config): string[] {
  const mailbox = messages === null ? [`Codes and mail of the demo: ${deskOrigin}/mailbox`] : []
  return [...mailbox, `Let its days pass: ${deskOrigin}/time`]
}

/** Seeds are loaded by path, as a boarding file would be: nothing in the product imports them. */
async function plantSeeds(keyturn: Keyturn): Promise<readonly string[]> {
  const file = resolve(import.meta.dirname, '../../seeds/plant.ts')
  const seeds: Seeds = await import(pathToFileURL(file).href)
  return seeds.plant(keyturn)
}

/** How to get in at the desk, until somebody has been. */
async function deskLines({ config, context }: Keyturn): Promise<readonly string[]> {
  const { db, vault, newId } = context('start')
  const { deskOrigin } = config
  const link = await demoLink({ db, vault, clock: systemClock, newId, deskOrigin })
  if (link === null) return []
  return ['The desk, as a demo administrator (works once; makes a passkey):', `  ${link.url}`, '']
}

function readyLine(config: Config, parts: readonly Part[]): string {
  const urls = [
    ...(parts.includes('web') ? [`portal ${config.portalOrigin}`] : []),
    ...(parts.includes('desk') ? [`desk ${config.deskOrigin}`] : []),
    ...(parts.includes('worker') ? ['worker running'] : []),
  ]
  return `ready: ${urls.join(' · ')}`
}

/** Settles at the first SIGTERM or SIGINT; a second one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((settle) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(130)
      asked = true
      settle()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
