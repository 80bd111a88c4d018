// What every page is held to: its markup, and how it works for people who do not see it or zoom it.
import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Ways of writing the same that the renderer of our pages chose.
      'doctype-style': 'off',
      'void-style': 'off',
      // A label that holds its field and names it too: some screen readers only take the second.
      'no-redundant-for': 'off',
      // Header and dock lead to the same places under the same name; style sheets show one of them.
      // Axe sees which.
      'unique-landmark': 'off',
    },
  }),
)

/** Rule, message and place of each violation. */
export async function markupProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)
}

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Rule, help and place of each violation, of all of axe's rules or of those named. */
export async function accessibilityProblems(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  }
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (given) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(given),
    options,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} (${target.join(' ')}) ${any[0]?.message ?? ''}`),
  )
}

/** How much wider than the window the page is, in CSS pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
