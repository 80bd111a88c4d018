import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { compressed } from '#src/http/compressed.ts'

const long = `<p>${'a page that is long enough '.repeat(100)}</p>`

const app = new Hono()
app.use(compressed())
app.get('/page', (c) => {
  c.header('Set-Cookie', 'one=1')
  c.header('Set-Cookie', 'two=2', { append: true })
  return c.html(long, 422)
})
app.get('/short', (c) => c.html('<p>short</p>'))
app.get('/picture', (c) => c.body(long, 200, { 'Content-Type': 'image/png' }))
app.get('/packed', (c) =>
  c.body(long, 200, { 'Content-Type': 'text/css', 'Content-Encoding': 'br' }),
)
app.get('/moved', (c) => c.redirect('/page', 303))

const asked = (path: string, encodings: string, method = 'GET') =>
  app.request(path, { method, headers: { 'accept-encoding': encodings } })

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

test('a page comes in the best encoding that the browser names, with its status and cookies', async () => {
  const zstd = await asked('/page', 'gzip, deflate, br, zstd')
  assert.equal(zstd.headers.get('content-encoding'), 'zstd')
  assert.equal(zstd.status, 422)
  assert.deepEqual(zstd.headers.getSetCookie(), ['one=1', 'two=2'])
  assert.equal(zstd.headers.get('vary'), 'Accept-Encoding')
  assert.equal(zstdDecompressSync(await bytesOf(zstd)).toString(), long)
  const gzip = await asked('/page', 'gzip, deflate')
  assert.equal(gzip.headers.get('content-encoding'), 'gzip')
  assert.equal(gunzipSync(await bytesOf(gzip)).toString(), long)
})

test('an encoding that is refused, or not named, is not used', async () => {
  for (const encodings of ['', 'identity', 'br', 'gzip;q=0, zstd;q=0']) {
    const plain = await asked('/page', encodings)
    assert.equal(plain.headers.get('content-encoding'), null, encodings)
    assert.equal(plain.headers.get('vary'), 'Accept-Encoding')
    assert.equal(await plain.text(), long)
  }
})

test('what is short, no text, compressed already, or without a body stays as it is', async () => {
  assert.equal((await asked('/short', 'gzip')).headers.get('content-encoding'), null)
  assert.equal(await (await asked('/short', 'gzip')).text(), '<p>short</p>')
  assert.equal((await asked('/picture', 'gzip')).headers.get('content-encoding'), null)
  assert.equal((await asked('/packed', 'gzip')).headers.get('content-encoding'), 'br')
  assert.equal((await asked('/moved', 'gzip')).status, 303)
  assert.equal((await asked('/page', 'gzip', 'HEAD')).headers.get('content-encoding'), null)
})
