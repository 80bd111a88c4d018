import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderDocument } from '#src/ui/document.tsx'

const page = {
  lang: 'en',
  title: 'Sign in <now>',
  skipLabel: 'Skip to content',
  assets: (name: string) => `/assets/${name}`,
  children: <main id="main">{'<b>'}</main>,
} as const

test('a page escapes what it is given and carries nothing inline', () => {
  const html = renderDocument({ ...page, islands: ['password.js'], nonce: 'n1' })
  assert.ok(html.startsWith('<!DOCTYPE html><html lang="en"><head>'))
  assert.match(html, /<title>Sign in &lt;now>/)
  assert.match(html, /&lt;b>/)
  assert.match(html, /<script type="module" src="\/assets\/password\.js" nonce="n1"><\/script>/)
  assert.doesNotMatch(html, /style=|<style/)
})

test('the front door asks for one stylesheet, every other page for both', () => {
  const sheets = (html: string) => [...html.matchAll(/rel="stylesheet" href="([^"]*)"/g)].length
  assert.equal(sheets(renderDocument({ ...page, stylesheets: ['theme.css'] })), 1)
  assert.equal(sheets(renderDocument(page)), 2)
})

test('the theme follows the system until a choice is saved', () => {
  assert.doesNotMatch(renderDocument(page), /data-theme/)
  assert.match(renderDocument({ ...page, theme: 'dark' }), /<html lang="en" data-theme="dark">/)
})
