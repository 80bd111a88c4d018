import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import {
  checkHeadList,
  dayOfHeadList,
  isHeadListName,
  type ListedHead,
  type ListProblem,
  readHeadList,
} from '#src/formats/audit/head-list.ts'
import { keptFolder } from '#src/gateways/kept-folder.ts'
import { type Chain, type ChainHead, emptyHead, headAt } from '#src/store/chain.ts'
import { readHeadsOf, readSealsAt } from '#src/store/chain-heads.ts'
import { equal } from '#src/vault/vault.ts'
import type { ServicingContext } from '../context.ts'

/** What a signed list says of a chain that is not so any more. */
export type HeadDifference = {
  readonly list: string
  readonly chain: Chain
  /** How many lines the chain had when the list was signed. */
  readonly count: number
  readonly problem: 'missing' | 'shorter' | 'different'
}

export type HeadsComparison = {
  readonly lists: number
  readonly heads: number
  readonly differences: number
  readonly unusable: readonly { readonly list: string; readonly problem: ListProblem }[]
  /** Days between the first list and the last that have none: no worker ran, or a list is gone. */
  readonly gaps: readonly { readonly first: CivilDate; readonly last: CivilDate }[]
}

type Context = Pick<ServicingContext, 'db' | 'vault'>

const HEADS_A_PAGE = 1_000

/**
 * Holds every signed list of a folder against the chains of today: each must be there, at least as
 * long as it was, with the line that was its last still as it was.
 */
export async function compareHeads(
  ctx: Context,
  of: { readonly folder: string },
  tell: { difference: (found: HeadDifference) => void; progress: (heads: number) => void },
): Promise<HeadsComparison> {
  const folder = keptFolder(of.folder)
  const names = (await folder.names()).filter(isHeadListName)
  const unusable: { list: string; problem: ListProblem }[] = []
  let heads = 0
  let differences = 0
  for (const list of names) {
    const problem = await checkHeadList(ctx.vault, { name: list, lines: folder.lines(list) })
    if (problem) unusable.push({ list, problem })
    if (problem) continue
    for await (const page of pagesOf(readHeadList(folder.lines(list)))) {
      const found = await differencesOf(ctx, page)
      for (const each of found) tell.difference({ list, ...each })
      heads += page.length
      differences += found.length
      tell.progress(heads)
    }
  }
  return { lists: names.length, heads, differences, unusable, gaps: gapsOf(names) }
}

function gapsOf(names: readonly string[]): HeadsComparison['gaps'] {
  const days = names.flatMap((name) => dayOfHeadList(name) ?? []).toSorted()
  return days.flatMap((day, at) => {
    const next = days[at + 1]
    const first = addDays(day, 1)
    return next === undefined || next === first ? [] : [{ first, last: addDays(next, -1) }]
  })
}

async function differencesOf(
  ctx: Context,
  page: readonly ListedHead[],
): Promise<Omit<HeadDifference, 'list'>[]> {
  const problems = await Promise.all(
    [...Map.groupBy(page, ({ kind }) => kind)].map(([kind, listed]) =>
      problemsOf(ctx, kind, listed),
    ),
  )
  return problems.flat()
}

async function problemsOf(
  ctx: Context,
  kind: Chain['kind'],
  listed: readonly ListedHead[],
): Promise<Omit<HeadDifference, 'list'>[]> {
  const keys = listed.map(({ key }) => key)
  const lines = listed.map(({ key, count }) => ({ key, seq: count }))
  const [heads, seals] = await Promise.all([
    readHeadsOf(ctx.db, kind, keys),
    readSealsAt(ctx.db, kind, lines),
  ])
  return listed.flatMap((each) => {
    const { key, count } = each
    const now = { head: heads.get(key), line: seals.get(key) }
    const problem = problemOf(ctx, each, now)
    return problem ? [{ chain: { kind, key }, count, problem }] : []
  })
}

function problemOf(
  ctx: Context,
  { kind, key, count, seal }: ListedHead,
  now: { head: ChainHead | undefined; line: Buffer | undefined },
): HeadDifference['problem'] | null {
  const chain = { kind, key }
  if (!now.head) return 'missing'
  if (now.head.count < count) return 'shorter'
  const last = now.line ? headAt(ctx.vault, chain, { seq: count, seal: now.line }) : null
  const then = count === 0 ? emptyHead(ctx.vault, chain) : last
  return then && equal(then.seal, seal) ? null : 'different'
}

async function* pagesOf(heads: AsyncIterable<ListedHead>): AsyncGenerator<ListedHead[]> {
  let page: ListedHead[] = []
  for await (const head of heads) {
    page.push(head)
    if (page.length < HEADS_A_PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}
