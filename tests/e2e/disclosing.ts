import { expect, test } from 'vitest'
import { readable } from './looking.ts'
import { type House, type Visitor, visit } from './visit.ts'

// A disclosure on a phone: told in seven cards, confirmed by each inventor's own link, given back once,
// completed and accepted.

/** Follows one disclosure from the ward to its acceptance. */
export function discloseOnAPhone(house: () => House): void {
  const phone = { width: 390 }
  let path = ''
  let links: readonly string[] = []

  test('seven cards, each kept, and a link for each of the others', async () => {
    const inventor = await visit(house(), 'a-inventor', phone)
    await tellCards(inventor)
    const { page } = inventor
    await page.getByRole('button', { name: '生成确认链接' }).click()
    await page.locator('.ask-links li').nth(1).waitFor()
    links = await page
      .locator('.ask-links input')
      .evaluateAll((all) => all.map((one) => new URL((one as HTMLInputElement).value).pathname))
    await inventor.picture('disclosed-phone')
    expect(await inventor.overflow()).toBeLessThanOrEqual(0)
    expect(links).toHaveLength(2)
    const link = page.getByRole('link', { name: '查看成果' })
    path = (await link.getAttribute('href')) ?? ''
    expect(inventor.errors).toEqual([])
  })

  test('two inventors confirm without an account, each by their own link', async () => {
    for (const [at, link] of links.entries()) {
      const other = await visit(house(), undefined, phone)
      await other.go(link)
      await other.page.getByText('可吸收骨钉（演示）').waitFor()
      if (at === 0) {
        await other.picture('confirm-phone')
        await readable(other, link)
      }
      await other.page.getByRole('button', { name: '同意这个比例' }).click()
      await other.page.getByText('您已答复，谢谢').waitFor()
      await other.go(link)
      await other.page.getByText('您已答复，谢谢').waitFor()
      expect(other.errors).toEqual([])
    }
  })

  test('the office asks, whoever disclosed completes it, and the office accepts', async () => {
    const officer = await visit(house(), 'a-officer')
    await officer.go(path)
    await officer.page.getByText('完成人确认 3 / 3').first().waitFor()
    await officer.page.getByRole('button', { name: '退回并提问' }).click()
    await officer.page.fill('[name=questions]', '请补充市场调研（演示）')
    await officer.picture('disclosure-office')
    await officer.page.getByRole('button', { name: '退回并提问' }).click()
    await officer.page.getByText('等报备人补充').first().waitFor()

    const inventor = await visit(house(), 'a-inventor', phone)
    await readable(inventor, path)
    await inventor.picture('disclosure-returned-phone')
    await inventor.page.getByRole('link', { name: '补充并再次提交' }).click()
    await inventor.page.getByRole('button', { name: /^4 / }).click()
    await inventor.page.fill('[name=market]', '省内三级医院骨科（演示）')
    await inventor.page.getByRole('button', { name: /^7 / }).click()
    await inventor.page.getByRole('button', { name: '提交报备' }).click()
    await inventor.page.getByText('编号终身不变').waitFor()

    await officer.go(path)
    await officer.page.getByRole('button', { name: '接受', exact: true }).click()
    // Nobody told its risks, which the guideline wants told: the history keeps why it is accepted.
    await officer.page.getByText('未填写：风险分析').waitFor()
    await officer.page.fill('[name=despite]', '风险分析待小试后补充（演示）')
    await officer.page.getByRole('button', { name: '仍予接受' }).click()
    await officer.page.getByRole('link', { name: '据此新建项目' }).waitFor()
    await officer.picture('disclosure-accepted')
    await inventor.go('/')
    // Beside the bell, whose folded list names it as well.
    await inventor.page.locator('main').getByText('可吸收骨钉（演示）').first().waitFor()
    expect([...officer.errors, ...inventor.errors]).toEqual([])
  })
}

async function tellCards({ page, go, picture, overflow }: Visitor): Promise<void> {
  const next = () => page.getByRole('button', { name: '下一张' }).click()
  await go('/achievements/new')
  await page.fill('[name=title]', '可吸收骨钉（演示）')
  await page.selectOption('select[name=kind]', 'device')
  await page.fill('[name=type]', '固定骨折，日后自行吸收（演示）')
  await picture('card-1-phone')
  await next()
  for (const name of ['示例丙', '示例丁']) {
    await page.getByRole('button', { name: '添加完成人' }).click()
    await page.locator('input[name^=member-]').last().fill(name)
  }
  await page.getByText('合计 100%').waitFor()
  await picture('card-2-phone')
  await next()
  await page.getByText('已公开或将公开').click()
  await page.selectOption('select[name=publicationKind]', 'conference')
  await page.fill('[name=publishedOn]', '2099-01-10')
  await next()
  await page.getByText('请填全每次公开').waitFor()
  await page.fill('[name=publishedWhere]', '示例骨科年会（虚构）')
  await page.fill('[name=stateOfTheArt]', '国内有同类（演示）')
  await picture('card-3-phone')
  await next()
  await page.fill('[name=benefit]', '免去取钉手术（演示）')
  await page.fill('[name=need]', '许可给企业（演示）')
  await picture('card-4-phone')
  await next()
  await page.getByText('功能样机').click()
  await next()
  await page.getByText('选了等级就须有证明').waitFor()
  await attach({ page }, '测试记录（演示）.txt')
  await page.fill('[name=maturity]', '台架试验（演示）')
  await picture('card-5-phone')
  await next()
  await page.getByText('财政资金').click()
  await page.getByText('执行本单位任务').click()
  for (const at of [0, 1, 2, 3]) {
    await page.locator('.third-party').nth(at).getByText('无', { exact: true }).click()
  }
  await picture('card-6-phone')
  await next()
  await attach({ page }, '样机照片（演示）.txt')
  await picture('card-7-phone')
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '提交报备' }).click()
  await page.getByText('编号终身不变').waitFor()
}

async function attach({ page }: Pick<Visitor, 'page'>, name: string): Promise<void> {
  const buffer = Buffer.from(`演示 ${name}`)
  const file = { name, mimeType: 'text/plain', buffer }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByText(name).first().waitFor()
}
