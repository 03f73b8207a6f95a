import type { PaperValues } from '@yizhuan/procedures'
import { checkTemplate, type TemplateTrouble } from './check-template.ts'
import { fillTemplate } from './fill-template.ts'
import type { Known } from './placeholders.ts'

/** A template of somebody's to be looked at, or to be filled. */
export type Request =
  | { readonly kind: 'check'; readonly template: Uint8Array; readonly known: Known }
  | { readonly kind: 'fill'; readonly template: Uint8Array; readonly values: PaperValues }

export interface Answers {
  readonly check: readonly TemplateTrouble[]
  readonly fill: Uint8Array
}

/** Does it; the same request has the same answer. */
export async function workOn(request: Request): Promise<Answers[Request['kind']]> {
  return request.kind === 'check'
    ? await checkTemplate(request.template, request.known)
    : await fillTemplate(request.template, request.values)
}
