import { addDays } from '@yizhuan/kit'
import {
  assessFund,
  foundFund,
  type Movement,
  meetMilestone,
  moveMoney,
  startProject,
} from '../../modules/funds/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Author } from '../../platform/register.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

// A proof-of-concept fund with two projects, one of which has drawn on a milestone, and a guidance fund
// that has promised nothing yet.

/** Founds the funds of the first hospital and has them support two projects. */
export async function loadFunds({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const today = clock.today()
  const ago = (days: number) => addDays(today, -days)
  const [officer, leader] = [holder(hospital, 'officer'), holder(hospital, 'leaders')]
  const finance = holder(hospital, 'finance')
  const found = { approvedBy: '院长办公会（演示）', files: [], remark: null }
  const moves = (by: Author, kind: Movement['kind'], fen: string, days: number) => ({
    by,
    told: {
      ...{ kind, fen, on: ago(days), project: null, party: null, milestone: null, files: [] },
      ...{ through: 'bank' as const, reference: `示例凭证 ${ago(days)}` },
    },
  })
  await asSystem(db, hospital.id, async (tx) => {
    const guidance = accepted(
      await foundFund(tx, clock, leader, {
        ...{ ...found, number: 'YD-01', name: '成果转化引导资金（演示）', kind: 'guidance' },
        ...{ foundedOn: ago(300), rule: '引导资金管理办法第四条（演示）', byMilestone: true },
      }),
    ).id
    const concept = accepted(
      await foundFund(tx, clock, leader, {
        ...{ ...found, number: 'GN-01', name: '概念验证资金（演示）', kind: 'proof_of_concept' },
        ...{ foundedOn: ago(280), rule: null, byMilestone: false },
      }),
    ).id
    const start = async (title: string, stage: 'prototype' | 'validation', dues: number[]) =>
      accepted(
        await startProject(tx, clock, officer, concept, {
          ...{ title, stage, lead: '孟知秋（演示）', achievement: null, startedOn: ago(200) },
          milestones: dues.map((days, at) => ({
            title: ['样机检测报告', '小试验证报告'][at] ?? '结题报告',
            dueOn: addDays(today, days),
          })),
        }),
      ).id
    const sensor = await start('可穿戴渗漏传感器（演示）', 'validation', [-60, 25])
    const mesh = await start('可吸收补片涂层（演示）', 'prototype', [70])
    const says = async (
      fund: string,
      { by, told }: ReturnType<typeof moves>,
      more: Partial<Movement> = {},
    ) => accepted(await moveMoney(tx, clock, by, fund, { ...told, ...more }))
    await says(guidance, moves(finance, 'contributed', '200000000', 290), {
      ...{ party: '本单位留归收益（演示）', through: 'house' },
    })
    await says(concept, moves(finance, 'contributed', '150000000', 270), {
      party: '示例市科技基金（虚构）',
    })
    const within = { through: 'house' as const }
    const toSensor = { project: sensor }
    await says(concept, moves(leader, 'committed', '60000000', 198), { ...toSensor, ...within })
    await says(concept, moves(finance, 'drawn', '20000000', 180), {
      ...{ ...toSensor, party: '示例检测公司（虚构）' },
    })
    await says(concept, moves(leader, 'committed', '35000000', 150), { project: mesh, ...within })
    const place = { fund: concept, project: sensor, place: 1 }
    const proof = { metOn: ago(62), evidence: '检测报告 SJ-0117（演示）', files: [] }
    accepted(await meetMilestone(tx, clock, officer, place, proof))
    await says(concept, moves(finance, 'drawn', '25000000', 50), {
      ...{ ...toSensor, party: '示例检测公司（虚构）', milestone: 1 },
    })
    await says(concept, moves(finance, 'returned', '1500000', 20), {
      ...{ ...toSensor, party: '示例检测公司（虚构）' },
    })
    const weights = { preservationWeight: '15%', largestOtherWeight: '30%' }
    const told = { periodsAssessedApart: true, fundAssessedAsWhole: true, ...weights }
    accepted(await assessFund(tx, clock, leader, guidance, told))
  })
}
