import { addDays, addMonths, type Day, patentCheckCharacter, yearOf } from '@yizhuan/kit'
import type { ContractFields } from '../../modules/contracts/index.ts'
import { blankContract } from '../../modules/contracts/index.ts'
import { blankReceipt, type ReceiptFields } from '../../modules/proceeds/index.ts'
import { blankRight, type RightFields } from '../../modules/rights/index.ts'
import type { Entered } from './cases.ts'
import type { Chance } from './chance.ts'
import { departments, type Person } from './people.ts'
import type { Hospital } from './province.ts'

// What a hospital of the demonstration has besides its cases: the rights in its achievements, and a
// portfolio of former years with its contracts and receipts. Every number is of a series not in use.

/** The right in an achievement of the demonstration, if it has one. */
export function rightIn(
  invention: Entered,
  disclosedOn: Day,
  today: Day,
  dice: Chance,
): RightFields | undefined {
  const common = {
    ...blankRight,
    title: invention.title,
    inventors: invention.inventors.map(({ person }) => person.name),
    departments: [invention.department],
    achievementId: invention.id ?? null,
  }
  const after = (days: number) => addDays(disclosedOn, days)
  switch (invention.kind) {
    case 'device': {
      const filedOn = after(dice.whole(20, 45))
      const grantedOn = addDays(filedOn, dice.whole(150, 190))
      const isGranted = grantedOn <= today
      if (filedOn > today) return undefined
      return {
        ...common,
        ...patent('utility_model', filedOn, dice),
        status: isGranted ? 'granted' : 'pending_accepted',
        grantedOn: isGranted ? grantedOn : null,
        feeDueOn: isGranted ? addMonths(filedOn, 12) : null,
        feePaidYear: isGranted ? 1 : null,
        agency: '示例知识产权代理事务所（虚构）',
      }
    }
    case 'diagnostic_reagent': {
      const filedOn = after(dice.whole(30, 60))
      if (filedOn > today) return undefined
      const status = addDays(filedOn, 150) <= today ? 'pending_examination' : 'pending_accepted'
      return { ...common, ...patent('invention', filedOn, dice), status }
    }
    case 'digital': {
      const grantedOn = after(dice.whole(40, 80))
      if (grantedOn > today) return undefined
      const number = `${yearOf(grantedOn)}SR9${dice.whole(100_000, 999_999)}`
      const dates = { completedOn: after(-20), grantedOn, firstPublishedOn: after(-10) }
      return {
        ...common,
        ...dates,
        kind: 'software',
        number,
        status: 'registered',
        version: 'V1.0',
      }
    }
    case 'preparation': {
      const grantedOn = after(dice.whole(60, 120))
      if (grantedOn > today) return undefined
      const number = `示药制备字Z${yearOf(grantedOn)}9${dice.whole(100_000, 999_999)}`
      const validTo = addDays(addMonths(grantedOn, 36), -1)
      const valid = { status: 'valid' as const, dosageForm: '颗粒剂', grantedOn, validTo }
      return { ...common, ...valid, kind: 'preparation', number }
    }
    default:
      return undefined
  }
}

/** A patent of former years; some have lapsed, the others have their next fee ahead. */
export function formerPatent(hospital: Hospital, today: Day, dice: Chance): RightFields {
  const filedOn = addDays(today, -dice.whole(700, 2500))
  const kind = dice.pick(['invention', 'utility_model', 'utility_model'] as const)
  const grantedOn = addDays(filedOn, kind === 'invention' ? dice.whole(500, 680) : 190)
  const department = dice.pick(departments)
  const paid = yearOf(today) - yearOf(filedOn)
  const next = addMonths(filedOn, 12 * paid)
  const isLapsed = dice.whole(1, 6) === 1
  const subject = dice.pick(formerSubjects)
  return {
    ...blankRight,
    ...patent(kind, filedOn, dice),
    title: `一种${subject}（${department}旧案${dice.whole(10, 99)}）`,
    status: isLapsed ? 'lapsed_unpaid' : 'granted',
    grantedOn,
    inventors: dice.some(hospital.people.slice(9), dice.whole(2, 4)).map(({ name }) => name),
    coOwners: dice.whole(1, 6) === 1 ? ['示例理工大学（虚构）'] : [],
    departments: [department],
    agency: '示例知识产权代理事务所（虚构）',
    feeDueOn: isLapsed ? null : next > today ? next : addMonths(next, 12),
    feePaidYear: isLapsed ? null : next > today ? paid : paid + 1,
  }
}

const formerSubjects = [
  '骨科牵引架',
  '儿科雾化面罩',
  '伤口引流器',
  '体位固定垫',
  '取样器',
  '训练支具',
]

function patent(kind: 'invention' | 'utility_model', filedOn: Day, dice: Chance) {
  const serial = `7${dice.whole(100_000, 999_999)}`
  const digits = `${yearOf(filedOn)}${kind === 'invention' ? 1 : 2}${serial}`
  return { kind, filedOn, number: `${digits}.${patentCheckCharacter(digits)}` }
}

