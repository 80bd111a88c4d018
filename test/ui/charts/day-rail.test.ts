import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { DayRail, type RailDay } from '#src/ui/charts/day-rail.tsx'

/** Nineteen days with words on some of them. */
function leanings(pins: Readonly<Record<number, string>>): string[] {
  const days = Array.from({ length: 19 }, (_, index): RailDay => {
    const words = pins[index]
    const day = { number: String(index), weekday: 'Mon', bank: 'open' } as const
    return words === undefined ? day : { ...day, pin: { words, tone: 'plain' } }
  })
  const html = renderToString(h(DayRail, { name: 'days', days, list: null }))
  return Object.values(pins).map((words) => {
    const found = new RegExp(`text-anchor="(\\w+)"[^>]*>${words}<`).exec(html)
    return found?.[1] ?? 'not there'
  })
}

test('words two days after today lean away from it, further off they stand over their day', () => {
  assert.deepEqual(leanings({ 0: 'Today', 2: 'Last free day', 18: 'Due' }), [
    'start',
    'start',
    'end',
  ])
  assert.deepEqual(leanings({ 0: 'Today', 9: 'Last free day', 18: 'Due' }), [
    'start',
    'middle',
    'end',
  ])
})
