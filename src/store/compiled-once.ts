// Statements whose text never changes: put together and compiled at their first use, only run after
// that. Kysely would do both again at every call, a seventh of what setting a payment costs.
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Db } from './database.ts'

/**
 * Puts a statement together. `given` stands for the values to come: they can be placed in the
 * statement, not looked into.
 */
type Build<Given, Row> = (db: Db, given: Given) => { compile(db: Db): CompiledQuery<Row> }

/** The statement as a function of the connection and its values. */
export function compiledOnce<Given extends object, Row>(build: Build<Given, Row>) {
  let known: CompiledQuery<Row> | undefined
  return (db: Db, given: Given): Promise<QueryResult<Row>> => {
    known ??= build(db, stillToCome<Given>()).compile(db)
    const parameters = known.parameters.map((one) => (one instanceof Place ? one.of(given) : one))
    return db.executeQuery<Row>({ ...known, parameters })
  }
}

/** Where a value goes. */
class Place {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  of(given: object): unknown {
    return Reflect.get(given, this.#name)
  }

  toJSON(): never {
    throw new Error(`${this.#name} has no value while its statement is put together`)
  }

  [Symbol.toPrimitive](): never {
    return this.toJSON()
  }
}

function stillToCome<Given extends object>(): Given {
  return new Proxy({} as Given, {
    get: (_, name) => new Place(String(name)),
    ownKeys: () => {
      throw new Error('values are named one by one while their statement is put together')
    },
  })
}
