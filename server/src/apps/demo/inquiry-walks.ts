import { addDays, type Day } from '@yizhuan/kit'
import type { Hospital } from './province.ts'
import { step, type Walk } from './walk.ts'

// Matters beside achievements: an inquiry into relief, a platform company, a right that is given up.

/** The walks of such matters in a hospital. */
export function inquiryWalks(hospital: Hospital): readonly Walk[] {
  if (hospital.code === 'a') return [inquiry(hospital), company()]
  return hospital.code === 'd' ? [abandonment(hospital)] : []
}

/** An inquiry after an audit: the facts are gathered, the person is called to a hearing. */
function inquiry({ people }: Hospital): Walk {
  const [concerned, investigator] = [people[20], people[21]]
  if (!concerned || !investigator)
    throw new TypeError('A hospital of the demonstration has people.')
  return {
    procedure: 'exemption',
    daysAgo: 5,
    steps: [
      step('exemptionOpened', 'discipline', 0, (on, dayBefore) => ({
        title: '示例许可定价免责调查（演示）',
        trigger: 'audit',
        account: '审计提出：许可价格低于一年后同类成果成交价（演示）',
        triggeredOn: dayBefore,
        conduct: '协议定价且决定不评估（演示）',
        conductOn: addDays(on as Day, -100),
        procedureMade: true,
        procedureRule: '院纪发（示例）2号（虚构）',
        subjects: [
          { name: concerned.name, person: concerned.id, relief: 'person', role: 'manager' },
        ],
      })),
      step('investigatorsNamed', 'discipline', 2, {
        investigators: [{ name: investigator.name, person: investigator.id }],
      }),
      step('evidenceGathered', 'discipline', 3, { note: '调取单位制度（演示）' }),
      step('interviewed', 'discipline', 3, {
        name: '成果转化办公室经办人（演示）',
        notes: '说明了询价和集体研究的经过（演示）',
      }),
      step('hearingCalled', 'discipline', 4, (on) => ({
        name: concerned.name,
        hearingOn: on,
        how: '书面通知（演示）',
      })),
    ],
  }
}

/** A company on its way: counted and decided, the conditions are not all met yet. */
function company(): Walk {
  const plans = ['止血材料', '肺功能训练器', '影像判读软件', '甲基化检测试剂'].map(
    (name, year) => ({
      achievement: `${name}（虚构）`,
      year: 2026 + year,
      mode: 'license',
      deals: 1,
      isFinished: false,
    }),
  )
  return {
    procedure: 'platform_company',
    daysAgo: 7,
    steps: [
      step('companyPlanned', 'officer', 0, (_on, dayBefore) => ({
        title: '设立成果转化平台公司（演示）',
        company: '示例医转科技有限公司（虚构）',
        level: 'provincial',
        placeLevel: 'provincial',
        plans,
        workSchemeMade: true,
        riskRuleOn: dayBefore,
        stateAssetRuleOn: dayBefore,
      })),
      step(
        'decided',
        'leaders',
        10,
        {
          result: 'passed',
          minuted: true,
          quorate: true,
          recusalObserved: true,
          members: 9,
          present: 9,
          votesFor: 9,
          votesAgainst: 0,
          abstentions: 0,
        },
        '会议记录和决议（演示）.txt',
      ),
    ],
  }
}

/** A patent nobody wants: its inventors were asked, and the notice runs. */
function abandonment({ people }: Hospital): Walk {
  const names = people.slice(12, 14).map(({ name }) => name)
  return {
    procedure: 'abandonment',
    daysAgo: 6,
    steps: [
      step('abandonmentProposed', 'officer', 0, (on) => ({
        title: '放弃示例专利（演示）',
        right: '一种可调式示例支架（虚构）',
        number: 'ZL-示例-0001',
        kind: 'granted',
        cause: 'no_market',
        reason: '公开征询三年，没有企业有意（演示）',
        feeDueOn: addDays(on as Day, 200),
        completers: names,
        assetConfirmed: true,
      })),
      step('valueReviewed', 'reviewer', 5, {
        outcome: 'abandon',
        opinion: '已有替代技术，维持费用高于预期收益（演示）',
        interestSought: true,
        licensed: false,
        pledged: false,
      }),
      step('completersNotified', 'officer', 2, { informed: true, how: '书面通知（演示）' }),
      ...names.map((name) => step('completerAnswered', 'officer', 2, { name, answer: 'consents' })),
      step('noticePublished', 'officer', 3, {
        subject: '放弃“一种可调式示例支架”专利权（虚构）',
        terms: '公示期满无有效异议，专利权自动放弃（演示）',
        objectionProcedure: '实名书面提交至转化部门（演示）',
        department: '成果转化办公室（演示）',
      }),
    ],
  }
}
