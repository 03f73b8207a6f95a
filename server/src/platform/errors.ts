import { InputError, type Lang } from '@yizhuan/kit'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { databaseTrouble } from './database.ts'
import { fieldErrors } from './field-errors.ts'
import { fileLimitBytes, tooLarge } from './files.ts'
import type { App } from './module.ts'
import {
  conflict,
  type FieldError,
  malformed,
  notFound,
  Problem,
  problemBody,
  unavailable,
} from './problem.ts'

/** Answers every error as `application/problem+json` in the caller's language. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(error, request, reply))
}

/** Answers one error; also for an address that does not even reach a route. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error)
  if (problem.status === 500) request.log.error({ err: error }, problem.code)
  else if (problem.status > 500) request.log.warn(`${problem.code}: ${error.message}`)
  const retry = problem.parts.retryAfterSeconds
  if (retry !== undefined) reply.header('retry-after', retry)
  return reply
    .code(problem.status)
    .serializer((body: unknown) => JSON.stringify(body))
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(problemBody(problem, langOf(request), request.url.split('?')[0] ?? '/'))
}

/** The language of an answer: the header's first choice, else the account's, else Chinese. */
export function langOf(request: FastifyRequest): Lang {
  const wanted = request.headers['accept-language']
  if (wanted) return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
  return request.caller?.lang ?? 'zh'
}

/** What an error means to the client. Unknown errors are ours: 500, and no word of their text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error))
    return malformed(error.validation.flatMap(errorsOf))
  if (error instanceof InputError) {
    const { field, rule, words } = error
    return malformed([{ pointer: pointerOf(field), rule, detail: words }])
  }
  return fromDatabase(error) ?? fromFastify(error) ?? brokenInvariant()
}

/** The JSON pointer of a field named like `inventors[0].share`. */
function pointerOf(field: string): string {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== '')
  return ['#', ...steps].join('/')
}

interface Issue {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

function errorsOf(validation: object): FieldError[] {
  const { keyword, instancePath, message = keyword, params } = validation as Issue // Its declared type hides what it carries.
  const pointer = instancePath === '/' ? '#' : `#${instancePath}`
  return fieldErrors({ code: keyword, pointer, message, params })
}

function fromDatabase(error: unknown): Problem | undefined {
  switch (databaseTrouble(error)) {
    case 'taken':
      return conflict('already-exists', {
        zh: '已有相同的记录。',
        en: 'There is such a record already.',
      })
    case 'contended':
      return unavailable('try-again', {
        zh: '与他人的操作冲突，未作任何更改，请重试。',
        en: 'It collided with somebody else; nothing was changed, try again.',
      })
    case 'disk-full':
      return unavailable('disk-full', {
        zh: '服务器磁盘已满，未作任何更改，请联系运维人员。',
        en: 'The disk of the server is full; nothing was changed, tell its operator.',
      })
    case 'unreachable':
      return unavailable('database-unreachable', {
        zh: '数据库暂时无法连接，请稍后重试。',
        en: 'The database cannot be reached at the moment; try again soon.',
      })
    default:
      return undefined
  }
}

function fromFastify(error: unknown): Problem | undefined {
  const { statusCode: status = 500, code = '' } = error as Partial<FastifyError>
  if (status < 400 || status >= 500) return undefined
  if (status === 404) return notFound()
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(fileLimitBytes)
  if (status === 413) {
    const title = { zh: '提交的内容过大', en: 'The request is too large' }
    return new Problem(413, 'request-too-large', title)
  }
  if (status === 415) {
    const title = { zh: '不支持的内容类型', en: 'This content type is not supported' }
    return new Problem(415, 'content-type', title)
  }
  const rule = code.startsWith('FST_') ? code.slice(4).toLowerCase().replaceAll('_', '-') : 'json'
  return malformed([
    {
      pointer: '#',
      rule,
      detail: { zh: '内容无法解析', en: 'the content cannot be parsed' },
    },
  ])
}

function brokenInvariant(): Problem {
  return new Problem(
    500,
    'internal',
    { zh: '系统内部错误', en: 'Internal error' },
    {
      zh: '这是系统的问题，操作未生效。请把请求编号（request-id）告诉运维人员。',
      en: 'This is our mistake; nothing was changed. Tell the operator the request-id.',
    },
  )
}
