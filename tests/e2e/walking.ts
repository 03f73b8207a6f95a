import { expect, test } from 'vitest'
import { act, fillIn, openAct, record } from './acting.ts'
import { type House, type Visitor, visit } from './visit.ts'

// The main line of Guangdong's article 14 in the browser, from the ward to the paid reward: each
// step by whose office it is, each through its own form.

/** The day on which the walk begins: all its periods end in a year whose rest days are known. */
export const firstDay = '2026-03-02'

/** Walks one achievement from its disclosure on a phone to the payout. */
export function walkTheLine(house: () => House): void {
  let achievement = ''
  let id = ''
  const by = (login: string) => visit(house(), login)

  test('an inventor discloses on a phone, stops half way and goes on', async () => {
    const inventor = await visit(house(), 'a-inventor', { width: 390 })
    achievement = await disclose(inventor)
    expect(inventor.errors).toEqual([])
  })

  test('the office opens a case with what is known already, up to the talks', async () => {
    const officer = await by('a-officer')
    await officer.go(`/achievements/${achievement}`)
    await officer.page.getByRole('button', { name: '接受', exact: true }).click()
    await officer.page.fill('[name=despite]', '示例乙出差，已电话确认比例（演示）')
    await officer.page.getByRole('button', { name: '仍予接受' }).click()
    // Leaving the page at once would take the answer back before it is given.
    await officer.page.getByRole('link', { name: '据此新建项目' }).waitFor()
    id = await openCase(officer, achievement)
    // What was disclosed is taken over: nothing is asked a second time.
    await act(officer, id, 'disclosed')
    await act(officer, id, 'titleRegistered')
    const reviewer = await by('a-reviewer')
    await act(reviewer, id, 'screened', {
      stateSecret: '否',
      nationalSecurity: '否',
      keyTechnology: '否',
    })
    await act(officer, id, 'negotiationStarted', {
      mode: '许可',
      counterparty: '示例生物科技有限公司（虚构）',
      counterpartyStateOwned: false,
      appraisal: '免评估',
      appraisalReason: '有同类成交价可比（演示）',
      appraisalDecidedBy: '转化工作领导小组（演示）',
      relatedPartiesDeclared: true,
    })
    await act(officer, id, 'negotiationLogged', { summary: '两轮谈判，谈妥价款（演示）' })
    expect(officer.errors).toEqual([])
  })

  test('half a fen is refused where it is typed, and the terms pass review by another person', async () => {
    const officer = await by('a-officer')
    await openAct(officer, id, 'proposed')
    await fillIn(officer, {
      'terms.price': '1000000.005',
      'terms.distributionRule': '净收入的七成奖励贡献人员（演示）',
      'terms.licenceKind': '普通许可',
    })
    await officer.page.locator('form.act-form button[type=submit]').click()
    await officer.page.getByText('最多两位小数').waitFor()
    await fillIn(officer, { 'terms.price': '100万' })
    await officer.page.getByText('¥1,000,000.00').first().waitFor()
    await record(officer)
    const reviewer = await by('a-reviewer')
    await act(reviewer, id, 'reviewed', {
      outcome: '通过',
      opinion: '同意（演示）',
      ethics: '不适用',
      compliance: '通过',
      risk: '通过',
    })
    expect([...officer.errors, ...reviewer.errors]).toEqual([])
  })

  test('the notice is filled in from the terms, and nothing moves on before its time', async () => {
    const officer = await by('a-officer')
    await act(officer, id, 'noticePublished', {
      objectionProcedure: '实名书面提交至转化办公室（演示）',
      department: '转化办公室（演示）',
    })
    const certify = officer.page.locator('.act', { hasText: '出具公示期满证明' })
    await certify.waitFor()
    expect(await certify.getByRole('button').isDisabled()).toBe(true)
    expect(await certify.textContent()).toContain('第十四条第（三）项')
    await officer.picture('case-notice')
    expect(officer.errors).toEqual([])
  })

  test('once the notice is over: certificate, decision, contract, registration, report, receipt, plan', async () => {
    await house().server.travel(await later(20))
    const officer = await by('a-officer')
    await act(officer, id, 'noticeCertified')
    await act(
      await by('a-leaders'),
      id,
      'decided',
      {
        result: '通过',
        minuted: true,
        quorate: true,
        recusalObserved: true,
        votesFor: '7',
        votesAgainst: '0',
        abstentions: '1',
      },
      '会议记录和决议（演示）.txt',
    )
    await act(officer, id, 'signed', {
      byInstitution: true,
      byPlatformCompany: false,
      byInventor: false,
      statesMode: true,
      statesPrice: true,
      statesMilestones: true,
      statesJointDevelopment: true,
      statesCooperation: true,
    })
    await act(officer, id, 'contractRegistered', { number: '示例-登记-1' })
    await act(officer, id, 'registrationReported')
    await act(officer, id, 'reported', { hasDecisions: true, hasContract: true, hasIncome: true })
    const finance = await by('a-finance')
    await act(finance, id, 'receiptRecorded', { voucher: '收-1', inBudget: true })
    await act(finance, id, 'costRecorded', { kind: '税费', amount: '60000', voucher: '付-1' })
    // The plan comes filled in with the floor by shares; the office takes its part, the rest follows.
    await openAct(officer, id, 'planDrafted')
    await fillIn(officer, { toTto: '90000', toTtoStaff: '10000' })
    await officer.page.getByRole('button', { name: '余额归单位' }).click()
    // The house has a rule of its own; whoever departs from it says why.
    await officer.page.fill('[name=ruleDeparture]', '本项目另行约定（演示）')
    await officer.picture('case-plan-form')
    await record(officer)
    expect([...officer.errors, ...finance.errors]).toEqual([])
  })

  test('each member agrees, the plan is shown, and finance pays to the fen', async () => {
    const inventor = await by('a-inventor')
    await act(inventor, id, 'planAgreed')
    const officer = await by('a-officer')
    await act(officer, id, 'planAgreed', { member: '示例乙' }, '分配协议签字页（演示）.txt')
    await act(officer, id, 'planNoticePublished', { leadersDisclosed: true })
    await house().server.travel(await later(40))
    const again = await by('a-officer')
    await act(again, id, 'planNoticeCertified')
    const finance = await by('a-finance')
    await act(finance, id, 'paid', { proof: '银行回单（演示）' })
    await finance.page.getByText('已发放').first().waitFor()
    // Net income 940,000: seven tenths by 60 and 40 per cent.
    await finance.page.getByText('¥394,800.00').first().waitFor()
    await finance.page.getByText('¥263,200.00').first().waitFor()
    await finance.picture('case-paid')
    expect([...again.errors, ...finance.errors]).toEqual([])
  })

  /**
   * A day so many days after the machine's own: the demonstration began on that, or on the day after,
   * which it is in China by then. A notice whose last day is one of rest lasts some days longer.
   */
  async function later(days: number): Promise<string> {
    return new Date(Date.parse(firstDay) + days * 86_400_000).toISOString().slice(0, 10)
  }
}

