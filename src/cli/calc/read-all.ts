// Standard input as text, within a bound.

export const MOST_BYTES = 16_000_000

export type ReadText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string }

/** All of the input; a problem when it is larger than the bound or not UTF-8. */
export async function readAll(input: AsyncIterable<Uint8Array>): Promise<ReadText> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.length
    if (size > MOST_BYTES) {
      const problem = `the input is larger than ${MOST_BYTES} bytes; give it in several parts`
      return { ok: false, problem }
    }
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { ok: true, value: text }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, problem: 'the input is not JSON: it is not UTF-8 text' }
  }
}
