import { InputError, type Words } from '@yizhuan/kit'
import { z } from 'zod'
import { actOf, type Procedure } from './procedure.ts'

/**
 * Reads the data of an act.
 *
 * @throws {InputError} naming the field and the rule.
 */
export function parseActData(
  procedure: Procedure,
  type: string,
  data: unknown,
): Readonly<Record<string, unknown>> {
  const rule = actOf(procedure, type)
  if (!rule) throw new InputError('type', 'known-act', unknownAct)
  const parsed = strictly(rule.data).safeParse(data)
  if (parsed.success) return parsed.data as Readonly<Record<string, unknown>>
  const [issue] = parsed.error.issues
  const isUnknown = issue?.code === 'unrecognized_keys'
  const field = isUnknown ? issue.keys[0] : issue?.path.join('.')
  const broken = isUnknown ? 'unknown-field' : (issue?.message ?? 'malformed')
  throw new InputError(
    field ?? '',
    broken,
    wordsOf[broken] ?? { zh: `填写有误：${broken}`, en: `is not valid: ${broken}` },
  )
}

/** What a broken rule says where its name says too little. */
const wordsOf: Readonly<Record<string, Words>> = {
  'credit-code': {
    zh: '统一社会信用代码有误（末位校验不符），请核对',
    en: 'is no unified social credit code: its last character does not fit',
  },
}

/** Schemas that take no field they do not know; a schema is dear to make, and used for every act. */
const strict = new WeakMap<z.ZodObject, z.ZodType>()

function strictly(shape: z.ZodObject): z.ZodType {
  const known = strict.get(shape)
  if (known) return known
  const schema = z.strictObject(shape.shape)
  strict.set(shape, schema)
  return schema
}

const unknownAct = { zh: '没有这种行为', en: 'is no act of this procedure' }
