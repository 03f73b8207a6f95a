import { availableParallelism, totalmem } from 'node:os'
import { type Revision, shippedPacks } from '../../modules/policies/index.ts'
import type { Config } from '../../platform/config.ts'
import { Crew, startHelper } from '../../platform/crew.ts'
import type { Ground } from '../../platform/start.ts'
import { threadFile } from '../../platform/thread.ts'

/** What a helper is given: it opens the rest for itself. */
export interface HelperOrder {
  readonly config: Config
  readonly appUrl: string
  /** What time it is for the platform, where that is not what the machine says. */
  readonly now?: Date
  /** The law packs as they were read here. */
  readonly packs: readonly Revision[]
}

/** More would wait for the database rather than for a processor. */
const mostHelpers = 2

/** Memory of a machine on which two idle helpers, of 160 MB each, are no burden: they stay ready there. */
const roomyBytes = 8 * 2 ** 30

/** The helpers of a worker: none where there is one processor, or where sources are run as they are. */
export function crewOf(
  { context, postgres }: Pick<Ground, 'context' | 'postgres'>,
  onTrouble: (sentence: string) => void,
): Crew | undefined {
  const file = threadFile(import.meta.url, 'helper.thread')
  const most = Math.min(availableParallelism(), mostHelpers)
  if (file === undefined || most < 2) return undefined
  const { config, clock } = context
  const order = (): HelperOrder => ({
    config,
    appUrl: postgres.appUrl,
    packs: shippedPacks(),
    ...(config.today !== undefined && { now: clock.now() }),
  })
  const stays = totalmem() >= roomyBytes
  return new Crew(() => startHelper(file, order(), onTrouble), most, onTrouble, stays)
}
