import type { Clock } from '#src/domain/clock.ts'
import type { ServicingContext } from '../context.ts'

/** Money is dated by `clock`, which a demo moves; what staff did, by the wall (decision 0020). */
export type PostingContext = ServicingContext & { readonly wallClock: Clock }
