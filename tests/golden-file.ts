import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Holds a text against a file of tests/golden; `npm run golden` writes the file anew, nothing else does. */
export function matchesGolden(name: string, text: string): void {
  const file = join(import.meta.dirname, 'golden', name)
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, text)
  const golden = existsSync(file) ? readFileSync(file, 'utf8') : ''
  expect(text, `${name} differs: look at what changed, then run npm run golden`).toBe(golden)
}
