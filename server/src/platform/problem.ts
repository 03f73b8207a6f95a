import type { Lang, Words } from '@yizhuan/kit'
import { z } from 'zod'

/** What is wrong with one field of a request, and by which rule. */
export interface FieldError {
  /** JSON pointer into the body, the query or the path, such as `#/inventors/0/share`. */
  readonly pointer: string
  readonly rule: string
  readonly detail: Words | string
}

/** What a problem may carry besides its code: every member is optional and travels to the client. */
export interface ProblemParts {
  readonly facts?: Readonly<Record<string, unknown>>
  /** The provisions relied on: norm, title, status, cites. */
  readonly because?: readonly unknown[]
  /** Facts that have to be given before the law can answer. */
  readonly missing?: readonly string[]
  readonly errors?: readonly FieldError[]
  /** What somebody else changed meanwhile (409). */
  readonly changed?: readonly unknown[]
  readonly retryAfterSeconds?: number
}

/**
 * An expected "no" on its way to the client as `application/problem+json`.
 *
 * Thrown at the edge only: deciders return refusals as values and routes turn them into problems.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: Words
  readonly detail: Words
  readonly parts: ProblemParts

  constructor(
    status: number,
    code: string,
    title: Words,
    detail: Words = title,
    parts: ProblemParts = {},
  ) {
    super(`${code}: ${detail.en}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.parts = parts
  }
}

/** 404: it does not exist, or the caller may not know that it does. */
export function notFound(detail?: Words): Problem {
  const title = { zh: '未找到', en: 'Not found' }
  return new Problem(404, 'not-found', title, detail ?? title)
}

/** 400: the message is malformed; each error names its field and rule. */
export function malformed(errors: readonly FieldError[], parts: ProblemParts = {}): Problem {
  return new Problem(
    400,
    'malformed',
    { zh: '提交的内容有误', en: 'The request is malformed' },
    {
      zh: '请按每个字段的提示修改后重新提交。',
      en: 'Correct the fields listed and send the request again.',
    },
    { ...parts, errors },
  )
}

/** 400 for a single field. @param facts  with `see`, the page of what stands against it. */
export function badField(
  pointer: string,
  rule: string,
  detail: Words,
  facts: { readonly see?: string } = {},
): Problem {
  return malformed([{ pointer, rule, detail }], facts.see === undefined ? {} : { facts })
}

/** 401: we do not know who is asking. */
export function unknownCaller(): Problem {
  return new Problem(
    401,
    'not-signed-in',
    { zh: '尚未登录', en: 'Not signed in' },
    { zh: '请先登录。', en: 'Sign in first.' },
  )
}

/** 403: we know who is asking, and the caller's roles do not allow it. */
export function forbidden(detail?: Words): Problem {
  return new Problem(
    403,
    'not-allowed',
    { zh: '没有权限', en: 'Not allowed' },
    detail ?? {
      zh: '您的角色不能进行此操作。',
      en: 'Your roles do not allow this.',
    },
  )
}

/** 409: the state forbids it now; `code` and `parts` say why and what changed. */
export function conflict(code: string, detail: Words, parts: ProblemParts = {}): Problem {
  return new Problem(
    409,
    code,
    { zh: '当前状态不允许', en: 'The present state does not allow this' },
    detail,
    parts,
  )
}

/** 422: well formed, but unlawful or inconsistent in itself; `because` names the articles. */
export function unlawful(code: string, detail: Words, parts: ProblemParts = {}): Problem {
  return new Problem(
    422,
    code,
    { zh: '不符合规定', en: 'Not in line with the rules' },
    detail,
    parts,
  )
}

/** 503: the world failed; the request had no effect. */
export function unavailable(code: string, detail: Words): Problem {
  return new Problem(503, code, { zh: '服务暂不可用', en: 'Temporarily unavailable' }, detail, {
    retryAfterSeconds: 5,
  })
}

/** The body of every refusal (RFC 9457) with our members. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
    because: z.array(z.unknown()).optional(),
    missing: z.array(z.string()).optional(),
    changed: z.array(z.unknown()).optional(),
    errors: z
      .array(z.object({ pointer: z.string(), rule: z.string(), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' })

/** A problem as it is sent, in one language. */
export type ProblemBody = z.output<typeof problemSchema>

/** Writes a problem in a language, for one request path. */
export function problemBody(problem: Problem, lang: Lang, instance: string): ProblemBody {
  const { facts, because, missing, changed, errors } = problem.parts
  return {
    type: `/problems/${problem.code}`,
    title: problem.title[lang],
    status: problem.status,
    detail: problem.detail[lang],
    instance,
    code: problem.code,
    ...(facts && { facts: { ...facts } }),
    ...(because && { because: [...because] }),
    ...(missing && { missing: [...missing] }),
    ...(changed && { changed: [...changed] }),
    ...(errors && {
      errors: errors.map(({ pointer, rule, detail }) => ({
        pointer,
        rule,
        detail: typeof detail === 'string' ? detail : detail[lang],
      })),
    }),
  }
}
