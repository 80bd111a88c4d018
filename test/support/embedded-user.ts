// A process that uses its clone's embedded server until its standard input ends.
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbedded,
} from '#src/store/embedded/start-embedded.ts'

export type Report = Pick<EmbeddedServer, 'urls' | 'dataDirectory' | 'joined' | 'major'>

const options: EmbeddedOptions = JSON.parse(process.argv[2] ?? '{}')
try {
  const { stop, ...report } = await startEmbedded(options)
  console.log(JSON.stringify(report))
  process.stdin.resume()
  process.stdin.once('end', stop)
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exitCode = 1
}
