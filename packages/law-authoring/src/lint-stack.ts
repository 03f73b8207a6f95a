import { InputError, type Words } from '@yizhuan/kit'
import { checkRule, type InstitutionRule, type Layers, layersOf, type Pack } from '@yizhuan/law'
import type { Findings } from './problem.ts'

/** Does a pack agree with those it stands on: parameters, terms and names? */
export function checkStack(pack: Pack, bases: readonly Pack[], findings: Findings) {
  for (const id of pack.extends ?? [])
    if (!bases.some((base) => base.id === id))
      findings.error('extends', pack.id, {
        zh: `所依据的“${id}”不存在`,
        en: `stands on «${id}», which is not at hand`,
      })
  checkLayers(pack, bases, findings)
  for (const kind of ['definitions', 'interpretations'] as const)
    checkTerms(kind, pack, bases, findings)
  checkIds(pack, bases, findings)
  checkBounds(pack, bases, findings)
}

/** A number laxer than a bound of a pack below binds nobody: the stricter one governs. */
function checkBounds(pack: Pack, bases: readonly Pack[], findings: Findings) {
  const below = layersOf(bases)
  for (const [id, { values, bound }] of Object.entries(pack.parameters)) {
    if (bound === 'fixed' || !below.has(id)) continue
    for (const { from, to, value } of values) {
      if (from === undefined) continue // A draft without a first day binds nobody yet.
      const span = to === undefined ? { from } : { from, to }
      for (const problem of lawSays(below, { param: id, value, by: pack.id, basis: '', ...span }))
        findings.warning('laxer-than-base', `parameter ${id} from ${from}`, problem)
    }
  }
}

/** A value that is not even a number is told elsewhere. */
function lawSays(below: Layers, rule: InstitutionRule): readonly Words[] {
  try {
    return checkRule(below, rule).map(({ text }) => text)
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

/** All layers of one parameter are of one type and bind one way, else the strictest has no meaning. */
function checkLayers(pack: Pack, bases: readonly Pack[], findings: Findings) {
  for (const [id, own] of Object.entries(pack.parameters))
    for (const base of bases) {
      const below = base.parameters[id]
      if (!below) continue
      for (const key of ['type', 'bound'] as const)
        if (JSON.stringify(own[key]) !== JSON.stringify(below[key]))
          findings.error('layers', `parameter ${id}`, {
            zh: `${key} 为 ${String(own[key])}，在 ${base.id} 中为 ${String(below[key])}`,
            en: `its ${key} is ${String(own[key])}; in ${base.id} it is ${String(below[key])}`,
          })
    }
}

/** A term that a base has already is given a new meaning only by saying so. */
function checkTerms(
  kind: 'definitions' | 'interpretations',
  pack: Pack,
  bases: readonly Pack[],
  findings: Findings,
) {
  for (const [id, own] of Object.entries(pack[kind])) {
    const where = `${kind.slice(0, -1)} ${id}`
    const below = bases.findLast((base) => hasTerm(base, id))
    if (below?.id !== own.redefines) {
      const note = below
        ? {
            zh: `${below.id} 中已有，应写明 redefines: ${below.id}`,
            en: `say «redefines: ${below.id}», which has it too`,
          }
        : {
            zh: `“${own.redefines}”中没有“${id}”可以重新定义`,
            en: `there is no «${id}» in «${own.redefines}» to redefine`,
          }
      findings.error('redefines', where, note)
    } else if (below && typeText(below, id) !== JSON.stringify(own.type))
      findings.error('redefines', where, {
        zh: `与 ${below.id} 中的类型不同`,
        en: `is of another type than in ${below.id}`,
      })
  }
}

const typeText = (pack: Pack, id: string): string =>
  JSON.stringify((pack.definitions[id] ?? pack.interpretations[id])?.type)

const hasTerm = (pack: Pack, id: string): boolean =>
  Object.hasOwn(pack.definitions, id) || Object.hasOwn(pack.interpretations, id)

/** One name stands for one thing, and one id for one norm. */
function checkIds(pack: Pack, bases: readonly Pack[], findings: Findings) {
  for (const id of Object.keys(pack.definitions))
    if (Object.hasOwn(pack.interpretations, id))
      findings.error('ambiguous', `definition ${id}`, {
        zh: '同时又是释义口径',
        en: 'is also an interpretation',
      })
  const facts = new Set([pack, ...bases].flatMap((each) => Object.keys(each.facts)))
  for (const id of [...Object.keys(pack.definitions), ...Object.keys(pack.interpretations)])
    if (facts.has(id) || id === 'asOf' || id === 'due')
      findings.error('ambiguous', `term ${id}`, {
        zh: '与事实同名',
        en: 'is also the name of a fact',
      })
  for (const base of bases)
    for (const { id } of base.norms)
      if (pack.norms.some((norm) => norm.id === id))
        findings.error('duplicate', `norm ${id}`, {
          zh: `${base.id} 已有此规范，应另用编号并写明代替`,
          en: `is a norm of ${base.id}; replace it by another id`,
        })
}
