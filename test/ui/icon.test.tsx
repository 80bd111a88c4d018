import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Icon, type IconName } from '#src/ui/icon.tsx'
import { ICON_PATHS } from '#src/ui/icon-paths.ts'

test('each outline is the one of the package', () => {
  for (const [name, inside] of Object.entries(ICON_PATHS)) {
    const url = import.meta.resolve(`lucide-static/icons/${name}.svg`)
    const drawing = readFileSync(new URL(url), 'utf8').replace(/<!--.*?-->/s, '')
    const original = drawing.slice(drawing.indexOf('>') + 1, drawing.lastIndexOf('</svg>'))
    assert.equal(inside, original.replace(/\s*\n\s*/g, '').replaceAll(' />', '/>'), name)
  }
})

test('an icon is hidden from screen readers and drawn 1.75 wide', () => {
  const name: IconName = 'lock'
  const html = renderToString(<Icon name={name} size={18} />)
  assert.match(html, /aria-hidden="true"/)
  assert.match(html, /stroke-width="1.75"/)
  assert.ok(html.includes(ICON_PATHS.lock))
})
