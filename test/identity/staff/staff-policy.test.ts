// The policy of the desk: which role may do what, and how lately it must have shown who it is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askPolicy, DESK_POLICY, type DeskAction } from '#src/identity/staff/staff-policy.ts'
import { STAFF_ROLES, type StaffRole } from '#src/store/staff/staff.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = staffWorld(database, clock)
})
after(() => database.close())

/** Typed in once more: agent, supervisor, administrator, auditor; then minutes. */
const WANTED: Record<DeskAction, readonly [string, number | null]> = {
  seeCustomer: ['yes yes yes yes', null],
  seeWholeContacts: ['no yes no no', null],
  unlock: ['yes yes yes no', 5],
  endCustomerSessions: ['yes yes yes no', 5],
  startRecovery: ['no yes yes no', 5],
  closeReport: ['yes yes yes no', null],
  setFlag: ['yes yes yes no', null],
  liftFlag: ['no yes yes no', 5],
  markNumber: ['yes yes yes no', 5],
  liftMark: ['no yes no no', 5],
  orderRepossession: ['no yes no no', 5],
  seeMoney: ['yes yes yes yes', null],
  closeMoneyTask: ['yes yes yes no', null],
  askMoney: ['yes yes yes no', null],
  askForAct: ['no yes no no', null],
  draftDeferment: ['no yes no no', null],
  decideMoney: ['no yes yes no', 5],
  carryOutMoney: ['yes yes yes no', 5],
  decideRefusedFile: ['no yes yes no', 5],
  attachPaper: ['yes yes yes no', null],
  mailPaper: ['yes yes yes no', null],
  withdrawPaperless: ['yes yes yes no', 5],
  endPayoffLink: ['yes yes yes no', 5],
  askPaper: ['yes yes yes no', null],
  decidePaper: ['no yes yes no', 5],
  correctStatement: ['yes yes yes no', null],
  changeOwnPasskeys: ['yes yes yes yes', 5],
  seeStaff: ['no no yes yes', null],
  addStaff: ['no no yes no', 5],
  makeStaffLink: ['no no yes no', 5],
  approveStaff: ['no no yes no', 5],
  disableStaff: ['no no yes no', 5],
}

test('each role may do what its row says, and only while it is fresh where that is asked', async () => {
  const people = new Map<StaffRole, Awaited<ReturnType<StaffWorld['person']>>>()
  for (const role of STAFF_ROLES) people.set(role, await world.person(`${role}@desk.example`, role))
  for (const action of Object.keys(DESK_POLICY) as DeskAction[]) {
    const [roles, minutes] = WANTED[action]
    const answers = STAFF_ROLES.map((role) => {
      const session = people.get(role)?.session
      assert.ok(session)
      const at = (seconds: number) => {
        const now = new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()
        return askPolicy({ session, visit: visit(), now }, action).is
      }
      const late = minutes === null ? 'may' : 'confirm'
      if (at(0) === 'never') assert.equal(at(299), 'never')
      else assert.deepEqual([at(299), at(300)], ['may', late], `${role} ${action}`)
      return at(0) === 'may' ? 'yes' : 'no'
    })
    assert.equal(answers.join(' '), roles, action)
  }
})

test('moving money, acts on a loan, taking a paper off, adding staff and making links are what a second person approves', () => {
  const second = Object.entries(DESK_POLICY).filter(([, { secondPerson }]) => secondPerson)
  assert.deepEqual(
    second.map(([action]) => action),
    ['askMoney', 'askForAct', 'askPaper', 'addStaff', 'makeStaffLink'],
  )
})
