import type { Words } from '@yizhuan/kit'
import { parseCreditCode } from '@yizhuan/ledger'
import { namedTwice } from '../achievements/index.ts'
import { missingInCarrier } from './carriers.ts'
import { missingInCost } from './costs.ts'
import { missingInCredential } from './credentials.ts'
import type { Entry } from './entry.ts'
import { missingInEvaluation } from './evaluations.ts'
import { missingInInterest } from './interests.ts'
import { missingInRule } from './internal-rules.ts'
import { missingInSpinOff } from './spin-offs.ts'
import { missingInAnswer } from './stock-answers.ts'
import { missingInTrusteeship } from './trusteeships.ts'

/** The most characters of the fields a register holds; longer ones would not fit its columns. */
const mostCharacters: Readonly<Record<string, number>> = {
  number: 60,
  title: 300,
  projectNo: 200,
  fundingSource: 200,
  publicationNo: 60,
  certificateNo: 60,
  version: 60,
  dosageForm: 60,
  agency: 200,
  counterparty: 200,
  counterpartyUscc: 30,
  royaltyText: 500,
  decision: 300,
  registrationNo: 60,
  lead: 100,
  contractNumber: 60,
  payer: 200,
  instalment: 60,
  voucher: 500,
  ledgerAchievement: 60,
  remark: 2000,
  unitName: 200,
  unitCode: 40,
  parentUnit: 200,
  personName: 100,
  staffNo: 40,
  unit: 200,
  professionalTitle: 60,
  postTitle: 100,
  projectNumber: 60,
  projectTitle: 300,
  projectLeader: 100,
  leaderStaffNo: 40,
  entryWords: 4000,
  costVoucher: 100,
  costWords: 1000,
  carrierName: 200,
  carrierPlace: 200,
  carrierPartner: 200,
  credentialTitle: 200,
  credentialIssuer: 200,
  credentialNumber: 80,
  trustNumber: 60,
  trustTitle: 300,
  trustee: 200,
  trustDuties: 4000,
  trustFeeWords: 1000,
  trustApprover: 200,
  trustDespite: 1000,
  ruleTitle: 200,
  ruleNumber: 80,
  ruleApprover: 120,
  evaluator: 200,
  stockWords: 1000,
  answerer: 200,
  evalWords: 4000,
  tieEnterprise: 200,
  tieDetail: 300,
  companyName: 200,
  companyBusiness: 2000,
}

/** Numbers that a register keeps within bounds. */
const ranges: readonly (readonly [string, number, number])[] = [
  ['maturityLevel', 1, 9],
  ['feePaidYear', 1, 30],
  ['statedConversionCount', 0, 1000],
  ['credentialHours', 1, 10_000],
]

/** Why a register cannot hold a row at all, whoever accepts it. */
export function unfitFor(entry: Entry): Words | undefined {
  const missing = missingIn(entry)
  if (missing) return missing
  if (entry.to === 'achievement') {
    if ((entry.number?.length ?? 0) > 40) return tooLong('number', 40)
    const { inventors } = entry.fields
    const twice = inventors[namedTwice(inventors)]
    if (twice) return namedAgain(twice.name)
    if (entry.unplaced !== undefined) return whichOne(entry.unplaced)
  }
  const fields = entry.fields as Readonly<Record<string, unknown>>
  for (const field of Object.keys(fields)) {
    const value = fields[field]
    const most = typeof value === 'string' ? mostCharacters[field] : undefined
    if (most !== undefined && typeof value === 'string' && value.length > most) {
      return tooLong(field, most)
    }
  }
  for (const [field, least, most] of ranges) {
    const value = fields[field]
    if (typeof value === 'number' && (value < least || value > most)) {
      return {
        zh: `字段 ${field} 须在 ${least} 至 ${most} 之间；请更正后再导入`,
        en: `field ${field} must lie between ${least} and ${most}; correct it first`,
      }
    }
  }
  return undefined
}

