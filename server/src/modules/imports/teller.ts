import { asCaller } from '../../platform/database.ts'
import type { ImportDesk, Importer } from './import.commands.ts'
import { noteProgress, type Progress } from './import.queries.ts'

/** Says how far the work is; nobody waits for it. A total of zero is not known yet. */
export type Tell = (phase: string, done: number, total: number) => void

/** How often progress is noted at most; a commit waits for the disk, and people look no oftener. */
const everyMilliseconds = 500

/** Tells others how far an import is. */
export interface Teller {
  readonly tell: Tell
  /** Takes the note away: progress lives outside the transaction, whichever way that ends. */
  end(): Promise<void>
}

/**
 * Notes progress on a connection of its own, so that others see it before the end.
 *
 * What comes while one note is written is passed over: the next says more.
 */
export function tellerOf(
  { db, clock }: ImportDesk,
  by: Importer,
  id: string,
  fileName: string,
): Teller {
  let writing: Promise<void> | undefined
  let last = Number.NEGATIVE_INFINITY
  const note = (progress: Progress | undefined) =>
    asCaller(db, by, (tx) => noteProgress(tx, by.institution, id, clock.now(), progress))
  return {
    tell(phase, done, total) {
      if (writing || performance.now() - last < everyMilliseconds) return
      last = performance.now()
      // Whoever waits for a note that fails learns more from the work itself.
      writing = note({ fileName, phase, done, total })
        .catch(() => undefined)
        .finally(() => {
          writing = undefined
        })
    },
    async end() {
      await writing
      await note(undefined)
    },
  }
}
