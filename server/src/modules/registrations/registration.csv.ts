import type { Lang } from '@yizhuan/kit'
import { type CodeListName, editionOn } from '@yizhuan/law'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import type { LineOf } from '../../platform/export.ts'
import { registrationLists } from '../../platform/registration-lists.ts'
import { type OtherParty, type Side, sides, sideWords } from './other-parties.ts'
import { formIn } from './registration.commands.ts'
import { fieldNames, saidIn } from './registration.paper.ts'
import { type allRegistrations, storedRegistration } from './registration.queries.ts'
import { toProblem } from './registration.refusals.ts'
import { formFields, listOf, type RegistrationForm, stateWords } from './registration.ts'

type Row = LineOf<ReturnType<typeof allRegistrations>>

/** The register as a sheet, in one language: every field of the form, and what it came to. */
export function registrationColumns(lang: Lang, today: string): Column<Row>[] {
  const { text, day, money, number } = columnsIn<Row>(lang)
  const { lists } = editionOn(registrationLists(), today)
  const code = (list: CodeListName, one: string | null) =>
    one === null ? null : (lists[list].codes[one]?.[lang] ?? one)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    number('申请次数', 'Attempt', ({ attempt }) => attempt),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    text('合同登记编号', 'Number', (row) => row.number),
    day('登记或决定日', 'Decided on', ({ decidedOn }) => decidedOn),
    text('登记机构', 'Registrar', ({ registrar }) => registrar),
    text('项目名称', 'Title', ({ title }) => title),
    text('合同类别', 'Kind', ({ kind }) => code('kind', kind)),
    day('签订日期', 'Signed on', ({ signedOn }) => signedOn),
    day('有效期自', 'Term from', ({ termFrom }) => termFrom),
    day('有效期至', 'Term to', ({ termTo }) => termTo),
    text('卖方名称', 'Seller', ({ sellerName }) => sellerName),
    text('卖方性质', 'Seller is', ({ sellerNature }) => code('nature', sellerNature)),
    text('卖方国别', 'Country of the seller', ({ sellerCountry }) => sellerCountry),
    text('卖方行政区划', 'Region of the seller', ({ sellerRegion }) => sellerRegion),
    text('买方名称', 'Buyer', ({ buyerName }) => buyerName),
    text('买方统一社会信用代码', 'Credit code of the buyer', ({ buyerUscc }) => buyerUscc),
    text('买方性质', 'Buyer is', ({ buyerNature }) => code('nature', buyerNature)),
    text('买方国别', 'Country of the buyer', ({ buyerCountry }) => buyerCountry),
    text('买方行政区划', 'Region of the buyer', ({ buyerRegion }) => buyerRegion),
    text('其他卖方和买方', 'Other sellers and buyers', ({ otherParties }) =>
      otherParties.map((one) => partyText(one, lang)).join(lang === 'zh' ? '、' : '; '),
    ),
    money('合同成交额', 'Amount of the contract', ({ amountFen }) => amountFen),
    money('技术交易额', 'For technology', ({ technologyFen }) => technologyFen),
    money('预计新增投入', 'To be invested', ({ investmentFen }) => investmentFen),
    money('预计新增产值', 'To be produced', ({ outputFen }) => outputFen),
    text('知识产权类型', 'Intellectual property', ({ ip }) => code('ip', ip)),
    text('技术领域', 'Field of technology', ({ field }) => code('field', field)),
    text('计划来源', 'Programme', ({ plan }) => code('plan', plan)),
    text('社会经济目标', 'Purpose', ({ purpose }) => code('purpose', purpose)),
    text('支付方式', 'Payment', ({ payment }) => code('payment', payment)),
    money('认定技术交易额', 'Recognised', ({ recognisedFen }) => recognisedFen),
    money('已核定技术性收入', 'Income verified', ({ verifiedFen }) => verifiedFen),
    text('不予登记或撤销的原因', 'Why not', ({ reason }) => reason),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

const partyText = ({ side, name, uscc }: OtherParty, lang: Lang): string =>
  [sideWords[side][lang], name, uscc].filter(Boolean).join(' ')

interface FormLine {
  readonly name: readonly [string, string]
  readonly said: string | null
  readonly code: string | null
}

/** The form of one attempt, line by line, to be copied into a registrar's system. */
export function formColumns(lang: Lang): Column<FormLine>[] {
  const { text } = columnsIn<FormLine>(lang)
  return [
    text('项目', 'Field', ({ name }) => name[lang === 'zh' ? 0 : 1]),
    text('内容', 'Says', ({ said }) => said),
    text('代码', 'Code', ({ code }) => code),
  ]
}

/** The lines of a form. @throws {Problem} 404 */
export async function formLines(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly FormLine[]> {
  const stored = await storedRegistration(tx, institution, id)
  if (!stored) throw toProblem({ code: 'no-such-registration', facts: {} })
  const form = formIn(stored)
  const { lists } = editionOn(registrationLists(), stored.signedOn ?? '9999-12-31')
  const number = { name: ['合同登记编号', 'Number'] as const, said: stored.number, code: null }
  const lines = formFields.map((field) => ({
    name: fieldNames[field],
    said: saidIn(form, field, lists),
    code: listOf[field] === undefined ? null : form[field],
  }))
  const others = sides.flatMap((side) =>
    otherLines(side, form, (one) => lists.nature.codes[one]?.zh ?? one),
  )
  return [...lines, ...others, number]
}

/** The sellers or buyers beside the first, each field of each on a line. */
function otherLines(
  side: Side,
  { otherParties }: RegistrationForm,
  natureOf: (code: string) => string,
): readonly FormLine[] {
  const { zh, en } = sideWords[side]
  return otherParties
    .filter((one) => one.side === side)
    .flatMap(({ name, uscc, nature, country, region }, at) => {
      const line = (word: string, words: string, said: string | null, code: string | null) => ({
        ...{ name: [`${zh}${at + 2}${word}`, `${en} ${at + 2}: ${words}`] as const, said, code },
      })
      return [
        line('名称', 'name', name, null),
        line('统一社会信用代码', 'credit code', uscc, null),
        line('性质', 'is', nature && natureOf(nature), nature),
        line('国别代码', 'country', country, null),
        line('行政区划代码', 'region', region, null),
      ]
    })
}
