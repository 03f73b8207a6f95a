import {
  citeOf,
  type Expression,
  type Pack,
  parseCondition,
  parseExpression,
  type TypeDocument,
  walk,
} from '@yizhuan/law'
import type { Findings } from './problem.ts'

/** One expression of a pack, where it stands, and what it has to be. */
export interface Tree {
  readonly owner: string
  readonly part: string
  readonly tree: Expression
  readonly wants: TypeDocument
  /** Whether `due` means something here. */
  readonly knowsDue: boolean
}

/** Every expression of a pack; tells of those that cannot be read. */
export function treesOf(pack: Pack, findings: Findings): readonly Tree[] {
  const trees: Tree[] = []
  const read = (place: Omit<Tree, 'tree'>, make: () => Expression) => {
    try {
      trees.push({ ...place, tree: make() })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const note = { zh: `不能读懂：${reason}`, en: reason }
      findings.error('unreadable', `${place.owner} ${place.part}`, note)
    }
  }
  for (const [id, { is, type }] of Object.entries(pack.definitions)) {
    const place = { owner: `definition ${id}`, part: 'is', wants: type, knowsDue: true }
    read(place, () => parseExpression(is))
  }
  for (const [id, { readings, type }] of Object.entries(pack.interpretations))
    for (const [part, { is }] of Object.entries(readings)) {
      const place = { owner: `interpretation ${id}`, part, wants: type, knowsDue: true }
      read(place, () => parseExpression(String(is)))
    }
  for (const norm of pack.norms) readNorm(pack, norm, read)
  return trees
}

function readNorm(
  pack: Pack,
  norm: Pack['norms'][number],
  read: (place: Omit<Tree, 'tree'>, make: () => Expression) => void,
): void {
  const owner = `norm ${norm.id}`
  const cite = (address: string) => citeOf(pack, address)
  for (const part of ['applies', 'met', 'violated', 'open'] as const) {
    const condition = norm[part]
    if (condition === undefined) continue
    // The last day is worked out only where the norm applies.
    const knowsDue = part !== 'applies' && norm.due !== undefined
    read({ owner, part, wants: 'bool', knowsDue }, () => parseCondition(condition, cite))
  }
  for (const part of ['due', 'opens'] as const) {
    const text = norm[part]
    if (text === undefined) continue
    const knowsDue = part === 'opens' && norm.due !== undefined
    read({ owner, part, wants: 'date', knowsDue }, () => parseExpression(text))
  }
}

/** The names that a tree asks for: facts and terms, not parameters. */
export function namesIn(tree: Expression): ReadonlySet<string> {
  return new Set([...walk(tree)].flatMap((node) => (node.t === 'ref' ? [node.path] : [])))
}
