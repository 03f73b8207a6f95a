import { noteConnection } from './connection.ts'
import { ApiProblem, problemOf } from './problem.ts'

const prefix = '/api/v1'
let language = 'zh'

/** The language in which the server words its answers. */
export function speak(lang: string): void {
  language = lang
}

/** Reads from the server. @throws {ApiProblem} */
export function read<T>(path: string): Promise<T> {
  return call<T>('GET', path)
}

/** Writes to the server. @throws {ApiProblem} */
export function write<T>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  return call<T>(method, path, body)
}

/** Sends one file as a form. @throws {ApiProblem} */
export function upload<T>(path: string, file: File): Promise<T> {
  const form = new FormData()
  form.append('file', file, file.name)
  return call<T>('POST', path, form)
}

/** Has the server make a file and saves it under the name the server gives. @throws {ApiProblem} */
export async function download(path: string, body: unknown): Promise<void> {
  const response = await sent('POST', path, body)
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(named?.[1] ?? 'file')
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The address of something to download. */
export function address(path: string): string {
  return `${prefix}${path}`
}

/** A path with the parameters that are given. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await sent(method, path, body)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

async function sent(method: string, path: string, body?: unknown): Promise<Response> {
  const isForm = body instanceof FormData
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(method === 'GET' ? {} : { 'x-yizhuan-csrf': '1' }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  if (!response.ok) throw await heard(response)
  return response
}

/** Asks the server. @throws {ApiProblem} with status 0 when it cannot be reached at all. */
async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(`${prefix}${path}`, request)
    noteConnection({ reach: response.status === 503 ? 'unavailable' : 'ok' })
    return response
  } catch {
    noteConnection({ reach: 'offline' })
    throw new ApiProblem({
      status: 0,
      code: 'offline',
      ...offline[language === 'en' ? 'en' : 'zh'],
    })
  }
}

// The server cannot word this one.
const offline = {
  zh: { title: '连接不上服务器', detail: '什么也没有写入。请检查网络后重试。' },
  en: {
    title: 'The server cannot be reached',
    detail: 'Nothing was written. Check the network and try again.',
  },
}

/** A refusal; that a session has ended is noted, so that one can sign in again where one stands. */
async function heard(response: Response): Promise<ApiProblem> {
  const problem = await problemOf(response)
  if (problem.body.code === 'not-signed-in') noteConnection({ isSignedOut: true })
  return problem
}
