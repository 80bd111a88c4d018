// A browser in which somebody of staff is signed in.
import type { StaffRole } from '#src/store/staff/staff.ts'
import { Browser, type Portal } from './portal.ts'
import type { StaffWorld } from './staff-world.ts'

let people = 0

export async function atDesk(desk: Portal, world: StaffWorld, role: StaffRole) {
  people += 1
  const email = `${role}.${people}@desk.example`
  const person = await world.person(email, role)
  const browser = new Browser(desk, '198.51.100.77')
  browser.cookies.set('__Host-kt-desk', person.token)
  return { browser, email, ...person }
}
