import type { PaperValues } from '@yizhuan/procedures'
import {
  inThread,
  ThreadExhausted,
  type ThreadLimits,
  threadFile,
} from '../../../platform/thread.ts'
import { templateRefused } from '../paper.refusals.ts'
import type { TemplateTrouble } from './check-template.ts'
import type { Known } from './placeholders.ts'
import { type Answers, type Request, workOn } from './template-work.ts'

/** What the largest form may use; more is a file made to exhaust us. */
const limits: ThreadLimits = { seconds: 20, megabytes: 400 }

/** What is wrong with a template. Whatever the file is, the server goes on. */
export async function troublesOf(
  template: Uint8Array,
  known: Known,
): Promise<readonly TemplateTrouble[]> {
  try {
    return await answered({ kind: 'check', template, known })
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error
    return [{ rule: 'template-limit' }]
  }
}

/** A template with the values of a paper. @throws {Problem} 422 when filling it exhausts its thread. */
export async function filled(template: Uint8Array, values: PaperValues): Promise<Uint8Array> {
  try {
    return await answered({ kind: 'fill', template, values })
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error
    throw templateRefused([{ rule: 'template-limit' }])
  }
}

async function answered<Kind extends Request['kind']>(
  request: Request & { readonly kind: Kind },
): Promise<Answers[Kind]> {
  const file = threadFile(import.meta.url, 'template.thread')
  if (!file) return (await workOn(request)) as Answers[Kind]
  return await inThread<Answers[Kind]>(file, request, limits)
}
