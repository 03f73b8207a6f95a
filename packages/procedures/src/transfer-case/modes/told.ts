// What only people can tell: facts that the nation's law asks of a deal and no other act carries. A
// form shows those the law waits for in this case; what nobody answered stays unknown.
import { z } from 'zod'
import { code, label, onDay } from '../../procedure/fields.ts'
import type { CaseFacts, Fit } from '../../procedure/procedure.ts'
import { tto } from '../../procedure/roles.ts'
import type { CaseState } from '../state.ts'
import type { CaseStep } from '../step.ts'
import { routeOf } from './mode.ts'

const yesNo = (zh: string, en: string) => code(['yes', 'no'], zh, en).optional()

/** Each field bears the name of its fact (packs/_shared/facts). */
export const toldData = {
  factsTold: z.strictObject({
    completerAnswer: code(
      ['gave_up', 'takes_it', 'silent', 'passed_over', 'not_offered'],
      '完成人对同等条件优先受让的答复',
      "Completers' answer to the offer of equal terms",
    ).optional(),
    coOwned: yesNo('权利与他人共有', 'The right is co-owned'),
    coOwnersAgreed: yesNo('共有人有约定', 'The co-owners are bound by an agreement'),
    coOwnersAgreementKept: yesNo('处置符合共有人约定', 'The deal keeps to that agreement'),
    coOwnersConsented: yesNo('全体共有人已同意', 'All co-owners have consented'),
    coOwnersShareFees: yesNo('许可费在共有人间分配', 'The fees are shared among the co-owners'),
    publiclyFunded: yesNo('财政性资金项目成果', 'From a publicly funded project'),
    counterpartyAbroad: yesNo('合作主体在境外', 'The counterparty is abroad'),
    projectApprovalOn: onDay('项目管理机构批准日', 'Day the project manager approved').optional(),
    exportListing: code(
      ['not_listed', 'restricted', 'prohibited'],
      '禁止、限制出口技术目录',
      'Lists of technologies barred or restricted for export',
    ).optional(),
    exportLicenceOn: onDay('技术出口许可日', 'Day of the licence to export').optional(),
    geneticCooperation: yesNo(
      '出自人类遗传资源国际合作',
      'From international work on human genetic resources',
    ),
    geneticDataShared: yesNo('数据向中方开放并备份', 'Records are open to the Chinese side'),
    geneticPatentFiled: yesNo('合作成果申请专利', 'A patent of the cooperation is applied for'),
    geneticPatentJoint: yesNo('专利由双方共有', 'It is applied for and owned jointly'),
    geneticTermsAgreed: yesNo('合作协议约定了成果归属', 'The agreement settles the results'),
    geneticPartnerConsented: yesNo('合作对方同意转让', 'The partner consented'),
    involvesPatent: yesNo('标的涉及专利', 'A patent is involved'),
    patentState: code(
      ['applied_for', 'in_force', 'expired', 'invalidated'],
      '专利状态',
      'State of the patent',
    ).optional(),
    patentEndsOn: z.iso
      .date()
      .meta({ ...label('专利权届满日', 'Last day of the patent'), ahead: true })
      .optional(),
    contractInWriting: yesNo('合同采用书面形式', 'The contract is in writing'),
    contractStatesPatent: yesNo('合同注明专利信息', 'The contract states the patent'),
    contractRestrictsCompetition: yesNo('合同限制技术竞争', 'The contract restricts competition'),
    contractSettlesImprovements: yesNo('合同约定后续改进归属', 'It settles later improvements'),
    contractSettlesSecrecy: yesNo('合同约定保守技术秘密', 'It settles secrecy'),
  }),
} as const

type Told = z.infer<typeof toldData.factsTold>

