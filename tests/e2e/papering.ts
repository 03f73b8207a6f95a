import { expect, test } from 'vitest'
import { type House, visit } from './visit.ts'

// The papers of a case as an officer makes them, and a hospital's own template.

/** A case in which a proposal may be made, found as the list tells it. */
const negotiated = `(async () => {
  const { items } = await (await fetch('/api/v1/cases?stage=negotiation&limit=100')).json()
  for (const { id } of items) {
    const { now } = await (await fetch('/api/v1/cases/' + id + '/papers')).json()
    if (now.some((paper) => paper.id === 'proposal' && paper.isNext && !paper.isRecorded)) return id
  }
})()`

/** Papers, as the first hospital of the demonstration makes them. */
export function makePapers(house: () => House): void {
  test('a proposal is made and goes with its act in one click, and is kept', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-officer')
    await go('/cases')
    const id = String(await page.evaluate(negotiated))
    await go(`/cases/${id}`)
    await page.getByRole('button', { name: '＋ 科技成果转化方案建议' }).click()
    await page.locator('.files').getByText('科技成果转化方案建议.pdf').waitFor()
    const papers = page.locator('#papers')
    await papers.getByRole('link', { name: 'PDF' }).first().waitFor()
    await papers.locator('li', { hasText: '方案建议' }).getByRole('button').click()
    const sheet = page.locator('.paper-sheet')
    await sheet.getByText('现提出交易方式和价格建议').waitFor()
    await sheet.getByText('示例省第一人民医院（虚构）').first().waitFor()
    await picture('paper')
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await picture('papers')
    expect(errors).toEqual([])

    const phone = await visit(house(), 'a-officer', { width: 390 })
    await phone.go(`/cases/${id}`)
    const list = phone.page.locator('#papers')
    await list.locator('li', { hasText: '方案建议' }).getByRole('button').first().click()
    await phone.page.locator('.paper-sheet').getByText('现提出交易方式和价格建议').waitFor()
    await phone.picture('paper-phone')
    expect(await phone.overflow()).toBe(0)
  })

  test('what is no template is refused in words; the example is one, and gives way again', async () => {
    const { page, go, picture, overflow, errors } = await visit(house(), 'a-reviewer')
    await go('/institution/templates')
    const kind = page.locator('#payout-list')
    await kind.getByRole('button').click()
    const upload = kind.locator('input[type=file]')
    await upload.setInputFiles({
      name: '清单.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('不是文档'),
    })
    await kind.getByText('这不是 DOCX 文件').first().waitFor()
    const download = page.waitForEvent('download')
    await kind.getByRole('link', { name: '下载示例 DOCX' }).click()
    await upload.setInputFiles(await (await download).path())
    await kind.locator('.template-details').getByText('第 1 版').waitFor()
    await kind.getByText(/占位符 \d+ 个/).click()
    await kind.getByText('{#发放明细}').waitFor()
    await picture('templates')
    await kind.getByRole('button', { name: '恢复使用' }).click()
    await kind.getByText('恢复标准模板').waitFor()
    expect(await overflow()).toBe(0)
    expect(errors).toEqual([])
  })
}
