// What can be wrong with a chain, in the words of whoever has to look into it.
import type { Chain, ChainGap, ChainVerifier, SealedRecord } from '#src/store/chain.ts'

/**
 * `removed`: a line before others is gone; `cutTail`: the last ones are. `inserted`: more lines
 * than the head knows. `head`: the kept head is not that of its lines, as when lines were cut off
 * and the count set back. `missingHead`: lines whose head is gone.
 */
export type AuditProblem = {
  readonly chain: Chain
  readonly seq: number
  readonly problem: 'changed' | 'removed' | 'inserted' | 'cutTail' | 'head' | 'missingHead'
}

/** Takes the lines of one chain and keeps what is wrong with the first broken one. */
export function firstBroken(
  chain: Chain,
  verifier: ChainVerifier,
): { readonly add: (row: SealedRecord) => void; readonly end: () => AuditProblem | null } {
  let first: AuditProblem | null = null
  const keep = ([gap]: readonly ChainGap[], place: 'within' | 'end') => {
    if (gap && first === null) first = { chain, seq: gap.seq, problem: wordOf(gap, place) }
  }
  return {
    add: (row) => keep(verifier.add(row), 'within'),
    end: () => {
      keep(verifier.end(), 'end')
      return first
    },
  }
}

function wordOf({ problem }: ChainGap, place: 'within' | 'end'): AuditProblem['problem'] {
  if (problem === 'missing') return place === 'within' ? 'removed' : 'cutTail'
  return problem === 'beyondHead' ? 'inserted' : problem
}
