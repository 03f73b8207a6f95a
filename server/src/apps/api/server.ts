import type { Config } from '../../platform/config.ts'
import { buildApp } from '../../platform/http.ts'
import type { App, Module } from '../../platform/module.ts'
import { addressOf, checkPort, type Ground, openGround, portTrouble } from '../../platform/start.ts'
import { startWorker, type Worker } from '../../platform/worker.ts'
import { loadDemo } from '../demo/load.ts'
import { crewOf } from '../worker/crew.ts'

/** The running application. */
export interface Server {
  readonly app: App
  /** What to print: the address, and how to sign in. */
  readonly greeting: readonly string[]
  close(): Promise<void>
}

/** Starts database, web server and worker in one process. @throws {OperatorError} */
export async function startServer(config: Config, modules: readonly Module[]): Promise<Server> {
  // A second start must say that one is running rather than that the port is taken.
  const ground = await openGround(config, () => checkPort(config))
  let worker: Worker | undefined
  let app: App | undefined
  const close = async () => {
    await app?.close()
    await worker?.stop()
    await ground.close()
  }
  try {
    const signIns = config.demo ? await loadDemo(ground.context) : []
    app = await buildApp(ground.context, modules, { logger: { level: 'warn' } })
    const tell = (sentence: string) => console.error(sentence)
    worker = startWorker(ground.context, modules, tell, crewOf(ground, tell))
    await listen(app, config)
    return { app, greeting: greetingOf(app, ground, signIns), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(app: App, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw portTrouble(error as Error, host, port)
  }
}

function greetingOf(app: App, { context }: Ground, signIns: readonly string[]): string[] {
  const address = addressOf(context.config)
  const { token } = app.setupToken
  const first = token
    ? [
        '',
        'Nobody can sign in yet. Create the first administrator with this one-time link:',
        `  ${address}/setup?token=${token}`,
      ]
    : []
  const demo = signIns.length > 0 ? ['', 'Demonstration sign-ins:', ...signIns] : []
  const { publicUrl, trustedProxies } = context.config
  const proxy =
    publicUrl !== undefined && trustedProxies.length === 0
      ? ['', 'All who come through a proxy count as one until TRUSTED_PROXIES names its address.']
      : []
  return ['', `Yizhuan runs at ${address}`, ...proxy, ...first, ...demo, '', 'Ctrl-C stops it.']
}