/** What a record of a register always has, with the words for one without it. */
function missingIn(entry: Entry): Words | undefined {
  switch (entry.to) {
    case 'receipt':
      return undefined
    case 'unit':
      return entry.fields.unitName ? undefined : without('名称', 'name')
    case 'person':
      if (!entry.fields.staffNo) return without('工号', 'staff number')
      return entry.fields.personName ? undefined : without('姓名', 'name')
    case 'post': {
      const { staffNo, postTitle, postKind, postFrom, postTo } = entry.fields
      if (!staffNo) return without('工号', 'staff number')
      if (!postTitle) return without('职务', 'title of the post')
      if (!postKind) return without('职务类别', 'kind of post')
      if (!postFrom) return without('任职日期（须到日）', 'first day, given to the day')
      return postTo !== null && postTo <= postFrom ? endsBefore : undefined
    }
    case 'project': {
      const { projectNumber, projectTitle, projectLeader, projectFrom, projectTo } = entry.fields
      if (!projectNumber) return without('项目编号', 'project number')
      if (!projectTitle) return without('项目名称', 'title')
      if (!projectLeader) return without('项目负责人', 'leader')
      const isReversed = projectFrom !== null && projectTo !== null && projectTo < projectFrom
      if (isReversed) return endsEarly
      return entry.fields.funding.some(({ name }) => name.length > 200)
        ? tooLong('fundingName', 200)
        : undefined
    }
    case 'projectEntry': {
      const { projectNumber, entryKind, entryDay, personName, entryWords, entryShare } =
        entry.fields
      if (!projectNumber) return without('项目编号', 'project number')
      if (!entryKind) return without('记录事项', 'kind of entry')
      if (!entryDay) return without('记录日期（须到日）', 'day, given to the day')
      if (!personName) return without('姓名', 'name')
      if (!entryWords) return without('具体内容', 'words')
      return (entryKind === 'share') === (entryShare !== null) ? undefined : shareAstray
    }
    case 'cost': {
      const missing = missingInCost(entry)
      return missing && without(...missing)
    }
    case 'carrier': {
      const missing = missingInCarrier(entry)
      if (missing) return without(...missing)
      const { carrierFrom, carrierTo, remark } = entry.fields
      if ((remark?.length ?? 0) > 1000) return tooLong('remark', 1000)
      return carrierTo !== null && carrierTo <= (carrierFrom ?? '') ? carrierEnds : undefined
    }
    case 'trusteeship': {
      const missing = missingInTrusteeship(entry)
      if (missing) return without(...missing)
      const { trusteeUscc, trustOwners, trustOperators, trustIncome, trustFeeFen } = entry.fields
      const names = [...trustOwners, ...trustOperators, ...trustIncome.map(({ name }) => name)]
      if (names.some((name) => name.length > 200)) return tooLong('trustIncome', 200)
      if (trustFeeFen !== null && BigInt(trustFeeFen) < 0n) return feeNegative
      const isCode = trusteeUscc === null || /^[0-9A-Z]{18}$/.test(trusteeUscc)
      return isCode ? undefined : notACode
    }
    case 'right': {
      const { title, country, certificateNo } = entry.fields
      if (!title) return without('名称', 'title')
      const isOwn = country === null && certificateNo !== null
      return isOwn && !/^软著[登变补]{1,2}字第/.test(certificateNo) ? notACertificate : undefined
    }
    case 'evaluation': {
      const missing = missingInEvaluation(entry)
      if (missing) return without(...missing)
      const { evalValueFen } = entry.fields
      return evalValueFen !== null && BigInt(evalValueFen) < 0n ? valueNegative : undefined
    }
    case 'stockAnswer': {
      const missing = missingInAnswer(entry)
      return missing && without(...missing)
    }
    case 'interest': {
      const missing = missingInInterest(entry)
      if (missing) return without(...missing)
      if ((entry.holder?.length ?? 0) > 60) return tooLong('tieHolder', 60)
      const { tie, tieThrough, tieEnterprise, tieUscc } = entry.fields
      const isMore = tieThrough !== null || tieEnterprise !== null || entry.holder !== null
      if (tie === 'none' && isMore) return noneAndMore
      return tieUscc === null || creditCodeOf(tieUscc) ? undefined : notACode
    }
    case 'internalRule': {
      const missing = missingInRule(entry)
      if (missing) return without(...missing)
      return (entry.fields.remark?.length ?? 0) > 1000 ? tooLong('remark', 1000) : undefined
    }
    case 'spin-off': {
      const missing = missingInSpinOff(entry)
      if (missing) return without(...missing)
      const { companyUscc, companyCapitalFen, companyPeople } = entry.fields
      if (companyPeople.some(({ name }) => name.length > 100)) return tooLong('companyPeople', 100)
      const isNegative = companyCapitalFen !== null && BigInt(companyCapitalFen) < 0n
      if (isNegative) return capitalNegative
      return companyUscc === null || /^[0-9A-Z]{18}$/.test(companyUscc) ? undefined : notACode
    }
    case 'credential': {
      const missing = missingInCredential(entry)
      if (missing) return without(...missing)
      const { credentialIssued, credentialUntil } = entry.fields
      const isReversed = credentialUntil !== null && credentialUntil < (credentialIssued ?? '')
      return isReversed ? credentialEnds : undefined
    }
    default:
      return entry.fields.title ? undefined : without('名称', 'title')
  }
}