/** A contract of former years about a patent, with what has arrived of it. */
export function formerDeal(
  right: RightFields,
  index: number,
  today: Day,
  dice: Chance,
): { contract: ContractFields; receipts: readonly ReceiptFields[] } {
  const signedOn = addDays(today, -dice.whole(420, 1200))
  const year = yearOf(signedOn)
  const number = `HT-${year}-${String(index + 1).padStart(3, '0')}`
  const amount = BigInt(dice.whole(8, 90)) * 1_000_000n
  const mode = dice.pick(['license', 'license', 'assignment'] as const)
  const counterparty = `${dice.pick(firms)}有限公司（虚构）`
  const isWhole = dice.whole(1, 3) === 1
  const registeredOn = addDays(signedOn, dice.whole(5, 25))
  const contract: ContractFields = {
    ...blankContract,
    kind: 'transfer',
    number,
    title: `“${right.title}”${mode === 'license' ? '专利实施许可' : '专利权转让'}合同`,
    counterparty,
    mode,
    exclusivity: mode === 'license' ? dice.pick(['plain', 'exclusive'] as const) : null,
    pricing: 'agreement',
    amountFen: `${amount}`,
    firstPaymentFen: isWhole ? null : `${amount / 2n}`,
    signedOn,
    termFrom: mode === 'license' ? signedOn : null,
    termTo: mode === 'license' ? addMonths(signedOn, 60) : null,
    noticeFrom: addDays(signedOn, -40),
    noticeTo: addDays(signedOn, -24),
    decision: `院长办公会${year}年第${dice.whole(3, 20)}次会议（演示）`,
    registration: 'registered',
    registrationNo: `${yearOf(registeredOn)}440099${dice.whole(100_000, 999_999)}`,
    registeredOn,
    status: isWhole ? 'completed' : 'performing',
    departments: right.departments,
    patentNumbers: right.number === null ? [] : [right.number],
  }
  const parts = isWhole ? [amount] : [amount / 2n, amount / 4n]
  const receipts = parts.map((part, at) => {
    const receivedOn = addDays(signedOn, 30 + at * 200)
    return receipt(
      contract,
      right.inventors,
      part,
      receivedOn,
      isWhole ? '一次性' : stages[at],
      dice,
    )
  })
  return { contract, receipts }
}

const firms = ['示例医疗科技', '虚构康复器械', '样例诊断技术', '拟真生物医药', '示范智能装备']
const stages = ['首付款', '第二期'] as const

function receipt(
  { number, counterparty }: ContractFields,
  inventors: readonly string[],
  amount: bigint,
  receivedOn: Day,
  instalment: string | undefined,
  dice: Chance,
): ReceiptFields {
  const tax = (amount * 6n) / 100n
  const agency = (amount * 2n) / 100n
  const net = amount - tax - agency
  // The contributors' part is rounded up to the fen, what remains stays with the hospital.
  const reward = (net * 70n + 99n) / 100n
  const tto = net / 10n
  return {
    ...blankReceipt,
    contractNumber: number,
    payer: counterparty,
    instalment: instalment ?? null,
    receivedOn,
    amountFen: `${amount}`,
    taxFen: `${tax}`,
    appraisalFen: '0',
    agencyFen: `${agency}`,
    costFen: `${tax + agency}`,
    netFen: `${net}`,
    rewardShare: '70%',
    rewardFen: `${reward}`,
    ttoFen: `${tto}`,
    institutionFen: `${net - reward - tto}`,
    split: shares(inventors),
    paidOn: addDays(receivedOn, dice.whole(30, 80)),
    voucher: `记-${receivedOn.slice(0, 7)}-${dice.whole(1000, 9999)}`,
  }
}

function shares(inventors: readonly string[]): ReceiptFields['split'] {
  const part = Math.floor(60 / inventors.length)
  return inventors.map((name, index) => {
    const share = index === 0 ? 100 - part * (inventors.length - 1) : part
    return { name, share: `${share}%` }
  })
}

/** Work a company commissioned: development, consulting or a service. */
export function commission(lead: Person, index: number, today: Day, dice: Chance): ContractFields {
  const signedOn = addDays(today, -dice.whole(60, 900))
  const amount = BigInt(dice.whole(3, 60)) * 1_000_000n
  const isDone = signedOn < addDays(today, -500)
  const kind = dice.pick(['development', 'consulting', 'service'] as const)
  return {
    ...blankContract,
    kind,
    number: `HX${yearOf(signedOn)}-${String(index + 1).padStart(3, '0')}`,
    title: `${lead.department}${commissionWords[kind]}（演示）`,
    counterparty: `${dice.pick(firms)}有限公司（虚构）`,
    amountFen: `${amount}`,
    statedReceivedFen: `${isDone ? amount : amount / 2n}`,
    signedOn,
    termFrom: signedOn,
    termTo: addMonths(signedOn, 18),
    registration: dice.pick(['registered', 'unregistered'] as const),
    status: isDone ? 'completed' : 'performing',
    lead: lead.name,
    departments: [lead.department],
  }
}

const commissionWords = {
  development: '器械样机联合研制',
  consulting: '临床应用咨询',
  service: '检测技术服务',
}