const cards = {
  type: '可吸收的止血材料（演示）',
  stateOfTheArt: '国内有同类，降解时间较长（演示）',
  benefit: '减少二次手术（演示）',
  market: '外科通用（演示）',
  maturity: '动物实验完成（演示）',
  risks: '注册周期（演示）',
  need: '许可给有资质的企业（演示）',
}

/** Fills in the seven cards; half way the page is loaded anew. @returns the achievement's id. */
async function disclose({ page, go, picture, overflow }: Visitor): Promise<string> {
  const next = () => page.getByRole('button', { name: '下一张' }).click()
  await go('/achievements/new')
  await page.fill('[name=title]', '可降解止血海绵（演示）')
  await page.selectOption('select[name=kind]', 'device')
  await page.fill('[name=type]', cards.type)
  await next()
  await page.getByRole('button', { name: '添加完成人' }).click()
  await page.fill('[name=member-1]', '示例乙')
  await page.locator('input[type=range]').first().fill('60')
  await page.getByText('须恰为 100%').first().waitFor()
  await next()
  await page.getByText('各人比例合计须恰为 100%').waitFor()
  await page.getByRole('button', { name: '余下归此人' }).nth(1).click()
  await page.getByText('合计 100%').waitFor()
  await picture('disclosure-phone')
  await next()
  await page.getByText('没有，也没有安排').click()
  await page.fill('[name=stateOfTheArt]', cards.stateOfTheArt)
  await page.waitForTimeout(400)
  await page.reload()
  expect(await page.inputValue('[name=stateOfTheArt]')).toBe(cards.stateOfTheArt)
  await next()
  await page.fill('[name=benefit]', cards.benefit)
  await page.fill('[name=market]', cards.market)
  await page.fill('[name=need]', cards.need)
  await next()
  await page.fill('[name=maturity]', cards.maturity)
  await page.fill('[name=risks]', cards.risks)
  await next()
  await page.getByText('执行本单位任务').click()
  await next()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '实验照片（演示）.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('演示'),
    })
  await page.getByText('实验照片（演示）.txt').waitFor()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '提交报备' }).click()
  const link = page.getByRole('link', { name: '查看成果' })
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
}

/** Opens a case about an achievement: title and team are there already. @returns its id. */
async function openCase(officer: Visitor, achievement: string): Promise<string> {
  const { page, go } = officer
  await go(`/achievements/${achievement}`)
  await page.getByRole('link', { name: '据此新建项目' }).click()
  await page.getByRole('link', { name: '成果转化', exact: true }).click()
  await page.locator('form.act-form').waitFor()
  expect(await page.inputValue('[name="team.1.name"]')).toBe('示例乙')
  await fillIn(officer, { workloadLedgerKept: true })
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认登记' }).click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
