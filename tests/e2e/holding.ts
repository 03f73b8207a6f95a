import { expect, test } from 'vitest'
import { act, fillIn, openAct, record } from './acting.ts'
import { type House, type Visitor, visit } from './visit.ts'

// Equity through its life in the browser: founded, diluted by a round, a dividend, and left. Nobody types
// who holds what after it: the forms begin with what follows from what was decided.

const house = '示例行走医院（虚构）'
const buyer = '行走创投（虚构）'

/** From the forming of a company to the day it is left, by whose office each step is. */
export function holdEquity(of: () => House): void {
  test('a holding is founded, diluted, takes a dividend and is left with a gain', async () => {
    const officer = await visit(of(), 'a-officer')
    const finance = await visit(of(), 'a-finance')
    const leaders = await visit(of(), 'a-leaders')
    const id = await founded(officer)
    await act(finance, id, 'propertyRegistered', { certificate: '产权-行走（演示）' })
    await act(finance, id, 'listed', { entry: '单列-行走（演示）' })

    await openAct(leaders, id, 'eventDecided')
    await fillIn(leaders, { matter: '增资', terms: '引入投资方（演示）' })
    const add = leaders.page.getByRole('button', { name: '添加' })
    if (!(await leaders.page.locator('[name="investors.0.name"]').isVisible())) {
      await add.first().click()
    }
    await fillIn(leaders, {
      ...{ preMoney: '20000000', 'investors.0.name': '行走基金（虚构）', minuted: true },
      ...{ 'investors.0.kind': '其他股东', 'investors.0.amount': '5000000', handler: '本单位' },
    })
    await record(leaders)
    await act(officer, id, 'eventHandled')

    await act(finance, id, 'dividendDeclared', { total: '100000', resolution: '决-1（演示）' })
    await openAct(finance, id, 'dividendReceived')
    expect(await finance.page.locator('[name=amount]').inputValue()).toBe('7200')
    await fillIn(finance, { voucher: '收-行走（演示）' })
    await record(finance)

    await act(finance, id, 'appraised', {
      ...{ agency: '示例评估（虚构）', value: '1000000', validUntil: await later(officer) },
    })
    await openAct(leaders, id, 'eventDecided')
    await fillIn(leaders, { matter: '退出', terms: '全部转让（演示）', to: buyer, minuted: true })
    await fillIn(leaders, { handler: '本单位' })
    await record(leaders)
    await act(officer, id, 'eventHandled', {
      ...{ price: '1000000', costs: '20000', agreement: '转-1（演示）' },
      receiptsOtherwise: '价款分期支付（演示）',
    })

    const { page, go, overflow, picture } = await visit(of(), 'a-finance', { width: 390 })
    await go(`/holdings/${id}`)
    await page.getByText('已退出').first().waitFor()
    // Of 3,000,000 yuan for thirty parts nine were the house's: 980,000 arrived for 900,000.
    await page.getByText('¥80,000.00').first().waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await picture('holding')
    expect([...officer.errors, ...finance.errors, ...leaders.errors]).toEqual([])
  })
}

/** The company is registered: the entry itself is that of any case, by the same route its form uses. */
async function founded({ context, page, go }: Visitor): Promise<string> {
  await go('/holdings')
  const at = new URL(page.url()).origin
  const holders = [
    { name: house, kind: 'institution', share: '9%' },
    { name: '行走甲（演示）', kind: 'contributor', share: '21%', isChief: false },
    { name: buyer, kind: 'partner', share: '70%' },
  ]
  const answer = await context.request.post(`${at}/api/v1/cases`, {
    headers: { 'x-yizhuan-csrf': '1' },
    data: {
      procedure: 'equity_holding',
      data: {
        ...{ company: '行走医械（虚构）', achievement: '止血材料（演示）', holders },
        ...{ formedOn: await page.evaluate<string>(today), value: '300000000' },
      },
      files: [],
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const today = 'new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })'

const later = ({ page }: Visitor) =>
  page.evaluate<string>(
    'new Date(Date.now() + 9e9).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })',
  )
