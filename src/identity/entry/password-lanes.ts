import type { NewId } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { networkOf } from '../network-address.ts'
import type { Visit } from '../sessions.ts'
import type { AttemptLane } from '../throttle.ts'
import { knownDeviceId } from './known-device.ts'

/**
 * What a password that is tried counts against. Whom strangers must not keep out draws on nothing
 * that a stranger can use up. `loginId` null: nobody has the name.
 */
export async function passwordLanes(
  deps: { readonly db: Db; readonly newId: NewId },
  of: { readonly name: string; readonly loginId: string | null; readonly visit: Visit },
): Promise<{ readonly isKnown: boolean; readonly lanes: readonly AttemptLane[] }> {
  const { name, loginId, visit } = of
  const device = await knownDeviceId(deps, { loginId, token: visit.deviceToken ?? null })
  if (device !== null) return { isKnown: true, lanes: [{ scope: 'sign-in-device', key: device }] }
  const network = { scope: 'sign-in-address', key: networkOf(visit.address) } as const
  return { isKnown: false, lanes: [{ scope: 'sign-in-name', key: name }, network] }
}
