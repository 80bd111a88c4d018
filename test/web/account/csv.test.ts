// What a spreadsheet would run as a formula reaches it as text; amounts stay numbers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { csvResponse } from '#src/web/activity/csv.ts'
import type { WebEnv } from '#src/web/request-context.ts'

async function cellsOf(...row: string[]): Promise<string> {
  const app = new Hono<WebEnv>()
  app.get('/', (c) => csvResponse(c, { name: 'activity', rows: [row] }))
  const text = await (await app.request('/')).text()
  return text.replace(/^\ufeff/, '').replace(/\r\n$/, '')
}

test('no cell is a formula, whatever it begins with', async () => {
  for (const text of ['=1+1', '+1', '@SUM(A1)', '-2+3', "-1+cmd|' /C calc'!A0", '-A1', '-12.50-A1'])
    assert.equal(await cellsOf(text), `'${text}`)
})

test('amounts below zero stay numbers', async () => {
  assert.equal(await cellsOf('-12.50', '-1,000', '12'), '-12.50,"\'-1,000",12')
})
