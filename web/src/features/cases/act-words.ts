import { actOf, procedureById } from '@yizhuan/procedures'
import type { Bilingual } from '../../ui/language.ts'

/** What an act of a procedure is called; its own name where a record holds one that is not known here. */
export function wordsOf(procedure: string, type: string): Bilingual {
  const known = procedureById(procedure)
  return (known && actOf(known, type)?.label) ?? { zh: type, en: type }
}

/** What a stage of a procedure is called. */
export function stageWordsOf(procedure: string, stage: string): Bilingual {
  return procedureById(procedure)?.stageWords[stage] ?? { zh: stage, en: stage }
}

/** What a procedure is called. */
export function procedureWordsOf(procedure: string): Bilingual {
  return procedureById(procedure)?.label ?? { zh: procedure, en: procedure }
}
