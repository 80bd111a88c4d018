// What became of each paper that a boarding file names, one JSON object per line.
// Example: {"line":3,"account":"..4417","file":"4417/contract.pdf","outcome":"refused",
// "reason":"This PDF has a password. Save it without one."}
import { words } from '#src/words/words.ts'
import type { PdfProblem } from './pdf-judgement.ts'

/** Why a file of the folder cannot be read. */
export type PaperFileProblem = 'outside' | 'link' | 'missing' | 'notFile' | 'unreadable' | 'large'

export type PaperRefusal = PdfProblem | { readonly is: PaperFileProblem | 'noAccount' | 'nobody' }

export type PaperOutcome =
  /** `there`: these bytes stand on the account. `takenOff`: they did, until two of us agreed. */
  | { readonly is: 'attached' | 'there' | 'takenOff' }
  | { readonly is: 'refused'; readonly problem: PaperRefusal }

export type PaperReport = {
  readonly line: number
  readonly accountNumber: string
  readonly file: string
  readonly outcome: PaperOutcome
}

/** One line, ended. Of the account's number the last four. */
export function paperLine({ line, accountNumber, file, outcome }: PaperReport): string {
  const account = `..${accountNumber.slice(-4)}`
  const reason = reasonOf(outcome)
  return `${JSON.stringify({ line, account, file, outcome: outcome.is, reason })}\n`
}

/** Whether this line is one of ours; text before its line break. */
export function isPaperLine(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && Object.keys(Object(value)).join() === FIELDS
  } catch {
    return false
  }
}

const FIELDS = 'line,account,file,outcome,reason'

function reasonOf(outcome: PaperOutcome): string {
  switch (outcome.is) {
    case 'attached':
      return ''
    case 'there':
      return 'This very file stands on the account already.'
    case 'takenOff':
      return 'Two of your staff took this file off the account. The desk can attach it again.'
    case 'refused':
      return refusalText(outcome.problem)
  }
}

function refusalText(problem: PaperRefusal): string {
  if (problem.is in FILE_REASONS) return FILE_REASONS[problem.is as keyof typeof FILE_REASONS]
  const { active, contents, ...plain } = words('en').desk.papers.form
  if (problem.is === 'active') return active(contents[problem.what])
  return plain[problem.is as Exclude<PdfProblem['is'], 'active'>]
}

const FILE_REASONS = {
  outside: 'Name a file inside of the folder, such as "4417/contract.pdf": no .. and no \\.',
  link: 'This is a link to elsewhere. Put the file itself into the folder.',
  missing: 'There is no such file in the folder. Check its name, capitals included.',
  notFile: 'This is no file.',
  unreadable: 'The file may not be read. Let whoever runs the command read it.',
  large: 'This file is larger than 10 MB. Scan it at 200 dots an inch, or attach it in parts.',
  noAccount:
    'The contract of this line is not on the books, or with other terms: see what is refused. ' +
    'Correct it and run the command again.',
  nobody: 'The account has nobody of this kind: see "seenBy".',
} as const
