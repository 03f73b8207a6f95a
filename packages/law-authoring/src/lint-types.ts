import type { Words } from '@yizhuan/kit'
import {
  type Named,
  namedFact,
  type Pack,
  type TypeDocument,
  type TypeNames,
  Typing,
} from '@yizhuan/law'
import type { Findings } from './problem.ts'
import { namesIn, type Tree } from './trees.ts'
import { written } from './written.ts'

const DAY: Named = { type: 'date', isNeverNone: true }
/** A last day may be none where it cannot be worked out. */
const LAST_DAY: Named = { type: 'date', isNeverNone: false }

/** Do all expressions fit together: names, fields, options and units? */
export function checkTypes(stack: readonly Pack[], trees: readonly Tree[], findings: Findings) {
  for (const { owner, part, tree, wants, knowsDue } of trees) {
    const names = namesOf(stack, knowsDue)
    const typing = new Typing(names, ({ code, tree: node, note }) =>
      findings.error(code, `${owner} ${part}`, about(written(node), note)),
    )
    typing.wants(wants, tree)
  }
  checkDue(trees, findings)
  checkCircles(trees, findings)
  checkMoney(stack, findings)
}

const about = (what: string, { zh, en }: Words): Words => ({
  zh: `“${what}”：${zh}`,
  en: `«${what}»: ${en}`,
})

function namesOf(stack: readonly Pack[], knowsDue: boolean): TypeNames {
  const own = <T>(pick: (pack: Pack) => Readonly<Record<string, T>>, id: string): T | undefined =>
    stack.map(pick).findLast((documents) => Object.hasOwn(documents, id))?.[id]
  const term = (id: string): TypeDocument | undefined =>
    own((pack) => pack.interpretations, id)?.type ?? own((pack) => pack.definitions, id)?.type
  return {
    nameOf: (path) => {
      if (path === 'asOf') return DAY
      if (path === 'due') return knowsDue ? LAST_DAY : undefined
      const fact = own((pack) => pack.facts, path)
      if (fact) return namedFact(fact)
      const type = term(path)
      return type && { type, isNeverNone: false }
    },
    parameterOf: (id) => own((pack) => pack.parameters, id)?.type,
  }
}

/** A norm whose terms ask for a last day has one. */
function checkDue(trees: readonly Tree[], findings: Findings) {
  const terms = termsOf(trees)
  const asks = (names: ReadonlySet<string>, seen = new Set<string>()): boolean =>
    [...names].some((name) => {
      if (name === 'due') return true
      if (seen.has(name)) return false
      seen.add(name)
      return asks(terms.get(name) ?? new Set(), seen)
    })
  for (const { owner, part, tree, knowsDue } of trees) {
    const names = namesIn(tree)
    if (owner.startsWith('norm ') && !knowsDue && !names.has('due') && asks(names))
      findings.error('no-due', `${owner} ${part}`, {
        zh: '用到的名称需要期限，但没有期限',
        en: 'a term in it asks for a last day; there is none',
      })
  }
}

/** Terms and the names each of them asks for. */
function termsOf(trees: readonly Tree[]): ReadonlyMap<string, ReadonlySet<string>> {
  const terms = new Map<string, ReadonlySet<string>>()
  for (const { owner, tree } of trees) {
    const [kind, id = ''] = owner.split(' ')
    if (kind !== 'norm') terms.set(id, new Set([...(terms.get(id) ?? []), ...namesIn(tree)]))
  }
  return terms
}

/** No term leads back to itself. */
function checkCircles(trees: readonly Tree[], findings: Findings) {
  const terms = termsOf(trees)
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean =>
    [...(terms.get(from) ?? [])].some((name) => {
      if (name === to) return true
      if (seen.has(name)) return false
      seen.add(name)
      return leadsTo(name, to, seen)
    })
  for (const id of terms.keys())
    if (leadsTo(id, id, new Set()))
      findings.error('circle', `term ${id}`, { zh: '循环引用自身', en: 'leads back to itself' })
}

/** What a calculation names is money, and its costs have a kind and an amount. */
function checkMoney(stack: readonly Pack[], findings: Findings) {
  const money = stack.at(-1)?.money
  if (!money) return
  const names = namesOf(stack, false)
  const wants = (id: string, type: TypeDocument) =>
    new Typing(names, ({ code, note }) => findings.error(code, 'money', about(id, note))).wants(
      type,
      { t: 'ref', path: id },
    )
  const planned = money.shares.map((share) => share.planned)
  for (const id of [money.income, money.deductions, money.net, ...money.parts, ...planned])
    wants(id, 'money')
  if (money.carried !== undefined) wants(money.carried, 'bool')
  for (const id of money.anchor ?? []) wants(id, 'date')
  for (const { param } of money.shares)
    if (names.parameterOf(param) !== 'ratio')
      findings.error('type', 'money', {
        zh: `“$${param}”不是比例`,
        en: `«$${param}» is not a share`,
      })
  const costs = names.nameOf(money.costs)?.type
  const fields = typeof costs === 'object' && 'list' in costs ? costs.list : {}
  const { kind, amount } = fields
  if (typeof kind?.type !== 'object' || !('enum' in kind.type) || amount?.type !== 'money')
    findings.error('type', 'money', {
      zh: `“${money.costs}”应为含 kind 和 amount 的列表`,
      en: `«${money.costs}» lacks a list of kind and amount`,
    })
}
