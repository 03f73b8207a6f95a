import { addDays, type Day } from '@yizhuan/kit'
import type { Entered } from './cases.ts'
import { toldOf } from './inventions.ts'
import type { Hospital } from './province.ts'
import { step, type Walk } from './walk.ts'

// Cases of procedures other than a transfer, each somewhere on its way.

/** The walks of a hospital beside its transfers. */
export function otherWalks(
  hospital: Hospital,
  inventions: readonly Entered[],
  today: Day,
): readonly Walk[] {
  const about = (index: number): Entered => {
    const found = inventions[inventions.length - 1 - index]
    if (!found) throw new TypeError('A hospital of the demonstration has inventions.')
    return found
  }
  if (hospital.code === 'a') {
    return [ownership(about(0)), useFirst(hospital, about(1), today), preparation()]
  }
  // The hospital of the pilot in Shanghai.
  return hospital.code === 'd' ? [longTermUse(about(0), today), rectified()] : []
}

const who = ({ title, id, inventors }: Entered) => ({
  achievement: title,
  ...(id !== undefined && { achievementId: id }),
  team: inventors.map(({ person: { id: person, name }, percent }) => ({
    name,
    person,
    isInventor: true,
    isChief: false,
    holdsLeadingPost: false,
    share: `${percent}%`,
  })),
})

const withoutShares = ({ team, ...rest }: ReturnType<typeof who>) => ({
  ...rest,
  team: team.map(({ share: _share, ...member }) => member),
})

const prepared = (invention: Entered, title: string) => ({
  title: `${invention.title}${title}`,
  ...who(invention),
  representative: invention.inventors[0]?.person.name ?? '',
  agreedInWriting: true,
})
const listed = { pilotUnit: true, pilotListedOn: '2026-01-05' }
const enabling = {
  plan: '由团队与合作企业共同实施转化（演示）',
  enabled: true,
  planMade: true,
  divided: true,
  unitInterest: '净收入的三成归单位（演示）',
}
const screened = {
  stateSecret: 'no',
  nationalSecurity: 'no',
  keyTechnology: 'no',
  titleRegistered: true,
  titleDisputed: false,
  prospectClear: true,
  recipientKnown: true,
  willStrong: true,
  ethics: 'not_applicable',
}
const passed = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  members: 9,
  present: 9,
  votesFor: 8,
  votesAgainst: 0,
  abstentions: 1,
}
const published = {
  objectionProcedure: '公示期内向科技成果转化部门实名书面提出（演示）',
  department: '科技成果转化部门（演示）',
}
const clauses = {
  statesIncome: true,
  statesDecision: true,
  statesCosts: true,
  statesUpkeep: true,
  statesDuties: true,
}

/** Ownership on its way: the notice runs. */
function ownership(invention: Entered): Walk {
  return {
    procedure: 'empowerment_ownership',
    daysAgo: 6,
    steps: [
      step('ownershipPrepared', 'officer', 0, prepared(invention, '赋权（所有权）')),
      step('applied', 'officer', 3, { ownershipShare: '70%', ...enabling }),
      step('screened', 'reviewer', 5, screened),
      step('decided', 'leaders', 7, passed, '会议记录和决议（演示）.txt'),
      step('noticePublished', 'officer', 2, {
        subject: `赋予“${invention.title}”完成人职务科技成果所有权`,
        team: invention.inventors.map(({ person }) => person.name).join('、'),
        terms: '完成人七成、单位三成（演示）',
        ...published,
      }),
    ],
  }
}

/** Long-term use that has begun and was sublicensed. */
function longTermUse(invention: Entered, today: Day): Walk {
  const endsOn = addDays(today, 3650)
  return {
    procedure: 'empowerment_use',
    daysAgo: 12,
    steps: [
      step('usePrepared', 'officer', 0, prepared(invention, '赋权（长期使用权）')),
      step('applied', 'officer', 3, {
        way: 'jointly',
        endsOn,
        incomeShare: '80%',
        ...enabling,
        ...listed,
      }),
      step('screened', 'reviewer', 5, screened),
      step('decided', 'leaders', 7, passed, '会议记录和决议（演示）.txt'),
      step('noticePublished', 'officer', 2, {
        subject: `赋予“${invention.title}”完成人长期使用权`,
        terms: '使用期限十年，净收入八成归团队（演示）',
        ...published,
      }),
      step('noticeCertified', 'officer', 27, (_on, dayBefore) => ({ lastShownOn: dayBefore })),
      step('agreed', 'officer', 4, { endsOn, sublicence: 'sublicence_free', ...clauses }),
      step('useBegan', 'officer', 2, { entry: '使用权登记-1（演示）' }),
      step('sublicensed', 'officer', 20, {
        licensee: '示例生物科技有限公司（虚构）',
        endsOn,
        notified: true,
        consented: false,
      }),
    ],
  }
}

