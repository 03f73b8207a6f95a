import { expect, test } from 'vitest'
import { textOfHtml } from './html-text.ts'
import { coverOf, readLetter } from './letter.ts'
import { tagsIn } from './tags.ts'
import { mailOf } from './testing/mail.ts'

const read = (mail: string) => readLetter(Buffer.from(mail), 'f'.repeat(64))

test('a message is read: from, to, day, subject, text, and what came with it', async () => {
  const letter = await read(
    mailOf({
      subject: '答复审查意见 CG-2026-0001',
      text: '请查收附件。',
      files: [{ name: '../../通知书.pdf', type: 'application/pdf', content: '%PDF-1.7' }],
    }),
  )
  expect(letter).toMatchObject({
    messageId: '<1@agency.example>',
    from: '代理人 <agent@agency.example>',
    to: '转化办 <office@hospital.example>',
    subject: '答复审查意见 CG-2026-0001',
    text: '请查收附件。',
    sentAt: new Date('2026-03-02T01:30:00Z'),
    attachments: [{ name: '通知书.pdf', type: 'application/pdf' }],
  })
})

test('of a page only its text is kept, and nothing of it runs', async () => {
  const html = '<style>p{}</style><p>您好<b>老师</b></p><script>alert(1)</script><p>第二段</p>'
  expect(textOfHtml(html)).toBe('您好老师\n\n第二段')
  const letter = await read(mailOf({ subject: '来函', html }))
  expect(letter?.text).toBe('您好老师\n\n第二段')
  expect(textOfHtml('<div>'.repeat(5000))).toBe('')
})

test('what is no message is none', async () => {
  for (const said of ['', '合同文本', '%PDF-1.7\n…', 'a: b\n\nc', '\0\0\0']) {
    expect(await read(said)).toBeUndefined()
  }
})

test('a message without a name is named by its bytes, and a day that is none is left out', async () => {
  const letter = await read('From: a@b.example\nSubject: x\nDate: never\n\ny')
  expect(letter).toMatchObject({ messageId: `sha256:${'f'.repeat(64)}`, sentAt: null })
})

test('numbers that belong in sealed fields are shown by their ends, in words and in names of files', async () => {
  const letter = await read(
    mailOf({
      subject: '身份证 110101199003070011',
      text: '账号 6222 0212 3456 7890 123，手机 13800138000',
      files: [{ name: '110101199003070011.pdf', type: 'application/pdf', content: 'x' }],
    }),
  )
  expect(letter?.subject).toBe('身份证 110*************11')
  expect(letter?.text).toBe('账号 622**************23，手机 13800138000')
  expect(letter?.attachments[0]?.name).not.toContain('19900307')
})

test('the cover says who wrote what when, and where it was cut', () => {
  const cover = coverOf(
    { from: '甲', to: '乙', subject: '丙', text: '丁'.repeat(9000) },
    '3 月 2 日',
  )
  expect(cover.length).toBeLessThan(4000)
  expect(cover).toMatch(/丙[\s\S]*甲[\s\S]*乙[\s\S]*3 月 2 日[\s\S]*丁 …$/)
})

test.each([
  ['ZL 2021 1 0012350.X', ['202110012350.X']],
  ['专利号：ZL202110012350.X，请缴费', ['202110012350.X']],
  ['CN202110012350X', ['202110012350.X']],
  ['２０２１１００１２３５０．Ｘ', ['202110012350.X']],
  ['申请 202110012350.3（校验位不符）', []],
  ['pct/cn2024/123456', ['PCT/CN2024/123456']],
  ['软著 2024SR0123456', ['2024SR0123456']],
  ['电话 13800138000，金额 20211001234', []],
])('rights are found in whatever notation: %s', (said, rights) => {
  expect(tagsIn(said).rights).toEqual(rights)
})

test('numbers of the house are found among other words', () => {
  const { words } = tagsIn('Re: [CG-2026-0001] 关于XM-2026-018的答复，合同 ht2025/12。')
  expect(words).toEqual(['CG-2026-0001', 'XM-2026-018', 'HT2025/12'])
})
