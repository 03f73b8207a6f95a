import { type Words, yuan } from '@yizhuan/kit'
import type { ActData, EarlierDistribution } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import {
  type ContractWire,
  certificateOfAnother,
  contractOf,
  contractsByNumber,
  contractsRegisteredAs,
  holdContract,
  holdNumber,
  typistsOf,
} from '../contracts/index.ts'
import { platformSince } from '../institutions/index.ts'
import { lastDayKnown, receiptsOfContract } from '../proceeds/index.ts'
import { lockReceiptsOf } from '../receivables/index.ts'
import type { Answer, Asked, Data } from './gathering.ts'

// What the registers know of a contract that a case takes over, and of its money that stands in them.

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const wholeDay = /^\d{4}-\d{2}-\d{2}$/

const no = (field: string, rule: string, zh: string, en: string): Answer => ({
  errors: [{ pointer: `#/data/${field}`, rule, detail: { zh, en } }],
})

const unknown = no(
  'contractId',
  'known-contract',
  '合同台账中没有这份合同，请从合同页面重新立项。',
  'The register has no such contract; open the case from the page of the contract.',
)
const otherKind = no(
  'contractId',
  'transfer-contract',
  '这份合同不是成果转化合同；三技合同请按三技合同立项。',
  'This contract is no transfer; commissioned work has a procedure of its own.',
)
const taken = no(
  'contractId',
  'contract-without-case',
  '这份合同已有项目，请在那个项目中办理。',
  'This contract has its case already; go on there.',
)

/** What the register knows of the contract that a case is opened for. */
export async function knownContract(tx: Tx, { institution, data }: Asked): Promise<Answer> {
  const { takesOver: _sent, ...told } = data
  const id = told['contractId']
  if (typeof id !== 'string' || !uuid.test(id)) return { data: told }
  const contract = await contractOf(tx, institution, id)
  if (!contract) return unknown
  if (contract.kind !== 'transfer') return otherKind
  if (contract.caseId !== null) return taken
  const since = await platformSince(tx, institution)
  if (since === undefined) return noStart
  const signedOn = dayOf(contract.signedOn)
  if (signedOn !== undefined && signedOn >= since) return signedSince(since)
  const earlier = await earlierIn(tx, institution, id)
  const takesOver = { ...toldOf(contract), ...(earlier.length > 0 && { earlier }) }
  return { data: { ...told, takesOver } }
}

const dayOf = (day: string | null) => (day !== null && wholeDay.test(day) ? day : undefined)

/** What the register says in the words of the takeover; a day of which only the month is known is none. */
function toldOf(one: ContractWire): Data {
  const isLicence = one.mode === 'license'
  const outcome =
    one.registration === 'cancelled' || one.registration === 'unregistered'
      ? null
      : one.registration
  return Object.fromEntries(
    Object.entries({
      ...{ contract: one.id, title: one.title, number: one.number, mode: one.mode },
      ...{ counterparty: one.counterparty, pricing: one.pricing, price: whole(one.amountFen) },
      ...{ signedOn: dayOf(one.signedOn), effectiveOn: dayOf(one.termFrom) },
      ...(isLicence && {
        ...{ licenceKind: one.exclusivity, field: one.field, territory: one.territory },
        licenceUntil: dayOf(one.termTo),
      }),
      ...{ noticeOn: dayOf(one.noticeFrom), noticeEndedOn: dayOf(one.noticeTo) },
      ...(one.status === 'terminated' && { endedOn: dayOf(one.terminatedOn) }),
      ...(outcome !== null && {
        ...{ registration: outcome, registeredOn: dayOf(one.registeredOn) },
        ...(outcome === 'registered' && { registrationNumber: one.registrationNo }),
      }),
    }).filter(([, value]) => value !== null && value !== undefined),
  )
}

const whole = (fen: string | null) => (fen !== null && /^\d{1,18}$/.test(fen) ? fen : undefined)

/**
 * What the register of receipts says was shared out, receipt by receipt. A part that it does not say stays out:
 * the form asks for it.
 */
