import { fieldWords } from '@yizhuan/kit'
import { z } from 'zod'
import type { FieldError } from './problem.ts'

/** What a schema finds wrong with one place. */
export interface SchemaIssue {
  readonly code: string
  readonly pointer: string
  readonly message: string
  readonly params: Readonly<Record<string, unknown>>
}

const zh = z.locales.zhCN().localeError

/** What is wrong with each field, in both languages, whoever asked the schema. */
export function fieldErrors({ code, pointer, message, params }: SchemaIssue): FieldError[] {
  const keys = params['keys']
  if (code === 'unrecognized_keys' && Array.isArray(keys)) {
    return keys.map((key) => ({
      pointer: `${pointer}/${key}`,
      rule: 'unknown-field',
      detail: { zh: '未知字段', en: 'unknown field' },
    }))
  }
  const own = (params['params'] as { rule?: string } | undefined)?.rule
  const rule = own ?? code.replaceAll('_', '-')
  // Rules of our own carry both languages in one message, since zod asks for a single text.
  const both = /^(.*\p{Script=Han}.*) \/ (.*)$/u.exec(message)
  if (both) return [{ pointer, rule, detail: { zh: both[1] ?? '', en: both[2] ?? '' } }]
  const plain = own === undefined ? fieldWords(code, params, message) : undefined
  if (plain) return [{ pointer, rule, detail: plain }]
  return [{ pointer, rule, detail: { zh: inChinese(code, message, params), en: message } }]
}

function inChinese(code: string, message: string, params: SchemaIssue['params']): string {
  const said = zh({ code, ...params } as Parameters<typeof zh>[0]) // The parts of an issue, put together again.
  return (typeof said === 'string' ? said : said?.message) ?? message
}
