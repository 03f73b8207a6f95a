// The acts as scripts read them: what each is called, who may record it, and what it carries.
import type { Words } from '@yizhuan/kit'
import { z } from 'zod'
import type { Procedure } from './procedure.ts'
import type { Role } from './roles.ts'

/** One kind of act. */
export interface ActEntry {
  readonly procedure: string
  readonly type: string
  readonly label: Words
  /** The action of the law that guards it; null for acts that only the record asks about. */
  readonly action: string | null
  readonly who: readonly Role[]
  /** The data it carries, as a JSON schema whose fields have names in both languages. */
  readonly data: unknown
}

/** Every kind of act of a procedure in the order of its main line. */
export function actVocabulary({ id, acts }: Procedure): readonly ActEntry[] {
  return Object.entries(acts).map(([type, { label, action, who, data }]) => ({
    procedure: id,
    type,
    label,
    action: action ?? null,
    who,
    data: z.toJSONSchema(data, { io: 'input' }),
  }))
}
