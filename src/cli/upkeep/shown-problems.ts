// The findings of a proof in words: the first ones in full, the others counted.
import type { AuditProblem } from '#src/servicing/audit/audit-problem.ts'
import type { HeadDifference } from '#src/servicing/audit/compare-heads.ts'

type Problem = AuditProblem | HeadDifference

const MOST_SHOWN = 100

export function shownProblems() {
  const shown: Problem[] = []
  let count = 0
  return {
    shown,
    count: () => count,
    add: (problem: Problem) => {
      count += 1
      if (shown.length < MOST_SHOWN) shown.push(problem)
    },
    text: () => {
      const more = count > shown.length ? [`and ${count - shown.length} more`] : []
      return [...shown.map(wordsOf), ...more].map((line) => `${line}\n`).join('')
    },
  }
}

const BROKEN = {
  changed: (seq: number) => `line ${seq} was changed`,
  removed: (seq: number) => `line ${seq} was removed`,
  inserted: (seq: number) => `line ${seq} was inserted`,
  cutTail: (seq: number) => `cut off from line ${seq} on`,
  head: (seq: number) => `the head is not that of its ${seq} lines`,
  missingHead: (seq: number) => `line ${seq} and those after it have no head`,
} as const

const DIFFERENT = {
  missing: 'the chain is not there',
  shorter: 'the chain is shorter',
  different: 'its last line is another',
} as const

function wordsOf(problem: Problem): string {
  const { kind, key } = problem.chain
  const chain = `${kind} ${key}`
  if (!('list' in problem)) return `${chain}: ${BROKEN[problem.problem](problem.seq)}`
  const { list, count } = problem
  return `${chain}: ${list} lists ${count} lines, and now ${DIFFERENT[problem.problem]}`
}
