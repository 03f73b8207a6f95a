// A checkpoint: the signed root over all chain heads of an institution on a day, and the way from
// one head to that root. Whoever holds both can check a record without us.
import { hash } from 'node:crypto'
import { canonicalJson, leafHash, merkleProof, merkleRoot, rootFromProof } from '@yizhuan/kit'
import { isSigned, type Signer } from '../../platform/signing.ts'
import type { CheckpointWire, InclusionProofWire, StatementWire } from './checkpoint.wire.ts'

/** The head of a chain on a day: where it ended. */
export interface Leaf {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/** The same value as the kit's own SHA-256, many times faster. */
const sha256 = (text: string) => hash('sha256', text)

/** Stands for the checkpoint before the first. */
export const noCheckpoint = '0'.repeat(64)

const hashOf = ({ chain, seq, hash: head }: Leaf) =>
  leafHash(canonicalJson({ chain, seq, hash: head }), sha256)

/** The leaves in the order in which they stand in the tree. */
function inOrder(leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.toSorted((a, b) => (a.chain < b.chain ? -1 : 1))
}

/** What a checkpoint says, and the installation's signature under it. */
export function signed(
  leaves: readonly Leaf[],
  about: Pick<StatementWire, 'institution' | 'day' | 'madeAt' | 'previous'>,
  signer: Signer,
): CheckpointWire {
  const root = merkleRoot(inOrder(leaves).map(hashOf), sha256)
  const statement = { ...about, size: leaves.length, root }
  return {
    statement,
    signature: signer.sign(canonicalJson(statement)),
    publicKey: signer.publicKey,
  }
}

/** The hash by which the next checkpoint names this one. */
export function hashOfStatement(statement: StatementWire): string {
  return sha256(canonicalJson(statement))
}

/** The proof that a chain's head is in a checkpoint; undefined when it is not. */
export function proofOf(
  checkpoint: CheckpointWire,
  leaves: readonly Leaf[],
  chain: string,
): InclusionProofWire | undefined {
  const ordered = inOrder(leaves)
  const index = ordered.findIndex((leaf) => leaf.chain === chain)
  const leaf = ordered[index]
  if (!leaf) return undefined
  const path = merkleProof(ordered.map(hashOf), index, sha256)
  return { ...checkpoint, leaf, path: path.map((step) => ({ ...step })) }
}

/** What a check of a record against a checkpoint found. */
export interface CheckpointCheck {
  readonly ok: boolean
  readonly day: string
  /** The acts up to this number stood in the record on that day. */
  readonly covers: number
  /** To be compared with the key that the institution publishes. */
  readonly publicKey: string
  readonly why?: 'signature' | 'root' | 'other-record' | 'content'
}

/** Checks the record of a chain against a proof, with nothing but the two. */
export function checkAgainst(
  record: { readonly chain: string; readonly hashes: readonly string[] },
  proof: InclusionProofWire,
): CheckpointCheck {
  const { statement, signature, publicKey, leaf, path } = proof
  const found = { day: statement.day, covers: leaf.seq, publicKey }
  const broken = (why: NonNullable<CheckpointCheck['why']>) => ({ ok: false, ...found, why })
  if (!isSigned(canonicalJson(statement), signature, publicKey)) return broken('signature')
  if (rootFromProof(hashOf(leaf), path, sha256) !== statement.root) return broken('root')
  if (leaf.chain !== record.chain) return broken('other-record')
  if (record.hashes[leaf.seq - 1] !== leaf.hash) return broken('content')
  return { ok: true, ...found }
}
