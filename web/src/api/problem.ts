/** One provision that a refusal relies on. */
export interface Because {
  readonly norm: string
  readonly title?: { readonly zh: string; readonly en: string }
  readonly status?: string
  readonly cites?: readonly { readonly source: string; readonly at: string }[]
  readonly missing?: readonly string[]
  readonly opens?: string
  readonly due?: string
  /** No norm, but a law that is not in force. */
  readonly lapse?: object
}

/** What is wrong with one field, by which rule. */
export interface FieldProblem {
  readonly pointer: string
  readonly detail: string
  readonly rule?: string
}

/** A refusal as the server words it (RFC 9457). */
export interface ProblemBody {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly because?: readonly Because[]
  readonly missing?: readonly string[]
  readonly errors?: readonly FieldProblem[]
  readonly changed?: readonly unknown[]
  readonly facts?: Readonly<Record<string, unknown>>
}

/** An answer that is not the one asked for; carries the server's own words. */
export class ApiProblem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.name = 'ApiProblem'
    this.body = body
  }
}

/** Reads a refusal, whatever its shape. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text()
  try {
    const body = JSON.parse(text) as Partial<ProblemBody>
    return new ApiProblem({
      ...body,
      status: response.status,
      code: body.code ?? `http-${response.status}`,
      title: body.title ?? response.statusText,
    })
  } catch {
    return new ApiProblem({
      status: response.status,
      code: `http-${response.status}`,
      title: `${response.status} ${response.statusText}`,
    })
  }
}
