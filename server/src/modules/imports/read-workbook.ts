import { InputError } from '@yizhuan/kit'
import {
  openThread,
  seenByAll,
  ThreadExhausted,
  type ThreadLimits,
  threadFile,
} from '../../platform/thread.ts'
import { type Answer, type Piece, type Request, readingOf, type Understood } from './reading.ts'
import { tooHeavy } from './workbook.refusals.ts'

/** A workbook as read: how it was understood is told, its rows and problems come piece by piece. */
export interface Read extends Understood {
  pieces(): AsyncIterable<Piece>
  /** Lets go of what was not asked for. */
  end(): void
}

/** How often it is looked how far the reading is. */
const everyMilliseconds = 500

/**
 * Reads a workbook with the decisions about it. Whoever reads ends it.
 *
 * @param onRows  is told now and then how many rows were read so far.
 * @throws {InputError} when the file is no workbook, or holds no table we know.
 */
export async function openWorkbook(
  request: Omit<Request, 'progress'>,
  onRows: (rows: number) => void = () => undefined,
): Promise<Read> {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const counted = new Int32Array(progress)
  onRows(0)
  const watch = setInterval(() => onRows(Atomics.load(counted, 0)), everyMilliseconds)
  const { answer, next, end } = await opened({ ...request, progress }).finally(() =>
    clearInterval(watch),
  )
  if (answer.kind === 'refused') {
    end()
    throw new InputError(answer.field, answer.rule, answer.words)
  }
  const { tables, ignoredSheets, comments, brought } = answer
  async function* pieces() {
    for (let piece = await next(); piece !== undefined; piece = await next()) yield piece
  }
  return { tables, ignoredSheets, comments, brought, pieces, end }
}

/** What reading the largest ledger may use. */
export const readingLimits: ThreadLimits = { seconds: 300, megabytes: 1000 }

interface Opened {
  readonly answer: Answer
  next(): Promise<Piece | undefined>
  end(): void
}

/** Reading is work for a processor: in a thread of its own it keeps nobody else waiting. */
async function opened(request: Request): Promise<Opened> {
  const file = threadFile(import.meta.url, 'reading.thread')
  if (!file) {
    const { answer, pieces } = await readingOf(request)
    return { answer, next: async () => pieces.next().value, end: () => undefined }
  }
  try {
    const given = { ...request, bytes: seenByAll(request.bytes) }
    const thread = await openThread<Answer | Piece | undefined>(file, given, readingLimits)
    return {
      answer: thread.first as Answer, // It comes first.
      next: () => thread.next() as Promise<Piece | undefined>,
      end: () => thread.end(),
    }
  } catch (error) {
    throw error instanceof ThreadExhausted ? tooHeavy() : error
  }
}
