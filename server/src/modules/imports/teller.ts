import { asCaller } from '../../platform/database.ts'
import type { ImportDesk, Importer } from './import.commands.ts'
import { noteProgress } from './import.queries.ts'
import type { Tell } from './write.ts'

/** How often progress is noted at most; a commit waits for the disk, and people look no oftener. */
const everyMilliseconds = 500

/**
 * Notes progress on a connection of its own, so that others see it before the end.
 *
 * What came while one note was written is passed over: the next says more. `end` takes the note away, for
 * progress lives outside the transaction, whichever way that ends.
 */
export function tellerOf({ db, clock }: ImportDesk, by: Importer, id: string) {
  let writing: Promise<void> | undefined
  let last = Number.NEGATIVE_INFINITY
  const note = (progress: Parameters<typeof noteProgress>[4]) =>
    asCaller(db, by, (tx) => noteProgress(tx, by.institution, id, clock.now(), progress))
  const tell: Tell = (phase, done, total) => {
    if (writing || performance.now() - last < everyMilliseconds) return
    last = performance.now()
    // Whoever waits for a note that fails learns more from the work itself.
    writing = note({ phase, done, total })
      .catch(() => undefined)
      .finally(() => {
        writing = undefined
      })
  }
  return {
    tell,
    async end() {
      await writing
      await note(undefined)
    },
  }
}
