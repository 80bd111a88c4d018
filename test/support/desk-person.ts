// A browser in which somebody of staff is signed in.
import type { StaffRole } from '#src/store/staff/staff.ts'
import { Browser, type Portal } from './portal.ts'
import type { StaffWorld } from './staff-world.ts'

/** How many were signed in at a desk so far. */
const people = new WeakMap<StaffWorld, number>()

export async function atDesk(desk: Portal, world: StaffWorld, role: StaffRole) {
  const number = (people.get(world) ?? 0) + 1
  people.set(world, number)
  const email = `${role}.${number}@desk.example`
  const person = await world.person(email, role)
  const browser = new Browser(desk, '198.51.100.77')
  browser.cookies.set('__Host-kt-desk', person.token)
  return { browser, email, ...person }
}
