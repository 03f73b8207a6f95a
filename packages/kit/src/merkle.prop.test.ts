import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, merkleProof, merkleRoot, rootFromProof } from './merkle.ts'

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 40 })
const treeAndIndex = texts.chain((all) =>
  fc.tuple(fc.constant(all.map((text) => leafHash(text))), fc.nat(all.length - 1)),
)
const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
})

test('the proof of every leaf leads to the root, and is no longer than the tree is high', () => {
  fc.assert(
    fc.property(treeAndIndex, ([leaves, index]) => {
      const proof = merkleProof(leaves, index)
      expect(rootFromProof(leaves[index] ?? '', proof)).toBe(merkleRoot(leaves))
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)))
    }),
  )
})

test('no other leaf has the same proof, and no other way leads there', () => {
  fc.assert(
    fc.property(treeAndIndex, hex, fc.nat(40), ([leaves, index], other, at) => {
      const root = merkleRoot(leaves)
      const proof = merkleProof(leaves, index)
      fc.pre(other !== leaves[index])
      expect(rootFromProof(other, proof)).not.toBe(root)
      const bent = proof.map((step, i) =>
        i === at % proof.length ? { ...step, hash: other } : step,
      )
      if (JSON.stringify(bent) !== JSON.stringify(proof))
        expect(rootFromProof(leaves[index] ?? '', bent)).not.toBe(root)
    }),
  )
})

test('order, change and omission of leaves change the root', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (all) => {
      const leaves = all.map((text) => leafHash(text))
      const root = merkleRoot(leaves)
      expect(merkleRoot(leaves.toReversed())).not.toBe(root)
      expect(merkleRoot(leaves.slice(1))).not.toBe(root)
      expect(merkleRoot([...leaves, leafHash('one more')])).not.toBe(root)
    }),
  )
})

test('a tree of three, hashed by another implementation', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const [a, b, c] = ['甲', '乙', '丙'].map((text) => sha(`\0${text}`))
  const root = sha(`\u0001${sha(`\u0001${a}${b}`)}${c}`)
  expect(merkleRoot(['甲', '乙', '丙'].map((text) => leafHash(text)))).toBe(root)
  expect(merkleRoot([])).toBe(sha(''))
})
