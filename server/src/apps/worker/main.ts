import { modules } from '../../modules/index.ts'
import { readConfig, SettingError } from '../../platform/config.ts'
import { OperatorError, operatorSentence } from '../../platform/operator-error.ts'
import { openGround } from '../../platform/start.ts'
import { startWorker } from '../../platform/worker.ts'
import { crewOf } from './crew.ts'

// A worker on its own, beside servers that share a PostgreSQL server. The server has one built in.
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  if (!config.databaseUrl) {
    throw new OperatorError(
      'A separate worker needs DATABASE_URL; with the embedded PostgreSQL the server works off its own jobs.',
    )
  }
  const ground = await openGround(config)
  const tell = (sentence: string) => console.error(sentence)
  const worker = startWorker(ground.context, modules, tell, crewOf(ground, tell))
  const stop = async () => {
    await worker.stop()
    await ground.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  console.log('The worker waits for jobs. Ctrl-C stops it.')
}

main().catch((error: unknown) => {
  const sentence = error instanceof SettingError ? error.message : operatorSentence(error)
  console.error(sentence ?? error)
  process.exit(1)
})
