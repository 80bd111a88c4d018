// Standard input, within a bound.

export const MOST_BYTES = 16_000_000
/** A file of some 650,000 entries. */
export const MOST_FILE_BYTES = 64_000_000

export type Input<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

/** All of the input as text; a problem when it is larger than the bound or not UTF-8. */
export async function readAll(input: AsyncIterable<Uint8Array>): Promise<Input<string>> {
  const bytes = await readBytes(input, MOST_BYTES)
  if (!bytes.ok) return bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
    return { ok: true, value: text }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, problem: 'the input is not JSON: it is not UTF-8 text' }
  }
}

/** All of the input as it is; a problem when it is larger than the bound. */
export async function readBytes(
  input: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Input<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.length
    if (size > most) {
      const problem = `the input is larger than ${most} bytes; give it in several parts`
      return { ok: false, problem }
    }
    chunks.push(chunk)
  }
  return { ok: true, value: Buffer.concat(chunks) }
}
