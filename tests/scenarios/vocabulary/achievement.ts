// An achievement in the register of the house, so that several cases can be about the same one.
import { expect } from 'vitest'
import type { Scene } from './scene.ts'

const groups = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']

/** The inventor discloses an achievement to the register. @returns its id. */
export async function inRegister({ inventor }: Scene, title: string): Promise<string> {
  const { status, text, body } = await inventor.asks('POST', '/achievements', {
    title,
    kind: 'device',
    disclosure: Object.fromEntries(groups.map((group) => [group, '示例'])),
    inventors: [{ name: '甲示例', share: '100%' }],
  })
  expect(status, text).toBe(201)
  return body.id
}
