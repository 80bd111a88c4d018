// The text of a page stays at hand beside its answer: taking it back out of one costs more than
// compressing it.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const texts = new WeakMap<Response, string>()

/** An answer of HTML whose text `bytesOf` finds again. */
export function answerPage(c: Context, html: string, status: ContentfulStatusCode): Response {
  const answer = c.html(html, status) as Response
  texts.set(answer, html)
  return answer
}

/** The whole body of an answer, whoever made it; an answer can be asked once. */
export async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const text = texts.get(answer)
  if (text !== undefined) return Buffer.from(text)
  return new Uint8Array(await answer.arrayBuffer())
}
