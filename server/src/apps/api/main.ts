import { modules } from '../../modules/index.ts'
import { readConfig, SettingError } from '../../platform/config.ts'
import { operatorSentence } from '../../platform/operator-error.ts'
import { startServer } from './server.ts'

// The process: reads the settings, starts everything, and stops it in order when asked to.
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const server = await startServer(config, modules)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    console.log('\nStopping …')
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  for (const line of server.greeting) console.log(line)
}

main().catch((error: unknown) => {
  const sentence = error instanceof SettingError ? error.message : operatorSentence(error)
  console.error(sentence ?? error)
  process.exit(1)
})
