// The acts as scripts read them: what each is called, who may record it, and what it carries.
import type { Words } from '@yizhuan/kit'
import { z } from 'zod'
import { actionOf, actWords, type Role, whoMay } from './act-rules.ts'
import { type ActType, actData, actTypes } from './acts.ts'

/** One kind of act. */
export interface ActEntry {
  readonly type: ActType
  readonly label: Words
  /** The action of the law that guards it; null for acts that only the record asks about. */
  readonly action: string | null
  readonly who: readonly Role[]
  /** The data it carries, as a JSON schema whose fields have names in both languages. */
  readonly data: unknown
}

/** Every kind of act in the order of the main line. */
export function actVocabulary(): readonly ActEntry[] {
  return actTypes.map((type) => ({
    type,
    label: actWords[type],
    action: actionOf[type] ?? null,
    who: whoMay[type],
    data: z.toJSONSchema(actData[type], { io: 'input' }),
  }))
}
