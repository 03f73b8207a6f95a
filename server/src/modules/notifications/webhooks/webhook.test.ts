import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { isTaken, messageFor, type Telling } from './webhook.ts'

const telling: Telling = {
  id: 'msg_1',
  event: 'late',
  happening: {
    text: { zh: '逾期 3 个工作日仍未办理', en: 'Late by 3 working days' },
    caseId: '1',
    caseNumber: 'XM-2026-001',
    caseTitle: '可吸收止血材料（虚构）',
    path: '/cases/1?act=reported',
  },
  at: new Date('2026-07-01T00:00:00Z'),
  address: 'https://tto.example.org',
}
const receiver = { url: 'https://example.org/hook?key=k', secret: null, lang: 'zh' as const }
const lines =
  '【医转】逾期 3 个工作日仍未办理\nXM-2026-001 可吸收止血材料（虚构）\nhttps://tto.example.org/cases/1?act=reported'

describe('in the form of', () => {
  test('WeCom', () => {
    const { url, body } = messageFor({ ...receiver, kind: 'wecom' }, telling)
    expect(url).toBe(receiver.url)
    expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: lines } })
  })

  test('DingTalk, signed with the moment in milliseconds in the address', () => {
    const message = messageFor({ ...receiver, kind: 'dingtalk', secret: 'SECexample' }, telling)
    const { searchParams } = new URL(message.url)
    const timestamp = '1782864000000'
    expect(searchParams.get('key')).toBe('k')
    expect(searchParams.get('timestamp')).toBe(timestamp)
    const text = `${timestamp}\nSECexample`
    expect(searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECexample').update(text).digest('base64'),
    )
    // A plus sign must not arrive as a blank.
    expect(message.url).not.toMatch(/sign=[^&]*[+/]/)
    expect(JSON.parse(message.body)).toEqual({ msgtype: 'text', text: { content: lines } })
  })

  test('Feishu, signed with the moment in seconds in the body', () => {
    const { body } = messageFor({ ...receiver, kind: 'feishu', secret: 'example' }, telling)
    const sign = createHmac('sha256', '1782864000\nexample').update('').digest('base64')
    expect(JSON.parse(body)).toEqual({
      timestamp: '1782864000',
      sign,
      msg_type: 'text',
      content: { text: lines },
    })
  })

  test('a service of one’s own, with a signature that its receiver can check', () => {
    const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`
    const at = new Date()
    const { headers, body } = messageFor(
      { ...receiver, kind: 'signed', secret },
      { ...telling, at },
    )
    const check = new Webhook(secret)
    expect(check.verify(body, { ...headers })).toMatchObject({
      type: 'late',
      data: { caseNumber: 'XM-2026-001' },
    })
    expect(() => check.verify(body.replace('late', 'tip'), { ...headers })).toThrow()
  })
})

test('a robot is never sent more than it takes, and always the way to the case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (title) => {
      const happening = { ...telling.happening, caseTitle: title.repeat(3) }
      const { body } = messageFor({ ...receiver, kind: 'wecom' }, { ...telling, happening })
      const { content } = JSON.parse(body).text
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048)
      expect(content.endsWith('\nhttps://tto.example.org/cases/1?act=reported')).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', true],
  ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', false],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', false],
  ['feishu', 200, '{"code":0,"msg":"success"}', true],
  ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', true],
  ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', false],
  ['feishu', 200, 'not json', false],
  ['signed', 204, '', true],
  ['signed', 302, '', false],
  ['signed', 500, '', false],
] as const)('%s that answers %i %s has taken it: %s', (kind, status, body, expected) => {
  expect(isTaken(kind, { kind: 'answered', status, body, ms: 1 })).toBe(expected)
})
