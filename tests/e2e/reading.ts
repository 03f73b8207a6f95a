import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, visit } from './visit.ts'

/** The documents, an article with what is built on it, and one norm with its examples. */
export function readTheLibrary(house: () => House): void {
  test('documents are found by what they are worth and where they come from', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-legal')
    await go('/policies')
    await page.getByText('广东省促进医疗卫生机构科技成果转化工作指引').waitFor()
    await page.getByText('约束性条款').first().waitFor()
    await page.getByText('发布 日期未定').first().waitFor()
    await picture('library')
    await page.getByRole('combobox', { name: '来源' }).selectOption('external')
    await page
      .getByText('广东省促进医疗卫生机构科技成果转化工作指引')
      .waitFor({ state: 'detached' })
    expect(page.url()).toContain('origin=external')
    const marks = page.locator('.rows .chip', { hasText: '外部法律，未核验' })
    expect(await marks.count()).toBe(await page.locator('.rows > li').count())
    expect(errors).toEqual([])
  })

  test('an article leads to a norm with both sentences, its layers, readings and examples', async () => {
    const { page, go, picture, errors } = await visit(house(), 'a-legal')
    await go('/policies/gd-2025#a18')
    await page.getByText('约束性条款').nth(1).waitFor()
    await page.getByRole('link', { name: '奖励贡献人员不低于净收入的法定比例' }).click()
    await page.getByRole('heading', { level: 1, name: '奖励贡献人员不低于' }).waitFor()
    await page.locator('.norm-sentence', { hasText: '净收入 × 奖励贡献人员最低比例' }).waitFor()
    await page.getByText('at least the net income').first().waitFor()
    await page.getByRole('cell', { name: '下限 50%' }).first().waitFor()
    await page.getByRole('cell', { name: '下限 70%' }).first().waitFor()
    for (const status of ['已满足', '已违反', '尚不能判断']) {
      await page.getByRole('heading', { name: new RegExp(status) }).waitFor()
    }
    const short = page.locator('details.example', { hasText: '奖励少一分' })
    await short.getByText('若“奖励完成、转化重要贡献人员的金额”为 616,000.00 元：').waitFor()
    await page.getByRole('link', { name: '转让或许可的奖励不低于法定比例' }).first().waitFor()
    await picture('norm')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '奖励贡献人员不低于' }).waitFor()
    expect(errors).toEqual([])
  })

  test('library and norm keep to a phone’s width and can be read by everybody', async () => {
    const visitor = await visit(house(), 'a-legal', { width: 390 })
    for (const path of ['/policies', '/policies/gd-2025#a18', '/policies/norms/gd.notice.period']) {
      await readable(visitor, path)
    }
    await visitor.picture('norm-phone')
    expect(visitor.errors).toEqual([])
  })
}
