import { addDays, type Day } from '@yizhuan/kit'
import { decideProposals, proposalsOf, recordCost } from '../../modules/assets/index.ts'
import { addEntry, enterProject } from '../../modules/projects/index.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import { type Entered, lead } from './cases.ts'
import type { Hospital } from './province.ts'
import { step, type Walk } from './walk.ts'

// An achievement on its way through the ledger of assets: research, then development; its costs of both;
// what came before is booked, the month that runs waits for finance.

/** Enters the ledger of a hospital's assets; only the first hospital keeps one. */
export async function loadAssets(
  context: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
): Promise<void> {
  if (hospital.code !== 'a') return
  const invention = inventions[0]
  const id = invention?.id
  if (!invention || id === undefined) throw new TypeError('The first invention is registered.')
  const today = context.clock.today()
  await asSystem(context.db, hospital.id, async (tx) => {
    const costs = [
      [150, 'materials', '1860000', '耗材采购（演示）'],
      [120, 'testing', '3250000', '第三方检验（演示）'],
      [40, 'trials', '9800000', '临床试验首付（演示）'],
      [6, 'services', '2600050', '设计定型服务（演示）'],
    ] as const
    for (const [ago, kind, amountFen, words] of costs) {
      const spentOn = addDays(today, -ago)
      const voucher = `记-${spentOn.slice(0, 7)}-${kind}（演示）`
      const cost = { spentOn, kind, amountFen, funding: 'public' as const, voucher, words }
      const told = { ...cost, voucherFen: null, files: [] }
      const outcome = await recordCost(tx, context.clock, holder(hospital, 'officer'), id, told)
      accepted(outcome)
    }
    await bookFormer(tx, hospital, today)
    // The case began later: what was booked before it is no act of it.
    await lead(tx, context, hospital, walkOf(invention, id, today), today)
    await keepProject(tx, context, hospital, { invention, id, today })
  })
}

/** A project with its ledger of work: what the inventor of the office's account did waits for their word. */
async function keepProject(
  tx: Tx,
  { clock }: Context,
  hospital: Hospital,
  { invention, id, today }: { invention: Entered; id: string; today: Day },
): Promise<void> {
  const officer = holder(hospital, 'officer')
  const clinician = holder(hospital, 'inventor')
  const [lead = { person: { id: null, name: clinician.name } }] = invention.inventors
  const entered = await enterProject(tx, clock, officer, {
    number: `KY-${today.slice(0, 4)}-07`,
    title: `${invention.title}的研究（演示）`,
    leader: lead.person.name,
    leaderPerson: lead.person.id,
    funding: [
      {
        ...{ kind: 'public' as const, name: '省级科研课题（演示）', amountFen: '50000000' },
        startedOn: addDays(today, -900),
      },
      {
        ...{ kind: 'own' as const, name: '院内配套（演示）', amountFen: '10000000' },
        startedOn: addDays(today, -880),
      },
    ],
    fromDay: addDays(today, -900),
    toDay: null,
    achievements: [id],
    remark: null,
  })
  const project = accepted(entered)
  const about = { personId: clinician.person, personName: clinician.name }
  const entries = [
    [880, 'joined', '加入课题组，负责临床需求（演示）', null],
    [700, 'division', '承担动物实验方案和实施（演示）', null],
    [210, 'progress', '完成样机第三轮改进（演示）', null],
    [60, 'result', '完成十二例可用性评价（演示）', null],
    [20, 'share', '按分工和实际工作量测算（演示）', '30%'],
  ] as const
  for (const [ago, kind, words, share] of entries) {
    const outcome = await addEntry(tx, clock, officer, project.id, {
      ...{ kind, words, share, ...about, files: [], corrects: null, isMeant: false },
      onDay: addDays(today, -ago),
    })
    accepted(outcome)
  }
}

/** What finance booked of the costs of research, before development began. */
async function bookFormer(tx: Tx, of: Hospital, today: Day): Promise<void> {
  const on = addDays(today, -95)
  const clock = clockAt(new Date(`${on}T10:00:00+08:00`))
  const period = on.slice(0, 7)
  const open = await proposalsOf(tx, of.id, { period, today: on })
  const items = open.map(({ achievement, title, step: at, amountFen }) => ({
    ...{ achievement, title, step: at, amountFen },
    treatment: 'expense' as const,
  }))
  const order = { period, accept: true, voucher: `转-${period}（演示）`, reason: null, items }
  const outcome = await decideProposals(tx, clock, holder(of, 'finance'), order)
  accepted(outcome)
}

function walkOf({ title }: Entered, achievementId: string, today: Day): Walk {
  return {
    procedure: 'asset_ledger',
    daysAgo: 60,
    steps: [
      step('assetEntered', 'officer', 0, (on) => ({
        achievementId,
        title,
        fundSource: 'public',
        disclosedOn: on,
        disclosesBasics: true,
        disclosesResearchState: true,
        disclosesMarket: true,
        projectContractAttached: true,
        taskBookAttached: true,
        startedOn: addDays(today, -900),
        ownedByUnit: true,
        stateAsset: true,
        reviewed: true,
      })),
      step('intentionRecorded', 'officer', 30, { document: '合作意向书（演示）' }),
      step('stageDecided', 'finance', 5, {
        feasible: true,
        intended: true,
        useful: true,
        resourced: true,
        measurable: true,
        standard: '本单位会计制度（演示）',
        evidence: [{ kind: 'appraisal', document: '以转化为目的的技术评估报告（演示）' }],
        reasons: '样机已通过型式检验，意向单位明确（演示）',
      }),
    ],
  }
}
