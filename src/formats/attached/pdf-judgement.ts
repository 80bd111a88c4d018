// What is said of bytes that somebody wants to attach.

/** What a paper may not hold, because a viewer could act on it. */
export type ActiveContent = 'script' | 'program' | 'form' | 'files' | 'media' | 'link'

export type PdfProblem =
  | { readonly is: 'notPdf' | 'broken' | 'encrypted' | 'manyPages' | 'slow' | 'busy' }
  | { readonly is: 'active'; readonly what: ActiveContent }

export type PdfJudgement =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly problem: PdfProblem }

/** A longer paper is attached in parts. */
export const MOST_PAGES = 300