export const toldSteps = {
  factsTold: {
    label: label('补充核查事项', 'Tell what the law still asks'),
    who: [...tto, 'legal', 'platform_company'],
    data: toldData.factsTold,
    stage: 'negotiation',
    rests: ({ opened }) => [opened.on],
    fits: toldFit,
    wrong: (_state, data) =>
      Object.keys(data).length > 0
        ? undefined
        : {
            code: 'nothing-told',
            detail: { zh: '请至少回答一项。', en: 'Answer one question at least.' },
          },
    proves: Object.keys(toldData.factsTold.shape),
  },
} as const satisfies Readonly<Record<string, CaseStep>>

type Filled = Readonly<Record<string, unknown>>

/** Facts that only make sense after another answer, or in some mode. */
const asked: Readonly<Record<string, (data: Filled, state: CaseState | undefined) => boolean>> = {
  completerAnswer: (_data, state) => state === undefined || routeOf(state) === 'assignment',
  coOwnersAgreed: ({ coOwned }, state) => isCoOwned(coOwned, state),
  coOwnersAgreementKept: ({ coOwnersAgreed }) => coOwnersAgreed === 'yes',
  coOwnersConsented: ({ coOwnersAgreed }) => coOwnersAgreed === 'no',
  coOwnersShareFees: ({ coOwnersAgreed }) => coOwnersAgreed === 'no',
  projectApprovalOn: ({ publiclyFunded, counterpartyAbroad }) =>
    publiclyFunded === 'yes' && counterpartyAbroad === 'yes',
  exportListing: ({ counterpartyAbroad }) => counterpartyAbroad === 'yes',
  exportLicenceOn: ({ exportListing }) => exportListing === 'restricted',
  geneticDataShared: ({ geneticCooperation }) => geneticCooperation === 'yes',
  geneticPatentFiled: ({ geneticCooperation }) => geneticCooperation === 'yes',
  geneticPatentJoint: ({ geneticPatentFiled }) => geneticPatentFiled === 'yes',
  geneticTermsAgreed: ({ geneticCooperation }) => geneticCooperation === 'yes',
  geneticPartnerConsented: ({ geneticTermsAgreed }) => geneticTermsAgreed === 'no',
  patentState: ({ involvesPatent }) => involvesPatent === 'yes',
  patentEndsOn: ({ involvesPatent }) => involvesPatent === 'yes',
  contractStatesPatent: ({ involvesPatent }) => involvesPatent === 'yes',
}

function isCoOwned(said: unknown, state: CaseState | undefined): boolean {
  return said === 'yes' || (said === undefined && (state?.title?.data.holders.length ?? 1) > 1)
}

/**
 * What the law of the case waits for is asked first. Where it asks for none of this (the nation's
 * packs advise nobody until they are compared with the gazette), all that applies may be told.
 */
function toldFit(state: CaseState | undefined, data: Filled, missing: readonly string[] = []): Fit {
  const facts = Object.keys(toldData.factsTold.shape)
  const wanted = facts.filter((fact) => missing.includes(fact))
  const isShown = (fact: string) =>
    data[fact] !== undefined ||
    (wanted.length > 0 ? wanted.includes(fact) : (asked[fact]?.(data, state) ?? true))
  return { hides: facts.filter((fact) => !isShown(fact)), wants: [] }
}

/** What was told, the latest answer to each question; and whether several hold the title. */
export function toldFacts(state: CaseState): CaseFacts {
  const holders = state.title?.data.holders.length
  const told = (state.acts['factsTold'] ?? []).map(({ data }) => data as Told)
  return {
    ...(holders !== undefined && { coOwned: holders > 1 }),
    ...Object.fromEntries(
      told
        .flatMap((answers) => Object.entries(answers))
        .flatMap(([fact, said]) => (said === undefined ? [] : [[fact, factOf(said)]])),
    ),
  }
}

/** Answers whose words elsewhere mean something else, as the vocabulary of the law names them. */
const inLaw: Readonly<Record<string, string | boolean | null>> = {
  yes: true,
  no: false,
  gave_up: 'waived',
  takes_it: 'accepted',
  not_offered: null,
  applied_for: 'pending',
}

function factOf(said: string): string | boolean | null {
  return Object.hasOwn(inLaw, said) ? (inLaw[said] ?? null) : said
}
