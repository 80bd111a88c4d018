import { test } from 'node:test'
import { runSignInModel } from '#test/support/sign-in-model/run.ts'

test('random lives of a login: nothing opens without its factors, and no stranger keeps the owner out', () =>
  runSignInModel({ lives: 15, acts: 50 }))
