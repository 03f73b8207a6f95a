import { expect, test } from 'vitest'
import { sharedMegabytes } from './postgres-process.ts'

test.each([
  ['a small machine', 0.5, 128],
  ['four gigabytes', 4, 512],
  ['a server', 64, 2048],
])('PostgreSQL gets of the memory of %s what it can spare', (_which, gigabytes, megabytes) => {
  expect(sharedMegabytes(gigabytes * 2 ** 30)).toBe(megabytes)
})
