// A form that carries one file, such as a list of payments: read whole into memory, kept nowhere.
import type { Context } from 'hono'

export type UploadedFile = {
  /** As its sender calls it; never a path of ours. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The largest list of payments; its form's other fields come on top. */
export const MOST_FILE_BYTES = 2_000_000
const MOST_FIELDS = 20

/** `file` is null where none was chosen. Null: this is no form with a file. */
export async function readFileFields(
  c: Context,
  body: Uint8Array,
): Promise<{
  readonly typed: Readonly<Record<string, string>>
  readonly file: UploadedFile | null
} | null> {
  const form = await parse(c.req.header('content-type') ?? '', body)
  if (form === null) return null
  const typed: Record<string, string> = Object.create(null)
  let file: UploadedFile | null = null
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (count > MOST_FIELDS) return null
    if (typeof value === 'string') typed[name] ??= value
    // A browser sends a nameless, empty one where nobody chose any.
    else if (file === null && value.name !== '')
      file = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return { typed, file }
}

/** The beginning of such a form without its last part, which is not whole; ended as a form is. */
export function wholePartsOf(c: Context, beginning: Buffer): Buffer {
  const kind = c.req.header('content-type') ?? ''
  const boundary = /boundary="?([^";]+)"?/i.exec(kind)?.[1] ?? ''
  const last = beginning.lastIndexOf(`\r\n--${boundary}\r\n`)
  const end = Buffer.from(`\r\n--${boundary}--\r\n`)
  return last < 0 ? end.subarray(2) : Buffer.concat([beginning.subarray(0, last), end])
}

async function parse(kind: string, body: Uint8Array) {
  try {
    const headers = { 'content-type': kind }
    return await new Response(Uint8Array.from(body), { headers }).formData()
  } catch (error) {
    // What the standard says of a body that is no such form.
    if (error instanceof TypeError) return null
    throw error
  }
}
