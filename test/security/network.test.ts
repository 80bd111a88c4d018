// What the product reaches over the network stands in one room, and its addresses come from the
// settings alone (ASVS 5.0 V13.2.4, V13.2.5).
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../../src')
const files = globSync('**/*.{ts,tsx}', { cwd: root }).map((path) => {
  return { path, text: readFileSync(resolve(root, path), 'utf8') }
})

const reaches =
  /(?<![.\w])fetch\(|from '(?:node:(?:http|https|http2|net|tls|dns|dgram)(?:\/promises)?|nodemailer|undici|openid-client)'/

test('only the gateways, the database and what a browser runs reach the network', () => {
  const found = files.filter(({ text }) => reaches.test(text)).map(({ path }) => path)
  const allowed = [
    /^gateways\//,
    // Run in a browser, against our own pages.
    /^islands\//,
    // A demo's own card processor tells the demo's portal, on this machine.
    /^demo\/cards\/processor-events\.ts$/,
    // Whether a text is an address; a free port of this machine.
    /^identity\/network-address\.ts$/,
    /^store\/embedded\/listening-address\.ts$/,
  ]
  assert.deepEqual(
    found.filter((path) => !allowed.some((pattern) => pattern.test(path))),
    [],
  )
  assert.ok(found.some((path) => path.startsWith('gateways/')))
})

test('no gateway has an address of its own', () => {
  const withAddress = files
    .filter(({ path }) => path.startsWith('gateways/'))
    .filter(({ text }) =>
      /['"`]https?:\/\/(?!\$)/.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')),
    )
  assert.deepEqual(withAddress, [])
})
