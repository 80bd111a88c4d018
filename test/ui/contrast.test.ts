// WCAG 2.2, 1.4.3 and 1.4.11: every ratio of the two themes, computed from the tokens themselves.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

type Color = { lightness: number; chroma: number; hue: number }
type Tokens = Map<string, Color>

const GROUNDS = ['--color-base-100', '--color-base-200', '--color-base-300']
const TEXTS = [
  '--color-base-content',
  '--k-ink2',
  '--k-ink3',
  '--color-primary',
  '--color-success',
  '--color-warning',
  '--color-error',
]
const SOFT_PAIRS: [text: string, soft: string][] = [
  ['--color-base-content', '--k-accent-soft'],
  ['--k-ink2', '--k-accent-soft'],
  ['--color-primary', '--k-accent-soft'],
  ['--color-base-content', '--k-ok-soft'],
  ['--color-success', '--k-ok-soft'],
  ['--color-base-content', '--k-warn-soft'],
  ['--color-warning', '--k-warn-soft'],
  ['--color-base-content', '--k-bad-soft'],
  ['--color-error', '--k-bad-soft'],
  ['--color-primary', '--k-bad-soft'],
  ['--color-primary-content', '--color-primary'],
  ['--color-success-content', '--color-success'],
  ['--color-warning-content', '--color-warning'],
  ['--color-error-content', '--color-error'],
]

for (const theme of ['light', 'dark'] as const) {
  test(`text of the ${theme} theme reads at 4.5 to 1 or more`, () => {
    const tokens = tokensOf(theme)
    for (const text of TEXTS) {
      for (const ground of GROUNDS) atLeast({ tokens, front: text, back: ground, ratio: 4.5 })
    }
    for (const [front, back] of SOFT_PAIRS) atLeast({ tokens, front, back, ratio: 4.5 })
  })

  test(`edges and marks of the ${theme} theme stand out at 3 to 1 or more`, () => {
    const tokens = tokensOf(theme)
    for (const back of GROUNDS) atLeast({ tokens, front: '--k-control', back, ratio: 3 })
    for (const back of [...GROUNDS, '--k-accent-soft']) {
      atLeast({ tokens, front: '--color-primary', back, ratio: 3 })
    }
  })
}

test('the ratios agree with those measured for the component boards', () => {
  const light = tokensOf('light')
  const dark = tokensOf('dark')
  assert.equal(ratio(light, '--color-base-content', '--color-base-100').toFixed(1), '16.6')
  assert.equal(ratio(light, '--k-ink3', '--color-base-300').toFixed(1), '4.6')
  assert.equal(ratio(light, '--k-control', '--color-base-100').toFixed(1), '3.7')
  assert.equal(ratio(dark, '--color-primary', '--color-base-200').toFixed(1), '9.7')
  assert.equal(ratio(dark, '--k-control', '--color-base-300').toFixed(1), '3.8')
})

function atLeast(pair: { tokens: Tokens; front: string; back: string; ratio: number }): void {
  const measured = ratio(pair.tokens, pair.front, pair.back)
  assert.ok(measured >= pair.ratio, `${pair.front} on ${pair.back}: ${measured.toFixed(2)}`)
}

/** The first block of tokens.css is light, the second dark; dark keeps what it does not set. */
function tokensOf(theme: 'light' | 'dark'): Tokens {
  const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8')
  const [, light, dark] = css.split(':root {')
  assert.ok(light && dark?.includes('@variant dark'))
  const tokens: Tokens = new Map()
  for (const block of theme === 'light' ? [light] : [light, dark]) {
    for (const [, name, l, c, h] of (block ?? '').matchAll(
      /(--[\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g,
    )) {
      tokens.set(name ?? '', { lightness: Number(l), chroma: Number(c), hue: Number(h) })
    }
  }
  return tokens
}

function ratio(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [tokens.get(front), tokens.get(back)]
  assert.ok(a && b, `${front} or ${back} is not a token`)
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  assert.ok(high !== undefined && low !== undefined)
  return (high + 0.05) / (low + 0.05)
}

/** Relative luminance through OKLab and linear sRGB, channels cut to what a screen can show. */
function luminance(color: Color): number {
  const angle = (color.hue * Math.PI) / 180
  const [a, b] = [color.chroma * Math.cos(angle), color.chroma * Math.sin(angle)]
  const l = (color.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (color.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (color.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const shown = (channel: number) => Math.min(1, Math.max(0, channel))
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue)
}
