import { fieldWords, InputError, type Words } from '@yizhuan/kit'
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
  throw wrongField(parsed.error.issues[0])
}

/** Which field is wrong, by which rule, in words for people: a schema's own are for programmers. */
function wrongField(issue: z.core.$ZodIssue | undefined): InputError {
  if (issue === undefined) return new InputError('', 'malformed', otherwise)
  if (issue.code === 'unrecognized_keys')
    return new InputError([...issue.path, issue.keys[0]].join('.'), 'unknown-field', unknownField)
  const { code, path, message, ...params } = issue
  const field = path.join('.')
  const own = wordsOf[message]
  if (own) return new InputError(field, message, own)
  return new InputError(
    field,
    code.replaceAll('_', '-'),
    fieldWords(code, params, message) ?? otherwise,
  )
}

/** What a rule of our own says where it is broken. */
const wordsOf: Readonly<Record<string, Words>> = {
  'credit-code': {
    zh: '统一社会信用代码有误（末位校验不符），请核对',
    en: 'is no unified social credit code: its last character does not fit',
  },
  'whole-fen': {
    zh: '请填写金额，最多两位小数，不得为负。',
    en: 'Give an amount of nought or more, to the fen at most.',
  },
  share: {
    zh: '请填写不超过100%的比例，如 30% 或 1/3。',
    en: 'Give a share of 100% at most, such as 30% or 1/3.',
  },
}

const unknownField: Words = { zh: '未知字段', en: 'unknown field' }
const otherwise: Words = {
  zh: '填写有误，请核对后重新填写。',
  en: 'It is not valid; check it and enter it again.',
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
