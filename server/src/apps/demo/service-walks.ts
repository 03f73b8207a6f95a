import { addDays, type Day } from '@yizhuan/kit'
import { researcherOf, tiedFirm } from './house.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'
import { step, type Walk } from './walk.ts'

// Commissioned work of the first hospital: a development that is settled a second time, and a service whose
// team has to do with the client.

export function serviceWalks(hospital: Hospital, today: Day): readonly Walk[] {
  return hospital.code === 'a' ? [development(hospital, today), related(hospital)] : []
}

const member = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  ...{ name, person: id, isInventor: true, isChief: false, holdsLeadingPost: false },
})

const approval = { body: '科技成果转化工作例会（演示）', document: '三技批〔2026〕3号（演示）' }

function development(hospital: Hospital, today: Day): Walk {
  const team = [researcherOf(hospital), inventorOf(hospital)] as const
  const statement = (number: string, taxes: string, performanceCosts: string) => ({
    ...{ method: 'actual_cost', taxes, performanceCosts, statement: number },
  })
  return {
    procedure: 'service_contract',
    daysAgo: 4,
    steps: [
      step('serviceOpened', 'officer', 0, {
        ...{ title: '术中导航探头标定方法开发', kind: 'development' },
        ...{ client: '珠湾精仪医疗科技有限公司（虚构）', team: team.map(member) },
        relatedPartiesDeclared: true,
      }),
      step('contractApproved', 'reviewer', 4, approval),
      step('serviceSigned', 'officer', 6, {
        ...{ number: 'SJ-2026-012（演示）', price: '96000000', performUntil: addDays(today, 200) },
      }),
      step('serviceRegistered', 'officer', 12, {
        ...{ outcome: 'registered', number: '2026440100007731' },
      }),
      step('incomeReceived', 'finance', 9, { amount: '48000000', voucher: '收 2026-0311（演示）' }),
      step('serviceAccepted', 'officer', 30, {
        ...{ note: '第一阶段样机标定合格（演示）', acceptedBy: '委托方项目组（演示）' },
      }),
      step('netSettled', 'finance', 5, statement('结 2026-07（演示）', '2717000', '11283000')),
      ...planned(team, '20400000'),
      step('rewardPaid', 'finance', 5, {
        lines: [
          { name: team[0].name, amount: '13600000' },
          { name: team[1].name, amount: '6800000' },
        ],
        proof: '付 2026-0398（演示）',
        ...{ countedInWages: true, cappedByWages: false, carriedIntoBase: false },
      }),
      step('incomeReceived', 'finance', 36, {
        amount: '28800000',
        voucher: '收 2026-0907（演示）',
      }),
      step('netSettled', 'finance', 6, statement('结 2026-15（演示）', '1630000', '9170000')),
      // Everybody agreed: it waits for the next batch.
      ...planned(team, '10800000'),
    ],
  }
}

type Doer = Parameters<typeof member>[0]

/** A plan of two thirds and a third, and the paper on which its members agreed. */
function planned([first, second]: readonly [Doer, Doer], pool: string) {
  return [
    step('rewardPlanned', 'officer', 2, {
      ...{ pool, rule: '三技奖酬〔2025〕2号（演示）', ruleInForceOn: '2025-01-01', share: '60%' },
      lines: [
        { ...member(first), share: '2/3' },
        { ...member(second), share: '1/3' },
      ],
    }),
    ...[first, second].map(({ name }) =>
      step('rewardAgreed', 'officer', 1, { member: name, paper: '团队分配协议签字页（演示）' }),
    ),
  ]
}

/** Who signs in as an inventor, and finds a reward of their own. */
function inventorOf(hospital: Hospital): Doer {
  const found = hospital.people[offices.findIndex(({ login }) => login === 'inventor')]
  if (!found) throw new TypeError('A hospital of the demonstration has an inventor.')
  return found
}

/** The spouse of somebody in the team has shares in the client: it does not count in appraisals. */
function related(hospital: Hospital): Walk {
  const tied = inventorOf(hospital)
  return {
    procedure: 'service_contract',
    daysAgo: 7,
    steps: [
      step('serviceOpened', 'officer', 0, {
        ...{ title: '医用敷料生物相容性检测服务', kind: 'service', client: tiedFirm },
        ...{ team: [member(tied)], relatedPartiesDeclared: true },
        related: '项目组成员的近亲属持有委托方股份，已申报（演示）',
      }),
      step('contractApproved', 'reviewer', 3, { ...approval, recused: [tied.name] }),
      step('serviceSigned', 'officer', 5, { number: 'SJ-2026-019（演示）', price: '12600000' }),
      step('serviceRegistered', 'officer', 10, { outcome: 'not_technology' }),
      step('incomeReceived', 'finance', 6, { amount: '6300000', voucher: '收 2026-0815（演示）' }),
    ],
  }
}
