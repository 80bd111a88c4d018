import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Table } from '#src/ui/figures/table.tsx'

const columns = [
  { label: 'Date', phone: 'under' },
  { label: 'What', phone: 'name' },
  { label: 'Amount', align: 'end', phone: 'amount' },
] as const

test('rows are named by a header cell and the table by its caption', () => {
  const rows = [{ cells: ['Nov 5', 'Autopay', '$512.55'] }]
  const html = renderToString(
    <Table caption="Recent activity" columns={columns} rows={rows} rowHeader={1} />,
  )
  assert.match(html, /<caption[^>]*>Recent activity<\/caption>/)
  assert.match(html, /<th scope="row"[^>]*>Autopay/)
  assert.equal(html.match(/scope="col"/g)?.length, 3)
})

test('on phones the date stands under the name', () => {
  const rows = [{ cells: ['Nov 5', 'Autopay', '$512.55'] }]
  const html = renderToString(
    <Table caption="Recent activity" columns={columns} rows={rows} rowHeader={1} />,
  )
  assert.match(html, /Autopay<span class="k-cell-note k-phone-only">Nov 5<\/span>/)
  assert.match(html, /class="k-phone-hidden k-cell-nowrap">Nov 5<\/td>/)
})

test('totals come last, in the foot', () => {
  const html = renderToString(
    <Table caption="c" columns={columns} rows={[]} total={['Total', '', '$1.00']} />,
  )
  assert.match(html, /<tfoot><tr><th scope="row"[^>]*>Total/)
})
