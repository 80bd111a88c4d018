// The card processor of a demo that names none: where portal and worker find it, and the secrets by
// which they know each other, from the demo's own keys.
import { resolve } from 'node:path'
import type { Config } from '#src/config.ts'
import type { CardProcessor } from '#src/gateways/cards/card.ts'
import { stripeCard } from '#src/gateways/cards/stripe-card.ts'
import { type DemoProcessor, startDemoProcessor } from './demo-processor.ts'

type Demo = {
  readonly config: Config
  /** A keyed hash of words, as the vault makes it. */
  readonly mac: (...parts: [string, string]) => Buffer
}

/** Whether a demo's own processor takes cards here. */
export function hasDemoCards({ mode, cards }: Config): boolean {
  return mode === 'demo' && cards === null
}

/** As portal and worker reach it. */
export function demoCards(demo: Demo): CardProcessor {
  const origin = `http://localhost:${demo.config.demoCardPort}`
  return stripeCard({ apiUrl: origin, pageOrigin: origin, ...secretsOf(demo) })
}

/** Rejects where its port cannot be had. */
export function runDemoCards(
  demo: Demo & { readonly home: string; readonly now: () => string },
): Promise<DemoProcessor> {
  const { config, home, now } = demo
  return startDemoProcessor({
    port: config.demoCardPort,
    file: resolve(home, 'card-processor.json'),
    eventUrl: `${config.portalOrigin}/card-events`,
    now,
    ...secretsOf(demo),
  })
}

function secretsOf({ mac }: Demo): { secretKey: string; eventSecret: string } {
  const of = (what: string) => mac('demo card processor', what).toString('hex')
  return { secretKey: `sk_test_${of('key')}`, eventSecret: `whsec_${of('events')}` }
}
