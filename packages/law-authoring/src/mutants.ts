import type { ConditionDocument, NormDocument, Pack } from '@yizhuan/law'

/** A pack with one small mistake in it. Some case should notice. */
export interface Mutant {
  readonly name: string
  readonly pack: Pack
  /** The norm the mistake sits in; `undefined` when it may show anywhere. */
  readonly norm?: string
  /** The acts that norm guards without the mistake. */
  readonly acts: readonly string[]
}

/** Every parameter a little off, every condition forced or short of a branch, every guard removed. */
export function mutantsOf(pack: Pack): Mutant[] {
  return [...parameterMutants(pack), ...pack.norms.flatMap((norm) => normMutants(pack, norm))]
}

function parameterMutants(pack: Pack): Mutant[] {
  return Object.entries(pack.parameters).flatMap(([id, parameter]) =>
    [1, -1].map((sign) => {
      const values = parameter.values.map((each) => ({ ...each, value: nudged(each.value, sign) }))
      const parameters = { ...pack.parameters, [id]: { ...parameter, values } }
      const step = parameter.type === 'ratio' ? '0.0001%' : '1'
      const name = `$${id} ${sign > 0 ? '+' : '−'} ${step}`
      return { name, pack: { ...pack, parameters }, acts: [] }
    }),
  )
}

/** 70% becomes 70.0001%, 15 becomes 16. */
function nudged(value: string | number, sign: number): string | number {
  const text = String(value)
  if (!text.endsWith('%')) return Number(text) + sign
  const millionths = Math.round(Number(text.slice(0, -1)) * 10_000) + sign
  return `${(millionths / 10_000).toFixed(4)}%`
}

function normMutants(pack: Pack, norm: NormDocument): Mutant[] {
  const put = (what: string, changed: NormDocument): Mutant => ({
    name: `${norm.id} ${what}`,
    norm: norm.id,
    acts: norm.requiredFor ?? [],
    pack: { ...pack, norms: pack.norms.map((each) => (each === norm ? changed : each)) },
  })
  const found: Mutant[] = []
  for (const part of ['applies', 'met', 'violated', 'open'] as const) {
    const condition = norm[part]
    if (condition === undefined) continue
    for (const value of [true, false]) {
      if (condition === value) continue
      found.push(put(`${part} := ${value}`, { ...norm, [part]: value }))
    }
    for (const [branch, shorter] of withoutBranches(condition))
      found.push(put(`${part} without branch ${branch}`, { ...norm, [part]: shorter }))
  }
  for (const act of norm.requiredFor ?? []) {
    const requiredFor = (norm.requiredFor ?? []).filter((other) => other !== act)
    found.push(put(`no longer guards ${act}`, { ...norm, requiredFor }))
  }
  // In a draft nothing blocks, so its force shows nowhere.
  if (norm.force === 'should' && norm.requiredFor?.length && pack.status === 'published')
    found.push(put('force := must', { ...norm, force: 'must' }))
  return found
}

/** The condition with one line of a checklist left out, at any depth. */
function withoutBranches(condition: ConditionDocument): [string, ConditionDocument][] {
  if (typeof condition === 'string' || typeof condition === 'boolean') return []
  if ('not' in condition)
    return withoutBranches(condition.not).map(([at, inner]) => [at, { not: inner }])
  if ('when' in condition)
    return withoutBranches(condition.when).map(([at, when]) => [at, { ...condition, when }])
  const key = 'all' in condition ? 'all' : 'any'
  const parts = 'all' in condition ? condition.all : condition.any
  const rebuild = (list: readonly ConditionDocument[]): ConditionDocument =>
    key === 'all' ? { all: list } : { any: list }
  return parts.flatMap((part, index): [string, ConditionDocument][] => [
    [String(index + 1), rebuild(parts.filter((_, other) => other !== index))],
    ...withoutBranches(part).map(([at, inner]): [string, ConditionDocument] => [
      `${index + 1}.${at}`,
      rebuild(parts.map((each, other) => (other === index ? inner : each))),
    ]),
  ])
}
