import { chineseDay, type Day, type Fen, inCapitals, yuan, yuanText } from '@yizhuan/kit'
import type { CodeEdition, CodeListName } from '@yizhuan/law'
import type { Composed, ComposedBlock, Missing, Run } from '@yizhuan/procedures'
import { DOMESTIC, type Side, sideWords } from './other-parties.ts'
import { type FormField, listOf, type RegistrationForm } from './registration.ts'

// The form of a registration and the slip of rewards as papers: what the register holds, and a line to
// write on where it holds nothing.

type Codes = CodeEdition['lists']

/** What a paper is checked by: the entry of the record it was made after. */
export interface Proof {
  readonly seq: number
  readonly hash: string
}

interface Row {
  readonly name: string
  readonly en: string
  readonly said: string | null
}

const BLANK = '________'

const run = ({ name, said }: Row): Run =>
  said === null ? { text: BLANK, blank: name } : { text: said }

const factsOf = (rows: readonly Row[]): ComposedBlock => ({
  is: 'facts',
  rows: rows.map((row) => ({ name: row.name, runs: [run(row)] })),
})

const heading = (text: string): ComposedBlock => ({ is: 'heading', runs: [{ text }] })
const line = (text: string): ComposedBlock => ({ is: 'text', runs: [{ text }], at: 'body' })

const proofText = ({ seq, hash }: Proof) => `依据登记记录第 ${seq} 条\n${hash}`

const missingIn = (rows: readonly Row[]): readonly Missing[] =>
  rows
    .filter(({ said }) => said === null)
    .map(({ name, en }) => ({ field: name, label: { zh: name, en }, isByHand: false }))

/** The fields of the form as it names them, in its order. */
export const fieldNames: Readonly<Record<FormField, readonly [string, string]>> = {
  title: ['项目名称', 'Title'],
  kind: ['合同类别', 'Kind'],
  signedOn: ['签订日期', 'Signed on'],
  termFrom: ['有效期自', 'Term from'],
  termTo: ['有效期至', 'Term to'],
  sellerName: ['卖方名称', 'Seller'],
  sellerNature: ['卖方性质', 'Seller is'],
  sellerCountry: ['卖方国别代码', 'Country of the seller'],
  sellerRegion: ['卖方行政区划代码', 'Region of the seller'],
  buyerName: ['买方名称', 'Buyer'],
  buyerUscc: ['买方统一社会信用代码', 'Credit code of the buyer'],
  buyerNature: ['买方性质', 'Buyer is'],
  buyerCountry: ['买方国别代码', 'Country of the buyer'],
  buyerRegion: ['买方行政区划代码', 'Region of the buyer'],
  amountFen: ['合同成交额', 'Amount of the contract'],
  technologyFen: ['技术交易额', 'For technology'],
  investmentFen: ['预计新增投入', 'To be invested'],
  outputFen: ['预计新增产值', 'To be produced'],
  ip: ['知识产权类型', 'Intellectual property'],
  field: ['技术领域', 'Field of technology'],
  plan: ['计划来源', 'Programme'],
  purpose: ['社会经济目标', 'Purpose'],
  payment: ['支付方式', 'Payment'],
  registrar: ['登记机构', 'Registrar'],
  remark: ['备注', 'Remark'],
}

/** What the form says in a field, in the words of its day. */
export function saidIn(form: RegistrationForm, field: FormField, lists: Codes): string | null {
  const value = form[field]
  if (value === null) return null
  const list: CodeListName | undefined = listOf[field]
  if (list !== undefined) {
    const label = lists[list].codes[value]?.zh ?? value
    // Only codes of figures mean something to a registrar.
    return /^\d+$/.test(value) ? `${value} ${label}` : label
  }
  if (field.endsWith('Fen')) return yuan(BigInt(value))
  return /^\d{4}-\d\d-\d\d$/.test(value) ? chineseDay(value as Day) : value
}

/** The sellers or buyers beside the first, line by line as the form asks of the first. */
function othersOn(
  side: Side,
  { form, lists }: { readonly form: RegistrationForm; readonly lists: Codes },
) {
  const { zh, en } = sideWords[side]
  return form.otherParties
    .filter((one) => one.side === side)
    .flatMap((one, at): Row[] => {
      const row = (name: string, words: string, said: string | null): Row => ({
        ...{ name: `${zh}${at + 2}${name}`, en: `${en} ${at + 2}: ${words}`, said },
      })
      const nature = one.nature === null ? undefined : lists.nature.codes[one.nature]?.zh
      return [
        row('名称', 'name', one.name),
        ...(one.uscc === null ? [] : [row('统一社会信用代码', 'credit code', one.uscc)]),
        row('性质', 'is', one.nature && `${one.nature} ${nature ?? ''}`.trim()),
        row('国别代码', 'country', one.country),
        ...(one.country !== null && one.country !== DOMESTIC
          ? []
          : [row('行政区划代码', 'region', one.region)]),
      ]
    })
}

