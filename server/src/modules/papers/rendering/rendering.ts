import type { Day } from '@yizhuan/kit'
import type { Composed, PaperValues } from '@yizhuan/procedures'
import { checkTemplate, type TemplateTrouble } from '../templates/check-template.ts'
import { fillTemplate } from '../templates/fill-template.ts'
import type { Known } from '../templates/placeholders.ts'
import { pdfOf } from './pdf.ts'

/** Work for a processor: to print a paper, to look at a template of somebody's, to fill it. */
export type Request =
  | { readonly kind: 'print'; readonly paper: Composed; readonly day: Day }
  | { readonly kind: 'fill'; readonly template: Uint8Array; readonly values: PaperValues }
  | { readonly kind: 'check'; readonly template: Uint8Array; readonly known: Known }

export interface Answers {
  readonly print: Uint8Array
  readonly fill: Uint8Array
  readonly check: readonly TemplateTrouble[]
}

/** Does it; the same request has the same answer. */
export async function answer(request: Request): Promise<Answers[Request['kind']]> {
  switch (request.kind) {
    case 'print':
      return pdfOf(request.paper, request.day)
    case 'fill':
      return await fillTemplate(request.template, request.values)
    case 'check':
      return await checkTemplate(request.template, request.known)
  }
}