/** A firm that was founded before the pilot, on its way to be put right: the notice runs. */
function rectified(): Walk {
  return {
    procedure: 'rectification',
    daysAgo: 5,
    steps: [
      step('foundingDeclared', 'officer', 0, {
        title: '示例材料公司过往创办整改',
        researcher: '示例申报人',
        company: '示例材料科技有限公司（虚构）',
        foundedOn: '2023-05-04',
        voluntary: true,
        ...listed,
      }),
      step('traced', 'legal', 12, {
        achievements: '载药骨填充材料（演示）',
        titleOf: '单位单独所有（演示）',
        period: '2023年5月至今',
        complete: true,
      }),
      step('screened', 'reviewer', 6, {
        stateSecret: false,
        ethics: 'passed',
        conditionsMet: true,
        appropriated: false,
        opinion: '可以整改（演示）',
      }),
      step('proposed', 'officer', 5, {
        settlement: '按历年销售额的百分之五补缴（演示）',
        amount: '86000000',
        future: 'by_use',
        income: '今后每年净收入的三成归单位（演示）',
      }),
      step('decided', 'leaders', 6, passed, '会议记录和决议（演示）.txt'),
      step('noticePublished', 'officer', 2, {
        subject: '示例材料科技有限公司（虚构）过往创办整改',
        terms: '补缴八十六万元，今后以长期使用权继续实施（演示）',
        ...published,
      }),
    ],
  }
}

/** An achievement that a small firm uses before it pays. */
function useFirst(hospital: Hospital, invention: Entered, today: Day): Walk {
  const terms = {
    period: addDays(today, 180),
    fee: '0',
    field: '基层医疗机构（演示）',
    trigger: '完成三百例使用并评估合格（演示）',
    pricedBy: 'formula',
    formula: '按销售额的百分之五计价（演示）',
  }
  const madeOn = addDays(today, -150)
  return {
    procedure: 'use_first',
    daysAgo: 9,
    steps: [
      step('useFirstOffered', 'officer', 0, {
        title: `${invention.title}先用后付费`,
        ...withoutShares(who(invention)),
        ruled: true,
        fundSet: true,
        viaPlatformCompany: false,
        viaProvincialPlatform: true,
        universityAffiliated: false,
        workloadLedgerKept: true,
      }),
      step('disclosed', 'officer', 1, { ...toldOf(invention), onTask: true, madeOn }),
      step('titleRegistered', 'officer', 0, {
        holders: [{ name: hospital.name, share: '100%' }],
        disputed: false,
      }),
      step('requested', 'officer', 1, {
        enterprise: '样例器械有限公司（虚构）',
        size: 'small',
        way: 'pay',
        purpose: '在三家基层机构试用（演示）',
      }),
      step('screened', 'reviewer', 2, {
        stateSecret: 'no',
        nationalSecurity: 'no',
        keyTechnology: 'no',
      }),
      step('accepted', 'officer', 1, {
        stateOwned: false,
        appraisal: 'waived',
        appraisalReason: '使用期免费，转化时按销售额计价（演示）',
        appraisalDecidedBy: '转化工作领导小组（演示）',
        relatedPartiesDeclared: true,
      }),
      step('proposed', 'officer', 6, {
        ...terms,
        talks: '商定试用范围和触发条件（演示）',
        distribution: '净收入的七成归团队（演示）',
      }),
      step('reviewed', 'reviewer', 3, {
        outcome: 'passed',
        opinion: '同意提交公示（演示）',
        ethics: 'passed',
        compliance: 'passed',
        risk: 'passed',
      }),
      step('noticePublished', 'officer', 2, {
        achievement: invention.title,
        team: invention.inventors.map(({ person }) => person.name).join('、'),
        way: 'pay',
        counterparty: '样例器械有限公司（虚构）',
        ...terms,
        distribution: '净收入的七成归团队（演示）',
        ...published,
      }),
      step('noticeCertified', 'officer', 27, (_on, dayBefore) => ({ lastShownOn: dayBefore })),
      step('decided', 'leaders', 3, passed, '会议记录和决议（演示）.txt'),
      step('signed', 'officer', 4, {
        counterparty: '样例器械有限公司（虚构）',
        ...terms,
        byInstitution: true,
        byPlatformCompany: false,
        byInventor: false,
        confidentiality: true,
        liability: true,
        returns: true,
        statesMode: true,
        statesPrice: true,
        statesMilestones: true,
        statesJointDevelopment: true,
        statesCooperation: true,
      }),
      step('contractRegistered', 'officer', 5, {
        outcome: 'registered',
        number: '示例先用-1',
      }),
      step('reported', 'officer', 3, {
        hasDecisions: true,
        hasContract: true,
        hasIncome: true,
        // What comes in is known once the use is paid for.
        provisional: true,
        through: 'platform',
      }),
      step('useBegan', 'officer', 2, { handedOver: '样品三十套和操作手册（演示）' }),
      step('supportPaid', 'finance', 6, {
        amount: '3000000',
        purpose: '试用物料（演示）',
        voucher: '引-2026-1',
      }),
    ],
  }
}

/** A preparation that waits for the permission of the regulator. */
function preparation(): Walk {
  return {
    procedure: 'preparation',
    daysAgo: 4,
    steps: [
      step('preparationOffered', 'officer', 0, {
        title: '示例止咳颗粒调剂',
        preparation: '示例止咳颗粒（虚构）',
        approvalNumber: '示制字Z0001',
        onList: true,
        chineseMedicine: true,
      }),
      step('allocationRequested', 'officer', 5, {
        receiver: '示例社区卫生服务中心（虚构）',
        destination: 'province',
        quantity: '两千盒',
      }),
    ],
  }
}