/** The form of a technology contract as it is handed in. */
export function formPaper(of: {
  readonly id: string
  readonly institution: string
  readonly contractNumber: string | null
  readonly form: RegistrationForm
  readonly asksForecast: boolean
  readonly number: string | null
  readonly lists: Codes
  readonly proof: Proof
}): Composed {
  const { form, lists } = of
  const row = (field: FormField): Row => {
    const [name, en] = fieldNames[field]
    return { name, en, said: saidIn(form, field, lists) }
  }
  const contract: readonly Row[] = [
    { name: '合同编号', en: 'Contract', said: of.contractNumber },
    ...(['title', 'kind', 'signedOn', 'termFrom', 'termTo'] as const).map(row),
  ]
  const seller = [
    ...(['sellerName', 'sellerNature', 'sellerCountry', 'sellerRegion'] as const).map(row),
    ...othersOn('seller', of),
  ]
  const buyer = [
    ...(['buyerName', 'buyerUscc', 'buyerNature', 'buyerCountry', 'buyerRegion'] as const).map(row),
    ...othersOn('buyer', of),
  ]
  const forecast = of.asksForecast ? (['investmentFen', 'outputFen'] as const) : []
  const money = (['amountFen', 'technologyFen', 'payment', ...forecast] as const).map(row)
  const technology = (['ip', 'field', 'plan', 'purpose'] as const).map(row)
  const registered: readonly Row[] = [
    row('registrar'),
    { name: '合同登记编号', en: 'Number', said: of.number },
  ]
  return {
    id: `registration-form/${of.id}`,
    title: '技术合同认定登记表',
    institution: of.institution,
    blocks: [
      ...[heading('一、合同'), factsOf(contract)],
      ...[heading('二、卖方'), factsOf(seller)],
      ...[heading('三、买方'), factsOf(buyer)],
      ...[heading('四、金额'), factsOf(money)],
      ...[heading('五、技术'), factsOf(technology)],
      ...[heading('六、登记'), factsOf(registered)],
      ...(form.remark === null ? [] : [line(`备注：${form.remark}`)]),
      { is: 'sign', who: ['填报人（签字）：', '部门负责人（签字）：'] },
    ],
    missing: missingIn([...contract, ...seller, ...buyer, ...money, ...technology]),
    proof: proofText(of.proof),
    isDraft: false,
    values: {},
  }
}

/** What a slip of rewards says. */
export interface SlipSource {
  readonly id: string
  readonly institution: string
  readonly title: string
  readonly contractNumber: string | null
  readonly buyer: string | null
  readonly registrationNo: string | null
  readonly seq: number
  readonly drawnOn: string
  readonly drawnName: string
  readonly approvedName: string | null
  readonly verifiedOn: string | null
  readonly number: string | null
  readonly isVoid: boolean
  readonly receipts: readonly {
    readonly receivedOn: string | null
    readonly voucher: string | null
    readonly receivedFen: string | null
    readonly fen: string
  }[]
  readonly amountFen: string
  readonly rewards: readonly { readonly name: string; readonly fen: string }[]
  readonly rewardFen: string
  readonly remark: string | null
  readonly proof: Proof
}

/** The slip of income and rewards that goes to the registrar; it is no proof of tax. */
export function slipPaper(of: SlipSource): Composed {
  const day = (one: string | null) => (one?.length === 10 ? chineseDay(one as Day) : one)
  const about: readonly Row[] = [
    { name: '核定单序号', en: 'List', said: `第 ${of.seq} 张` },
    { name: '合同编号', en: 'Contract', said: of.contractNumber },
    { name: '项目名称', en: 'Title', said: of.title },
    { name: '买方名称', en: 'Buyer', said: of.buyer },
    { name: '合同登记编号', en: 'Number', said: of.registrationNo },
    { name: '填制日期', en: 'Drawn up on', said: day(of.drawnOn) },
    { name: '填制人', en: 'Drawn up by', said: of.drawnName },
    ...(of.approvedName === null
      ? []
      : [{ name: '复核人', en: 'Approved by', said: of.approvedName }]),
    { name: '核定日期', en: 'Verified on', said: day(of.verifiedOn) },
    { name: '核定编号', en: 'Number of it', said: of.number },
  ]
  const cell = (text: string | null): readonly Run[] => [{ text: text ?? '—' }]
  const amount = (fen: string | null) => (fen === null ? null : yuanText(BigInt(fen)))
  const table = (
    columns: readonly string[],
    rows: readonly (readonly (string | null)[])[],
    foot: readonly string[],
  ): ComposedBlock => ({
    is: 'rows',
    columns,
    figures: columns.map((name) => name.endsWith('（元）')),
    rows: rows.map((row) => row.map(cell)),
    foot: foot.map(cell),
  })
  return {
    id: `income-slip/${of.id}`,
    title: of.isVoid ? '技术性收入核定与奖酬金单（已作废）' : '技术性收入核定与奖酬金单',
    institution: of.institution,
    blocks: [
      factsOf(about),
      heading('一、技术性收入'),
      table(
        ['到账日期', '凭证号', '到账金额（元）', '技术性收入（元）'],
        of.receipts.map((one) => [
          ...[day(one.receivedOn), one.voucher, amount(one.receivedFen), amount(one.fen)],
        ]),
        ['合计', '', '', yuanText(BigInt(of.amountFen))],
      ),
      line(`技术性收入合计：${inFull(of.amountFen)}。`),
      heading('二、奖酬金'),
      ...(of.rewards.length === 0
        ? [line('本单不提取奖酬金。')]
        : [
            table(
              ['姓名', '奖酬金（元）', '领取人签字'],
              of.rewards.map(({ name, fen }) => [name, amount(fen), '　']),
              ['合计', yuanText(BigInt(of.rewardFen)), ''],
            ),
            line(`奖酬金合计：${inFull(of.rewardFen)}。`),
          ]),
      ...(of.remark === null ? [] : [line(`备注：${of.remark}`)]),
      line('本单用于技术性收入核定和奖酬金提取，不作为纳税凭证。'),
      { is: 'sign', who: ['财务部门（签字）：', '成果转化部门（签字）：', '登记机构（盖章）：'] },
    ],
    missing: missingIn(about),
    proof: proofText(of.proof),
    isDraft: false,
    values: {},
  }
}

const inFull = (fen: string) => `${yuan(BigInt(fen))}（大写：${inCapitals(BigInt(fen) as Fen)}）`