async function earlierIn(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<readonly Partial<EarlierDistribution>[]> {
  const receipts = await receiptsOfContract(tx, institution, contract)
  return receipts
    .flatMap(({ paidOn, amountFen, netFen, rewardFen, ttoFen, institutionFen, voucher }) => {
      if (paidOn === null || amountFen === null) return []
      const [net, reward, tto] = [netFen, rewardFen, ttoFen].map((fen) => fen && BigInt(fen))
      // What is left of the net income once the other parts are known is the institution's.
      const isRest = [net, reward, tto].every((part) => typeof part === 'bigint')
      const rest = isRest
        ? BigInt(netFen ?? 0) - BigInt(rewardFen ?? 0) - BigInt(ttoFen ?? 0)
        : null
      const known = {
        ...{ paidOn: lastDayKnown(paidOn), income: amountFen, net: netFen },
        ...{ toContributors: rewardFen, toTto: ttoFen },
        ...{ toInstitution: institutionFen ?? (rest === null ? null : `${rest}`) },
        document: voucher ?? '到账台账',
      }
      if (Object.values(known).some((part) => part?.startsWith('-'))) return []
      return [Object.fromEntries(Object.entries(known).filter(([, part]) => part !== null))]
    })
    .slice(-200)
}

/** The contract is still free when it is taken over, and its number is its own. */
export async function contractToTakeOver(
  tx: Tx,
  { institution, data, past }: Asked,
): Promise<Answer> {
  const opened = past[0]
  const id = opened?.data['contractId']
  if (typeof id !== 'string') return { data }
  const contract = await holdContract(tx, institution, id)
  if (!contract) return unknown
  // It may have been corrected since the case was opened.
  if (contract.kind !== 'transfer') return otherKind
  if (contract.caseId !== null && contract.caseId !== opened?.case) return taken
  const since = await platformSince(tx, institution)
  if (since === undefined) return noStart
  const typedBy = await typistsOf(tx, institution, id)
  // What a client says of these is not taken.
  const told = { ...data, platformSince: since, typedBy }
  const wrongEnd = endAsInRegister(contract, data)
  if (wrongEnd) return wrongEnd
  const certificate = data['registrationNumber']
  if (typeof certificate === 'string') {
    const bearers = await contractsRegisteredAs(tx, institution, certificate)
    const other = bearers.find((one) => one.id !== id)
    if (other) {
      const detail = certificateOfAnother(other)
      return {
        errors: [{ pointer: '#/data/registrationNumber', rule: 'certificate-of-another', detail }],
      }
    }
  }
  const number = typeof data['number'] === 'string' ? data['number'].trim() : ''
  if (number === '') return { data: told }
  await holdNumber(tx, institution, number)
  const others = (await contractsByNumber(tx, institution, [number])).filter((one) => one.id !== id)
  return others.length > 0 ? numberTaken : { data: told }
}

/** Whether a contract has ended is what its register says: there its end is recorded with its claims. */
function endAsInRegister(
  {
    status,
    terminatedOn,
  }: { readonly status: string | null; readonly terminatedOn: string | null },
  data: Data,
): Answer | undefined {
  const ended = data['endedOn']
  if (status !== 'terminated') return ended === undefined ? undefined : endElsewhere
  const known = dayOf(terminatedOn)
  if (ended === undefined || (known !== undefined && ended !== known)) return endedThere(known)
  return undefined
}

const endElsewhere = no(
  'endedOn',
  'ended-in-register',
  '合同台账中这份合同没有终止；已终止的，请先在合同页面登记终止。',
  'The register says that this contract goes on; if it has ended, record its end on the page of the contract first.',
)
const endedThere = (known: string | undefined): Answer =>
  no(
    'endedOn',
    'ended-in-register',
    `合同台账记载这份合同已${known === undefined ? '' : `于${known}`}终止：请填写终止日，并写明终止后仍应收取的款项。`,
    `The register says that this contract has ended${known === undefined ? '' : ` on ${known}`}: give that day, and say what is still to come in.`,
  )

const noStart = no(
  'contractId',
  'platform-start-set',
  '本单位尚未确定启用平台之日；请先在“机构信息”中提出，由另一人确认，再接手此前签订的合同。',
  'The institution has not set since when it uses the platform; propose that day on the page of the institution and have it confirmed, then take over contracts signed before.',
)
const signedSince = (since: string): Answer =>
  no(
    'contractId',
    'signed-before-platform',
    `合同签订时本单位已启用平台（${since}起），不能接手；请另行立项，办理报备、审核、公示和决策。`,
    `The institution used the platform already when this contract was signed (since ${since}); open a case that takes disclosure, review, notice and decision.`,
  )

const numberTaken = no(
  'number',
  'number-taken',
  '合同台账中已有这个编号的合同，请核对编号。',
  'The register has a contract of this number already; check the number.',
)

/** What a receipt of a taken-over contract is in the register, where it stands there; nobody counts it twice. */
export async function knownReceipt(
  tx: Tx,
  { institution, data, on, past }: Asked,
): Promise<Answer> {
  const { receiptId: _sent, ...told } = data as Partial<ActData<'receiptRecorded'>>
  const contract = past[0]?.data['contractId']
  if (typeof contract !== 'string') return { data: told }
  // Held until it is taken in: nobody corrects it in the register meanwhile.
  await lockReceiptsOf(tx, institution, contract)
  const all = await receiptsOfContract(tx, institution, contract)
  const free = all.filter(({ caseId, amountFen }) => caseId === null && BigInt(amountFen ?? 0) > 0n)
  const isSameVoucher = (voucher: string | null) => voucher === null || voucher === told.voucher
  const isIt = (one: (typeof free)[number]) =>
    one.amountFen === String(told.amount) && one.receivedOn === on && isSameVoucher(one.voucher)
  // Of two alike the one that bears the voucher is meant.
  const found = free.find((one) => isIt(one) && one.voucher !== null) ?? free.find(isIt)
  const other = free.find(({ voucher }) => voucher !== null && voucher === told.voucher)
  if (!found && other) return registerSays(other)
  if (found && found.paidOn !== null) return sharedOut
  // What went back is no income: the case would share it out.
  if (found && found.refundedFen !== '0') return wentBack(found.refundedFen)
  const alike = free.find(
    (one) =>
      one.paidOn === null && one.amountFen === String(told.amount) && mayBeOf(one.receivedOn, on),
  )
  if (!found && alike) return registerSays(alike)
  return { data: { ...told, ...(found && { receiptId: found.id }) } }
}

/** Whether a receipt of which the register knows a day, a month, a year or nothing may have come on a day. */
const mayBeOf = (known: string | null, on: string) => known === null || on.startsWith(known)

const wentBack = (fen: string): Answer =>
  no(
    'amount',
    'refunded-in-register',
    `台账记载这笔到账已退回 ${yuan(BigInt(fen))}，不能整笔纳入；请先在台账中把到账和退款更正为实收金额。`,
    `The register says that ${yuan(BigInt(fen), 'en')} of this receipt went back, so it is not taken in whole; correct the receipt and its refund in the register to what was kept first.`,
  )

const sharedOut = no(
  'voucher',
  'not-shared-out',
  '台账记载这笔到账在接手前已经分配，不能再次登记。',
  'The register says that this receipt was shared out before the takeover; it is not recorded again.',
)

function registerSays({
  amountFen,
  receivedOn,
  voucher,
}: {
  readonly amountFen: string | null
  readonly receivedOn: string | null
  readonly voucher: string | null
}): Answer {
  const fen = BigInt(amountFen ?? 0)
  const named = voucher === null ? ['', ''] : [`凭证号${voucher}、`, ` under voucher ${voucher}`]
  const detail: Words = {
    zh: `台账中已有${named[0]}${receivedOn ?? '日期不详'}的到账 ${yuan(fen)}，尚未纳入；是同一笔的请按台账登记，台账有误或日期不全的先更正台账；另有一笔的，先纳入台账中的这一笔。`,
    en: `The register has a receipt of ${yuan(fen, 'en')} on ${receivedOn ?? 'an unknown day'}${named[1]} that is not taken in yet; if it is this one, record it so, or correct the register first; if there is another, take that one in first.`,
  }
  return { errors: [{ pointer: '#/data/voucher', rule: 'as-in-register', detail }] }
}
