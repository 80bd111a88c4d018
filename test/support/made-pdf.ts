// PDFs written by hand, so that a test says exactly what is in them.
import { deflateSync } from 'node:zlib'

export type MadePdf = {
  /** Added to the catalog. */
  readonly catalog?: string
  /** Added to the first page. */
  readonly page?: string
  readonly pages?: number
  /** Objects by number, from 10 on. */
  readonly objects?: Readonly<Record<number, string>>
  /** Added to the trailer. */
  readonly trailer?: string
}

function objectsOf(made: MadePdf): Map<number, string> {
  const { catalog = '', page = '', pages = 1, objects = {} } = made
  const numbers = Array.from({ length: pages }, (_, at) => 1000 + at)
  const kids = numbers.map((number) => `${number} 0 R`).join(' ')
  const all = new Map([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`],
  ])
  for (const number of numbers) {
    const own = number === 1000 ? page : ''
    all.set(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${own} >>`)
  }
  for (const [number, text] of Object.entries(objects)) all.set(Number(number), text)
  return all
}

/** Every object in the open, with a table of references. */
export function plainPdf(made: MadePdf = {}): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = new Map<number, number>()
  for (const [number, object] of objectsOf(made)) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const start = text.length
  text += 'xref\n0 1\n0000000000 65535 f \n'
  for (const [number, offset] of offsets)
    text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  text += `trailer\n<< /Size 2000 /Root 1 0 R ${made.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A stream as an object: `dict` says what its bytes are. */
export function streamOf(dict: string, bytes: Buffer | string): string {
  const body = Buffer.from(bytes as string, 'latin1').toString('latin1')
  return `<< ${dict} /Length ${body.length} >>\nstream\n${body}\nendstream`
}

/** Objects packed into one stream of objects. */
export function objectStream(objects: ReadonlyMap<number, string>, filter = 'FlateDecode'): string {
  let [head, body] = ['', '']
  for (const [number, text] of objects) {
    head += `${number} ${body.length} `
    body += `${text} `
  }
  const packed = deflateSync(Buffer.from(head + body, 'latin1'))
  const dict = `/Type /ObjStm /N ${objects.size} /First ${head.length} /Filter /${filter}`
  return streamOf(dict, packed.toString('latin1'))
}

/** All objects inside of a stream of objects, found by a stream of references. */
export function packedPdf(made: MadePdf = {}): Buffer {
  const objects = objectsOf(made)
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const at = text.length
  text += `5 0 obj\n${objectStream(objects)}\nendobj\n`
  const start = text.length
  const entries = [...objects.keys()].map((number, index) => ({ number, type: 2, a: 5, b: index }))
  const all = [
    ...entries,
    { number: 5, type: 1, a: at, b: 0 },
    { number: 6, type: 1, a: start, b: 0 },
  ]
  const index = all.map(({ number }) => `${number} 1`).join(' ')
  const rows = all.map(({ type, a, b }) => {
    const row = Buffer.alloc(7)
    row.writeUInt8(type, 0)
    row.writeUInt32BE(a, 1)
    row.writeUInt16BE(b, 5)
    return row
  })
  const dict = `/Type /XRef /W [1 4 2] /Index [${index}] /Size 2000 /Root 1 0 R /Filter /FlateDecode`
  const packed = deflateSync(Buffer.concat(rows)).toString('latin1')
  text += `6 0 obj\n${streamOf(dict, packed)}\nendobj\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
