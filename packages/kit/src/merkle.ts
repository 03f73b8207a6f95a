import { assert } from './assert.ts'
import { sha256Hex } from './sha256.ts'

// The tree of RFC 6962, over hashes written as hex: a leaf is hashed behind the byte 0 and an inner
// node behind the byte 1, so that neither can pass for the other; a node without a partner moves up.

/** SHA-256 of a text (as UTF-8) in lower-case hex; a machine with a faster one may bring its own. */
export type Hash = (text: string) => string

/** A neighbour on the way from a leaf to the root. */
export interface ProofStep {
  readonly side: 'left' | 'right'
  readonly hash: string
}

/** The hash under which a text hangs in the tree. */
export function leafHash(text: string, hash: Hash = sha256Hex): string {
  return hash(`\u0000${text}`)
}

/** The root over leaf hashes in their order; of no leaves, the hash of nothing. */
export function merkleRoot(leaves: readonly string[], hash: Hash = sha256Hex): string {
  return levelsOf(leaves, hash).at(-1)?.[0] ?? hash('')
}

/** The way from one leaf to the root. */
export function merkleProof(
  leaves: readonly string[],
  index: number,
  hash: Hash = sha256Hex,
): readonly ProofStep[] {
  assert(index >= 0 && index < leaves.length, 'the leaf is in the tree')
  const levels = levelsOf(leaves, hash)
  const steps: ProofStep[] = []
  for (let at = index, depth = 0; depth < levels.length - 1; depth += 1, at >>= 1) {
    const isLeft = at % 2 === 0
    const neighbour = levels[depth]?.[isLeft ? at + 1 : at - 1]
    if (neighbour !== undefined) steps.push({ side: isLeft ? 'right' : 'left', hash: neighbour })
  }
  return steps
}

/** Where a way leads from a leaf: the root, when both are true. */
export function rootFromProof(
  leaf: string,
  steps: readonly ProofStep[],
  hash: Hash = sha256Hex,
): string {
  return steps.reduce(
    (at, step) => (step.side === 'left' ? node(step.hash, at, hash) : node(at, step.hash, hash)),
    leaf,
  )
}

function levelsOf(leaves: readonly string[], hash: Hash): readonly (readonly string[])[] {
  const levels: (readonly string[])[] = [leaves]
  for (let level = leaves; level.length > 1; ) {
    const above: string[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left = '', right] = [level[at], level[at + 1]]
      above.push(right === undefined ? left : node(left, right, hash))
    }
    levels.push(above)
    level = above
  }
  return levels
}

function node(left: string, right: string, hash: Hash): string {
  return hash(`\u0001${left}${right}`)
}
