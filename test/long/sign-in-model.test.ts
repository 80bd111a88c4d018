import { test } from 'node:test'
import { runSignInModel } from '#test/support/sign-in-model/run.ts'

test('two hundred long lives of a login: nothing opens without its factors, no stranger keeps the owner out', () =>
  runSignInModel({ lives: 200, acts: 120 }))
