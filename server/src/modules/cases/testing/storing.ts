import { expect } from 'vitest'
import type { Person } from '../../../platform/testing/app.ts'

/** Stores a text as a file, as a page does. */
export async function store(who: Person, content: string) {
  const form = new FormData()
  form.set('file', new File([content], '材料.txt', { type: 'text/plain' }))
  const answer = await who.send('POST', '/files', form)
  expect(answer.status, answer.text).toBe(201)
  const { name, sha256, size } = answer.body
  return { name, sha256, size }
}
