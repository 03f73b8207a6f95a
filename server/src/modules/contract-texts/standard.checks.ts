import { type Day, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { clauseNorms } from './clause-norms.queries.ts'
import { amountIn, isTorn, unknownIn } from './placeholder.ts'
import {
  type ClauseContent,
  isClause,
  type StandardContent,
  type TemplateContent,
} from './standard.ts'

/** Why a text cannot be one of the library. */
export interface ContentRefusals {
  'placeholder-unknown': { readonly field: string; readonly names: string }
  'braces-torn': { readonly field: string }
  'amount-in-text': { readonly field: string; readonly amount: string }
  'english-halved': { readonly field: string }
  'norm-unknown': { readonly at: string; readonly norm: string }
  'slot-twice': { readonly at: string }
  'clause-unknown': { readonly at: string }
  'clause-twice': { readonly at: string; readonly name: string }
  'clause-of-other-contracts': { readonly at: string; readonly name: string }
}

type No = Outcome<never, ContentRefusals> | undefined

/** Why a clause or a model contract cannot say that; undefined where it can. */
export async function againstContent(
  tx: Tx,
  today: Day,
  institution: string,
  content: StandardContent,
): Promise<No> {
  return isClause(content)
    ? againstClause(tx, today, institution, content)
    : againstTemplate(tx, institution, content)
}

async function againstClause(
  tx: Tx,
  today: Day,
  institution: string,
  content: ClauseContent,
): Promise<No> {
  if ((content.en === null) !== (content.headingEn === null))
    return refuse('english-halved', { field: content.en === null ? 'en' : 'headingEn' })
  const no =
    againstText('zh', content.zh, content.kind) ??
    (content.en === null ? undefined : againstText('en', content.en, content.kind))
  if (no) return no
  if (content.norms.length === 0) return undefined
  const norms = await clauseNorms(tx, institution, today)
  const known = new Set(norms.map(({ norm }) => norm.id))
  const at = content.norms.findIndex((norm) => !known.has(norm))
  return at < 0 ? undefined : refuse('norm-unknown', { at: `${at}`, norm: content.norms[at] ?? '' })
}

/** Why a text of a clause cannot stand: placeholders nobody fills, or money that would not follow the terms. */
export function againstText(field: string, text: string, kind: string): No {
  if (isTorn(text)) return refuse('braces-torn', { field })
  const unknown = unknownIn(text)
  if (unknown.length > 0) return refuse('placeholder-unknown', { field, names: unknown.join('、') })
  const amount = kind === 'payment' ? amountIn(text) : undefined
  return amount === undefined ? undefined : refuse('amount-in-text', { field, amount })
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

async function againstTemplate(
  tx: Tx,
  institution: string,
  { slots, types }: TemplateContent,
): Promise<No> {
  const ids = slots.flatMap(({ clauses }) => clauses).filter(isUuid)
  const rows = await tx
    .selectFrom('contractStandard')
    .select(['id', 'name', 'types'])
    .where('institutionId', '=', institution)
    .where('form', '=', 'clause')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const keys = slots.map(({ key }) => key)
  const seen = new Set<string>()
  for (const [at, { key, clauses }] of slots.entries()) {
    if (keys.indexOf(key) < at) return refuse('slot-twice', { at: `${at}` })
    for (const id of clauses) {
      const clause = known.get(id)
      if (!clause) return refuse('clause-unknown', { at: `${at}` })
      if (seen.has(id)) return refuse('clause-twice', { at: `${at}`, name: clause.name })
      if (!types.some((type) => clause.types.includes(type)))
        return refuse('clause-of-other-contracts', { at: `${at}`, name: clause.name })
      seen.add(id)
    }
  }
  return undefined
}
