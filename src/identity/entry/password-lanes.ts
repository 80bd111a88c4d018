import type { NewId } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { networkOf } from '../network-address.ts'
import type { Visit } from '../sessions.ts'
import type { AttemptLane } from '../throttle.ts'
import { knownDeviceId } from './known-device.ts'

/**
 * What a password that is tried counts against: the name, or the browser that its owner is known
 * by, and the network. `loginId` null: nobody has the name.
 */
export async function passwordLanes(
  deps: { readonly db: Db; readonly newId: NewId },
  of: { readonly name: string; readonly loginId: string | null; readonly visit: Visit },
): Promise<readonly AttemptLane[]> {
  const { name, loginId, visit } = of
  const device = await knownDeviceId(deps, { loginId, token: visit.deviceToken ?? null })
  const own: AttemptLane =
    device === null
      ? { scope: 'sign-in-name', key: name }
      : { scope: 'sign-in-device', key: device }
  return [own, { scope: 'sign-in-address', key: networkOf(visit.address) }]
}
