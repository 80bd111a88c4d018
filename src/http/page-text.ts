// The bytes of a page stay at hand beside its answer: taking them back out of one costs more than
// compressing them.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const pages = new WeakMap<Response, Uint8Array<ArrayBuffer>>()

/** An answer of HTML whose bytes `bytesOf` finds again. */
export function answerPage(c: Context, html: string, status: ContentfulStatusCode): Response {
  // As bytes: an answer of text would go over every character twice more.
  const bytes = Buffer.from(html)
  const answer = c.body(bytes, status, { 'Content-Type': 'text/html; charset=UTF-8' })
  pages.set(answer, bytes)
  return answer
}

/** The whole body of an answer, whoever made it; an answer can be asked once. */
export async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return pages.get(answer) ?? new Uint8Array(await answer.arrayBuffer())
}
