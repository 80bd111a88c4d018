import type { Clock } from '#src/domain/clock.ts'
import type { ServicingContext } from '../context.ts'

/** `clock` dates money; a link and its code end by the clock on the wall. */
export type SharingContext = ServicingContext & { readonly wallClock: Clock }
