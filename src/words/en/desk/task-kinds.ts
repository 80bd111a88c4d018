// What a person at the desk is asked to look at, by the kind of task.
import { cardTasks } from '../cards/card-tasks.ts'

export const taskKinds: Readonly<Record<string, string>> = {
  fileDoubted: 'A file of the bank cannot be trusted',
  fileRefused: 'The bank refused a file of ours',
  fileAcceptedLate: 'The bank takes a file that it had refused',
  fileDiffers: 'The bank counts other totals than ours',
  fileNotOurs: 'The bank answers to a file that is not ours',
  entryNotSent: 'An entry could not go into its file',
  returnUnmatched: 'A return fits no entry of ours',
  returnDiffers: 'A return has another amount than our entry',
  returnRepeated: 'An entry came back a second time',
  returnBetweenBanks: 'The banks dispute a return',
  returnReview: 'A return that one of us has to judge',
  returnLate: 'A return that came too late: our bank may refuse it (R68)',
  creditReturned: 'Money that we paid out came back',
  changeReview: 'The bank asks for a change of our entries',
  changeRefused: 'A correction was refused between the banks',
  changeUnreadable: 'A correction that cannot be used as it is',
  ...cardTasks,
  checkToWrite: 'A refund that goes by check: write it and send it',
  creditUnapplied: 'A payment of a file fits no account',
  creditHeld: 'A payment came for an account that owes nothing: it is held there',
  heldBelowZero: 'A payment was taken back whose surplus had been refunded: ask for it back',
  letterNoAddress: 'A letter could not go: no mailing address is on file',
}
