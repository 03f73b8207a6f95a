import { addDays, type Day, dayInChina } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lines, pdf } from '../../server/src/modules/policies/texts/testing/documents.ts'
import { type House, openHouse, type Visitor, visit } from './visit.ts'

// A policy officer amends a number of the law in the browser; a second person publishes it; what was
// opened before keeps the revision of its opening.

const today = dayInChina(new Date().toISOString())
const begins = addDays(today, 8)
let house: House
let author: Visitor

beforeAll(async () => {
  house = await openHouse()
  author = await visit(house, 'a-legal')
})
afterAll(() => house?.close())

/** Puts a value of the deal notice's length into the draft. */
async function enter(from: Day, value: string, reads: string): Promise<void> {
  const { page } = author
  await page.getByRole('button', { name: '改数值' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('哪一项').selectOption({ label: '方案公示最短天数' })
  await dialog.getByLabel('自何日起').fill(from)
  await dialog.getByRole('textbox', { name: '数值' }).fill(value)
  await dialog.getByLabel('原文写法').selectOption(reads)
  await author.picture(`amend-value-${value}`)
  await dialog.getByRole('button', { name: '加入草案' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens a case over HTTP as the office does. @returns its id. */
async function openCase(who: Visitor): Promise<string> {
  const answer = await who.context.request.post(`${house.server.address}/api/v1/cases`, {
    headers: { 'x-yizhuan-csrf': '1' },
    data: {
      data: {
        title: '示例修订前后对照（虚构）',
        achievement: '示例止血材料（虚构）',
        team: [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }],
      },
      files: [],
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

interface Judged {
  assessment: { findings: { norm: string; parameters: { id: string; value: string }[] }[] }
}

async function noticeDays(who: Visitor, id: string): Promise<string | undefined> {
  const answer = await who.context.request.get(`${house.server.address}/api/v1/cases/${id}`)
  const { assessment } = (await answer.json()) as Judged
  const finding = assessment.findings.find(({ norm }) => norm === 'gd.notice.period')
  return finding?.parameters.find((one) => one.id === 'notice.days')?.value
}

test('an official text is brought in as a PDF, and what is doubted in it answered', async () => {
  const { page } = author
  await author.go('/policies/sh-draft-2024')
  const file = { name: 'ban-fa.pdf', mimeType: 'application/pdf' }
  const words = [...lines, '第五条 示例的最后一条。']
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: pdf([]) })
  await page.getByText('都是扫描图片').waitFor()
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: pdf(words) })
  await page.getByText('已导入，识别到 4 条').waitFor()
  await page.getByRole('link', { name: '1 处疑点待答复' }).first().click()
  await page.getByText('编号不连续').waitFor()
  await author.picture('doubts')
  await page.getByRole('button', { name: '改正这一行' }).click()
  await page.getByLabel('这一行应为').fill('第四条 示例的最后一条。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('1 处疑点已答复').waitFor()
  await author.picture('doubts-settled')
  // The invented text is not the one that was encoded; the law goes on without it.
  expect(author.errors).toEqual([])
})

test('a number is amended: complained of, mended, looked through, submitted, published', async () => {
  const officer = await visit(house, 'a-officer')
  const oldCase = await openCase(officer)
  const { page } = author
  await author.go('/policies/revisions')
  await author.picture('revisions')
  await page.locator('#cn-gd-2025').getByRole('button', { name: '起草修订' }).click()
  await page.getByText('还没有改动').waitFor()

  await enter('2026-03-01' as Day, '20', '20日')
  await page.getByText('结果与预期不同的算例').waitFor({ timeout: 60_000 })
  await author.picture('amend-complaint')
  expect(await page.getByRole('button', { name: '提交审核' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '查看影响' }).click()
  const changed = page.locator('#impact li', { hasText: '方案公示期满' })
  await changed.first().getByText('→').first().waitFor({ timeout: 60_000 })
  await author.picture('amend-impact')
  await page.getByRole('button', { name: '撤销此改动' }).click()
  await page.getByText('还没有改动').waitFor()

  await enter(begins, '20', '20日')
  await page.getByText('检查通过').waitFor({ timeout: 60_000 })
  await page.getByLabel('按哪一天看').fill(addDays(begins, 1))
  await page.getByRole('button', { name: '查看影响' }).click()
  await page.locator('#impact').getByText('在办项目').nth(1).waitFor({ timeout: 60_000 })
  await page.getByText('法律有变').click()
  await page.getByLabel('发布说明').fill('示例：公示期延长为二十日')
  await author.picture('amend-clean')
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByText('您参与了起草').waitFor()
  expect(await page.getByRole('button', { name: /^发布第/ }).count()).toBe(0)

  const second = await visit(house, 'a-reviewer')
  const address = new URL(page.url()).pathname
  await second.go(address)
  await second.page.getByText('检查通过').waitFor({ timeout: 60_000 })
  await second.picture('amend-review')
  await second.page.getByRole('button', { name: '发布第 2 版' }).click()
  await second.page.getByText('已发布', { exact: true }).waitFor()
  await second.go('/policies/revisions')
  await second.page.getByText('改动 1 处').click()
  await second.picture('revisions-published')
  await second.go('/compare')
  await second.page.locator('[name=before]').selectOption('cn-gd-2025@r1')
  await second.page.locator('[name=after]').selectOption('cn-gd-2025')
  await second.page.getByText('没有差异').waitFor()
  for (const side of ['beforeDay', 'afterDay'])
    await second.page.fill(`[name=${side}]`, addDays(begins, 1))
  await second.page.getByText('方案公示期满').first().waitFor()
  await second.picture('compare-revisions')

  await house.server.travel(addDays(begins, 2))
  const later = await visit(house, 'a-officer')
  const newCase = await openCase(later)
  expect(await noticeDays(later, oldCase)).toBe('15')
  expect(await noticeDays(later, newCase)).toBe('20')
  const lawyer = await visit(house, 'a-legal')
  await lawyer.go(`/cases/${oldCase}`)
  await lawyer.page.getByText('规则包有更新的版本').waitFor()
  await lawyer.picture('case-law')
  await lawyer.page.getByRole('button', { name: '改用最新版' }).click()
  await lawyer.page.getByLabel('改用新版的理由').fill('示例：新规施行，今后步骤按新规')
  await lawyer.page.getByRole('button', { name: '改用最新版' }).click()
  await lawyer.page.getByText('规则包有更新的版本').waitFor({ state: 'hidden' })
  expect(await noticeDays(later, oldCase)).toBe('20')
  expect([...author.errors, ...lawyer.errors, ...second.errors, ...later.errors]).toEqual([])
})

test('the pages fit a phone, in both languages', async () => {
  const phone = await visit(house, 'a-legal', { width: 390 })
  await phone.go('/policies/revisions')
  await phone.picture('revisions-phone')
  expect(await phone.overflow()).toBeLessThanOrEqual(0)
  await phone.page.locator('#cn').getByRole('button', { name: '起草修订' }).click()
  await phone.page.getByRole('button', { name: '改算例' }).click()
  await phone.page.getByLabel('算例名称（中文）').waitFor()
  await phone.picture('amend-case-phone')
  await phone.page.keyboard.press('Escape')
  await phone.page.getByRole('button', { name: 'English' }).click()
  await phone.page.getByText('Nothing is changed yet').waitFor()
  await phone.picture('amend-phone-en')
  expect(await phone.overflow()).toBeLessThanOrEqual(0)
  await phone.go('/policies/sh-draft-2024/text')
  await phone.page.getByText('Number out of order').waitFor()
  await phone.picture('doubts-phone-en')
  expect(await phone.overflow()).toBeLessThanOrEqual(0)
  expect(phone.errors).toEqual([])
})
