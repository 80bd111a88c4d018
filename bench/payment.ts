// Money received and posted, and a payment set by an obligor: each one commit. The limit sends the
// same statements with the same values over the same number of connections, prepared, with nothing
// of ours in between.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { businessDay, payableDates } from '#src/servicing/business-day.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { moveFunding } from '#src/store/payments/own-funding.ts'
import { boardAll, currentContract } from './support/contracts.ts'
import { interleaved, ofOurProcess } from './support/measure.ts'
import { atMost, type Result, resultOf } from './support/result.ts'
import { recordStreams, replay, runStreams, type Stream } from './support/streams.ts'
import { tpcB } from './support/tpc-b.ts'
import { CONNECTIONS, inCopy, prepareTemplate, type World } from './support/world.ts'

type Payer = {
  readonly owner: Owner
  readonly today: CivilDate
  readonly fundingAccountId: string
  /** The first day on which a payment set now can count. */
  readonly effective: CivilDate
}

const SIZES = {
  full: { accountsEach: 100, stepsEach: 400 },
  quick: { accountsEach: 5, stepsEach: 25 },
} as const

export async function payment(world: World): Promise<Result[]> {
  const { template, filled } = await prepareTemplate(world, (book) => fill(world, book.ctx))
  const reference = await inCopy(world, template, (book) =>
    tpcB(book, SIZES[world.scale].stepsEach),
  )
  const of = { world, template, payers: filled, reference }
  return [
    await job(of, { name: 'payment posted', run: post }),
    await job(of, { name: 'payment scheduled', run: schedule }),
  ]
}

type Job = {
  readonly name: string
  readonly run: (ctx: ServicingContext, payer: Payer) => Promise<void>
}

async function job(
  of: { world: World; template: string; payers: readonly Payer[]; reference: number },
  { name, run }: Job,
): Promise<Result> {
  const { world, template } = of
  const streams = streamsOf(world, of.payers)
  const recording = await recordStreams(world, template, {
    streams,
    run: ({ ctx }, payer) => run(ctx, payer),
  })
  const ours = () =>
    inCopy(world, template, ({ ctx }) => runStreams(streams, (payer) => run(ctx, payer)))
  const runs = await interleaved(ours, () => replay(world, template, recording))
  const { accountsEach, stepsEach } = SIZES[world.scale]
  return resultOf({
    job: name,
    unit: 'commits per second',
    ours: runs.ours.map((timed) => timed.perSecond),
    limit: {
      what: 'the same statements with the same values, prepared, on bare pg',
      values: runs.limit.map((timed) => timed.perSecond),
    },
    ...ofOurProcess(runs.ours),
    scale: [
      `${CONNECTIONS * stepsEach} commits on ${CONNECTIONS * accountsEach} accounts of 25 events`,
      `${CONNECTIONS} connections`,
    ].join(', '),
    goal: { is: 'atLeast', ratio: 0.6 },
    checks: [atMost('statements, begin and commit apart', recording.statements, 12)],
    notes: {
      'p99 ms': runs.ours.map((timed) => timed.p99Ms.toFixed(1)).join(', '),
      'TPC-B-like per second': of.reference.toFixed(0),
    },
  })
}

/** Each connection pays on accounts of its own, round and round. */
function streamsOf(world: World, payers: readonly Payer[]): Stream<Payer>[] {
  const { accountsEach, stepsEach } = SIZES[world.scale]
  return Array.from({ length: CONNECTIONS }, (_, stream) => {
    const own = payers.slice(stream * accountsEach, (stream + 1) * accountsEach)
    return Array.from({ length: stepsEach }, (_, step) => own.slice(step % own.length)).flatMap(
      ([payer]) => (payer ? [payer] : []),
    )
  })
}

async function post(ctx: ServicingContext, { owner, today }: Payer): Promise<void> {
  await postPayment(ctx, {
    accountId: owner.accountId,
    amount: cents(12_500),
    effectiveDate: today,
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'ach',
    paymentId: null,
  })
}

async function schedule(ctx: ServicingContext, payer: Payer): Promise<void> {
  const { owner, fundingAccountId, effective } = payer
  const amount = cents(12_500)
  const extra = 'installments'
  const answer = await makePayment(ctx, owner, {
    choice: { choice: 'other', amount, extraAmount: null, extra, effective, fundingAccountId },
    shownAmount: amount,
    agreed: 'yes',
    duplicateConfirmed: 'yes',
    unusualConfirmed: 'yes',
    authorizationText: 'I authorize this one payment from my bank account on the day shown.',
    idempotencyKey: ctx.newId(),
  })
  assert(answer.ok, 'a payment of the bench is accepted')
}

/** Accounts for every connection, each with a bank account to pay from. */
async function fill(world: World, ctx: ServicingContext): Promise<Payer[]> {
  const today = await businessDay(ctx.db)
  const count = CONNECTIONS * SIZES[world.scale].accountsEach
  const records = Array.from({ length: count }, (_, index) => currentContract(index, today))
  const owners = await boardAll(ctx, records)
  const { first: effective } = payableDates(ctx, today)
  const payers: Payer[] = []
  for (const owner of owners) {
    const added = await addFundingAccount(ctx, owner, {
      kind: 'checking',
      bankName: 'Example Credit Union',
      routingNumber: '076401251',
      accountNumber: '2000460406042',
      idempotencyKey: ctx.newId(),
    })
    assert(added.ok, 'a bank account of the bench is accepted')
    const { fundingAccountId } = added.value
    const which = { accountId: owner.accountId, id: fundingAccountId }
    const verified = { from: ['checking'], to: 'verified', reason: null } as const
    const verifiedAt = ctx.clock.now()
    await ctx.db.transaction().execute((tx) => moveFunding(tx, which, { ...verified, verifiedAt }))
    payers.push({ owner, today, effective, fundingAccountId })
  }
  return payers
}
