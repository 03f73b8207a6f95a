import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fieldKeys, masked, secretFile } from './crypto.ts'

const keys = fieldKeys(Buffer.alloc(32, 7))
const place = 'person:idNumber:1'

test('a sealed field opens in its place and nowhere else', () => {
  const sealed = keys.seal('440101199001011234', place)
  expect(sealed).not.toContain('4401')
  expect(keys.open(sealed, place)).toBe('440101199001011234')
  expect(() => keys.open(sealed, 'person:idNumber:2')).toThrow()
})

test('a changed field, or one sealed with another key, does not open', () => {
  const sealed = keys.seal('示例', place)
  const last = sealed.endsWith('A') ? 'B' : 'A'
  expect(() => keys.open(`${sealed.slice(0, -1)}${last}x`, place)).toThrow()
  expect(() => fieldKeys(Buffer.alloc(32, 8)).open(sealed, place)).toThrow(/another key/)
})

test('two seals of one text differ, their blind indexes agree within a field only', () => {
  expect(keys.seal('x', place)).not.toBe(keys.seal('x', place))
  expect(keys.blindIndex('x', 'idNumber')).toBe(keys.blindIndex('x', 'idNumber'))
  expect(keys.blindIndex('x', 'idNumber')).not.toBe(keys.blindIndex('x', 'phone'))
})

test('the secret is made once, readable by its owner only', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'yizhuan-key-')), 'deep', 'field.key')
  const first = secretFile(path)
  expect(first).toHaveLength(32)
  expect(secretFile(path)).toEqual(first)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test('a damaged secret is not used, and not replaced', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'yizhuan-key-')), 'field.key')
  writeFileSync(path, 'abc')
  expect(() => secretFile(path)).toThrow('field.key is damaged: restore it from a backup')
  expect(readFileSync(path, 'utf8')).toBe('abc')
})

test('an ID number shows its ends only', () => {
  expect(masked('110101190001010000')).toBe('110*************00')
})
