import { lastDayKnown } from '@yizhuan/kit'
import { type EarlierDistribution, ofLedger, serviceContract } from '@yizhuan/procedures'
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
import { receiptsOfContract } from '../proceeds/index.ts'
import { type Answer, type Asked, type Data, noOf as no } from './gathering.ts'
import type { Entry } from './procedure.ts'
import { earlierOnce } from './shared-out/shared-out.queries.ts'

// What the registers know of a contract that a case takes over.

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const wholeDay = /^\d{4}-\d{2}-\d{2}$/

const unknown = no(
  'contractId',
  'known-contract',
  '合同台账中没有这份合同，请从合同页面重新立项。',
  'The register has no such contract; open the case from the page of the contract.',
)
const noTransfer = no(
  'contractId',
  'transfer-contract',
  '这份合同不是成果转化合同；三技合同请按三技合同立项。',
  'This contract is no transfer; commissioned work has a procedure of its own.',
)
const noService = no(
  'contractId',
  'service-contract',
  '这份合同是成果转化合同，不是三技合同；请按成果转化立项。',
  'This contract is a transfer and no commissioned work; open a transfer for it.',
)
const kindElsewhere = no(
  'kind',
  'kind-as-in-register',
  '合同台账记载的合同类型与此不同；台账有误的请先更正台账。',
  'The register says that the contract is of another kind; correct the register first if it is wrong.',
)
const taken = no(
  'contractId',
  'contract-without-case',
  '这份合同已有项目，请在那个项目中办理。',
  'This contract has its case already; go on there.',
)

/** Whether a contract of the register is of the kind that a case is opened for; why it is not. */
function wrongKind({ kind }: { readonly kind: string }, { type, data }: Opening) {
  if (type !== serviceContract.opening) return kind === 'transfer' ? undefined : noTransfer
  if (kind === 'transfer') return noService
  // What kind of commissioned work it is, is said by the case where the register does not.
  return kind === 'service_unclear' || kind === data['kind'] ? undefined : kindElsewhere
}

type Opening = Pick<Entry, 'type' | 'data'>

/** What the register knows of the contract that a case of a procedure is opened for. */
export const contractKnownTo =
  (type: string) =>
  (tx: Tx, asked: Asked): Promise<Answer> =>
    knownContract(tx, asked, type)

async function knownContract(tx: Tx, { institution, data }: Asked, type: string): Promise<Answer> {
  const { takesOver: _sent, ...told } = data
  const id = told['contractId']
  if (typeof id !== 'string' || !uuid.test(id)) return { data: told }
  const contract = await contractOf(tx, institution, id)
  if (!contract) return unknown
  const wrong = wrongKind(contract, { type, data })
  if (wrong) return wrong
  if (contract.caseId !== null) return taken
  const since = await platformSince(tx, institution)
  if (since === undefined) return noStart
  const signedOn = dayOf(contract.signedOn)
  if (signedOn !== undefined && signedOn >= since) return signedSince(since)
  const earlier = await earlierIn(tx, institution, id)
  const said = contract.kind === 'transfer' ? toldOf(contract) : toldOfService(contract)
  const takesOver = { ...said, ...(earlier.length > 0 && { earlier }) }
  return { data: { ...told, takesOver } }
}

const dayOf = (day: string | null) => (day !== null && wholeDay.test(day) ? day : undefined)

/** What the register says in the words of the takeover; a day of which only the month is known is none. */
function toldOf(one: ContractWire): Data {
  const isLicence = one.mode === 'license'
  return filled({
    ...toldOfAny(one),
    ...{ mode: one.mode, counterparty: one.counterparty, pricing: one.pricing },
    effectiveOn: dayOf(one.termFrom),
    ...(isLicence && {
      ...{ licenceKind: one.exclusivity, field: one.field, territory: one.territory },
      licenceUntil: dayOf(one.termTo),
    }),
    ...{ noticeOn: dayOf(one.noticeFrom), noticeEndedOn: dayOf(one.noticeTo) },
  })
}

const toldOfService = (one: ContractWire): Data =>
  filled({ ...toldOfAny(one), performUntil: dayOf(one.termTo) })

/** What takeovers of all kinds of contracts say alike. */
function toldOfAny(one: ContractWire): Data {
  const outcome =
    one.registration === 'cancelled' || one.registration === 'unregistered'
      ? null
      : one.registration
  return {
    ...{ contract: one.id, title: one.title, number: one.number, price: whole(one.amountFen) },
    signedOn: dayOf(one.signedOn),
    ...(one.status === 'terminated' && { endedOn: dayOf(one.terminatedOn) }),
    ...(outcome !== null && {
      ...{ registration: outcome, registeredOn: dayOf(one.registeredOn) },
      ...(outcome === 'registered' && { registrationNumber: one.registrationNo }),
    }),
  }
}

const filled = (said: Data): Data =>
  Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null && value !== undefined),
  )

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
    .flatMap(({ paidOn, amountFen, netFen, rewardFen, ttoFen, institutionFen, ...told }) => {
      const { voucher, receivedOn } = told
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
        document: voucher ?? ofLedger,
        ...{ receivedOn: dayOf(receivedOn) ?? null, voucher },
      }
      if (Object.values(known).some((part) => part?.startsWith('-'))) return []
      return [Object.fromEntries(Object.entries(known).filter(([, part]) => part !== null))]
    })
    .slice(-200)
}

/** The contract is still free when it is taken over, its number is its own, and what was shared out is income once. */
export async function contractToTakeOver(tx: Tx, asked: Asked): Promise<Answer> {
  const answer = await freeContract(tx, asked)
  return 'errors' in answer ? answer : await earlierOnce(tx, { ...asked, data: answer.data })
}

async function freeContract(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const opened = past[0]
  const id = opened?.data['contractId']
  if (typeof id !== 'string') return { data }
  const contract = await holdContract(tx, institution, id)
  if (!contract) return unknown
  // It may have been corrected since the case was opened.
  const wrong = opened && wrongKind(contract, opened)
  if (wrong) return wrong
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
    `合同签订时本单位已启用平台（${since}起），不能接手；请另行立项，从签约前的步骤办起。`,
    `The institution used the platform already when this contract was signed (since ${since}); open a case that takes the steps before signing.`,
  )

const numberTaken = no(
  'number',
  'number-taken',
  '合同台账中已有这个编号的合同，请核对编号。',
  'The register has a contract of this number already; check the number.',
)