const namedAgain = (name: string): Words => ({
  zh: `完成人${name}在同一项成果中写了两遍；请删去重复的一处，或合并其比例后再导入`,
  en: `${name} stands twice among the inventors; take one out, or give one share for both, first`,
})

const whichOne = (who: string): Words => ({
  zh: `无法确定${who}是同名的哪一位：人员登记中没有对得上的人；请在每个名字后的括号中写工号，外单位的写“外单位”`,
  en: `which of one name ${who} is, the register of people does not say; put a staff number in brackets behind each name, and 外单位 behind somebody of another house`,
})

const endsBefore: Words = {
  zh: '离任日期不晚于任职日期；请更正后再导入',
  en: 'the post does not end after it begins; correct it first',
}

const endsEarly: Words = {
  zh: '结束日期早于开始日期；请更正后再导入',
  en: 'the project ends before it begins; correct it first',
}

const feeNegative: Words = {
  zh: '托管费用不得为负；请更正后再导入',
  en: 'a fee is not negative; correct it first',
}

/** A declaration keeps a code only that its last character proves. */
const creditCodeOf = (text: string) => parseCreditCode({ kind: 'text', text }).problems.length === 0

const noneAndMore: Words = {
  zh: '写了“无关联”的行不再填关系人、亲属或企业；请更正后再导入',
  en: 'a row that declares nothing names no relation, relative or enterprise; correct it first',
}

const valueNegative: Words = {
  zh: '评估值不得为负；请更正后再导入',
  en: 'a value is not negative; correct it first',
}

const capitalNegative: Words = {
  zh: '注册资本不得为负；请更正后再导入',
  en: 'capital is not negative; correct it first',
}

const notACode: Words = {
  zh: '统一社会信用代码为 18 位数字或大写字母；请更正或留空',
  en: 'a credit code has 18 digits or capitals; correct it or leave it empty',
}

const notACertificate: Words = {
  zh: '登记证书号应如“软著登字第1234567号”；请更正或留空',
  en: 'a certificate is numbered as 软著登字第1234567号; correct it or leave it empty',
}

const carrierEnds: Words = {
  zh: '撤销日期不晚于设立日期；请更正后再导入',
  en: 'it does not end after it begins; correct it first',
}

const credentialEnds: Words = {
  zh: '有效期至早于取得日期；请更正后再导入',
  en: 'it ends before it was issued; correct it first',
}

const shareAstray: Words = {
  zh: '占比只在事项为“工作量占比”的行填写，且必须填写；请更正后再导入',
  en: 'a share stands in a row about a share and nowhere else; correct it first',
}

function without(zh: string, en: string): Words {
  return {
    zh: `没有${zh}，无法登记；请更正后再导入`,
    en: `has no ${en}, so it cannot be registered; correct it first`,
  }
}

function tooLong(field: string, most: number): Words {
  return {
    zh: `字段 ${field} 超过 ${most} 个字；请缩短后再导入`,
    en: `field ${field} has more than ${most} characters; shorten it first`,
  }
}
