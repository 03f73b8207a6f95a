import { type Outcome, refuse } from '@yizhuan/kit'
import {
  inThread,
  ThreadExhausted,
  type ThreadLimits,
  threadFile,
} from '../../../platform/thread.ts'
import type { TextRefusals } from './text-import.ts'
import { type FileText, textOfFile } from './text-of-file.ts'

/** What reading the longest official text may use; more is a file made to exhaust us, or no law. */
const limits: ThreadLimits = { seconds: 30, megabytes: 500 }

/** Reads the words out of a file in a thread of its own: whatever the file is, the server goes on. */
export async function readTextFile(
  name: string,
  bytes: Buffer,
): Promise<Outcome<FileText, TextRefusals>> {
  const file = threadFile(import.meta.url, 'text-file.thread')
  if (!file) return textOfFile(name, bytes)
  try {
    return await inThread(file, { name, bytes }, limits)
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error
    return refuse('text-too-heavy', {})
  }
}
