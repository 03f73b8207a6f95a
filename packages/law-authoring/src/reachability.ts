import type { Expression, Pack } from '@yizhuan/law'

const MOST_WORLDS = 4096

/**
 * The truth values a condition can take, with each distinct comparison a free atom and each enum
 * given one value at a time. `undefined` where there are too many worlds to try.
 */
export function outcomesOf(
  tree: Expression,
  facts: Pack['facts'],
): ReadonlySet<boolean> | undefined {
  const enums = new Map<string, readonly (string | null)[]>()
  const atoms = new Map<string, number>()
  scan(tree, facts, enums, atoms)
  const choices = [...enums.values()].reduce((product, values) => product * values.length, 1)
  if (atoms.size > 12 || choices * 2 ** atoms.size > MOST_WORLDS) return undefined
  const seen = new Set<boolean>()
  for (const picked of picks([...enums]))
    for (let bits = 0; bits < 2 ** atoms.size; bits++)
      seen.add(truth(tree, { facts, picked, atoms, bits }))
  return seen
}

interface World {
  readonly facts: Pack['facts']
  readonly picked: ReadonlyMap<string, string | null>
  readonly atoms: ReadonlyMap<string, number>
  readonly bits: number
}

const keyOf = (tree: Expression): string =>
  JSON.stringify(tree, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** The enum fact of `mode == 'license'` or `mode in (…)`, if the comparison is of that kind. */
function enumOf(tree: Expression, facts: Pack['facts']): string | undefined {
  if (tree.t !== 'op' || !['==', '!=', 'in'].includes(tree.op)) return undefined
  const [head, ...rest] = tree.of
  if (head?.t !== 'ref' || !rest.every((each) => each.t === 'literal')) return undefined
  const type = facts[head.path]?.type
  return typeof type === 'object' && 'enum' in type ? head.path : undefined
}

function scan(
  tree: Expression,
  facts: Pack['facts'],
  enums: Map<string, readonly (string | null)[]>,
  atoms: Map<string, number>,
): void {
  if (tree.t === 'literal') return
  if (tree.t === 'note') {
    scan(tree.of, facts, enums, atoms)
    return
  }
  if (tree.t === 'op' && (tree.op === 'and' || tree.op === 'or' || tree.op === 'not')) {
    for (const part of tree.of) scan(part, facts, enums, atoms)
    return
  }
  const path = enumOf(tree, facts)
  const type = path === undefined ? undefined : facts[path]?.type
  if (path !== undefined && typeof type === 'object' && 'enum' in type) {
    enums.set(path, [...Object.keys(type.enum), ...(facts[path]?.nullable ? [null] : [])])
    return
  }
  const atom = keyOf(positive(tree))
  if (!atoms.has(atom)) atoms.set(atom, atoms.size)
}

/** `a != b` shares its atom with `a == b`. */
const positive = (tree: Expression): Expression =>
  tree.t === 'op' && tree.op === '!=' ? { ...tree, op: '==' } : tree

function truth(tree: Expression, world: World): boolean {
  if (tree.t === 'note') return truth(tree.of, world)
  if (tree.t === 'literal') return tree.value === true
  if (tree.t === 'op') {
    if (tree.op === 'not') return !tree.of.some((part) => truth(part, world))
    if (tree.op === 'and') return tree.of.every((part) => truth(part, world))
    if (tree.op === 'or') return tree.of.some((part) => truth(part, world))
    const path = enumOf(tree, world.facts)
    if (path !== undefined) {
      const value = world.picked.get(path)
      const hit = tree.of.slice(1).some((each) => each.t === 'literal' && each.value === value)
      return tree.op === '!=' ? !hit : hit
    }
  }
  const on = ((world.bits >> (world.atoms.get(keyOf(positive(tree))) ?? 0)) & 1) === 1
  return tree.t === 'op' && tree.op === '!=' ? !on : on
}

function* picks(
  enums: readonly (readonly [string, readonly (string | null)[]])[],
): Generator<ReadonlyMap<string, string | null>> {
  const [first, ...rest] = enums
  if (!first) {
    yield new Map()
    return
  }
  for (const others of picks(rest))
    for (const value of first[1]) yield new Map([...others, [first[0], value]])
}
