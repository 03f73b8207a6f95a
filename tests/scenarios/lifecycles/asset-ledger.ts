import type { Scenario } from '../vocabulary/scenario.ts'

export const assetLedger: Scenario = {
  title: {
    zh: '单列台账：研究、开发到入账（上海试点）',
    en: 'On the list of its own: from research to the books (the pilot of Shanghai)',
  },
  story: {
    zh: '成果进入单列台账，取得专利、有了意向，财务判定进入开发阶段，先归集、形成资产后资本化，转让后核减。开发未结束就资本化的，草案提示而不阻断，随后更正；没有判定阶段不能结束开发，权利还在不能销账。',
    en: 'An achievement is entered, gets its patent and an intention to buy, is found to be in development, and is capitalised once an asset resulted. Capitalised too early, the draft advises against it and stops nothing; it is corrected. Nothing leaves the list while the right stands.',
  },
  house: { province: 'CN-SH', pilot: 'listed' },
  async tells({ on, officer, finance, refused, advised, ends }) {
    await on('2026-02-02')
    await officer.opens('asset_ledger', {
      title: '可吸收止血材料（虚构）',
      fundSource: 'public',
      disclosedOn: '2026-01-20',
      disclosesBasics: true,
      disclosesResearchState: true,
      disclosesMarket: true,
      projectContractAttached: true,
      taskBookAttached: true,
      startedOn: '2024-02-01',
      ownedByUnit: true,
      stateAsset: true,
      reviewed: true,
      pilotUnit: true,
    })
    await on('2026-03-02')
    await officer.records('rightObtained', { number: 'ZL-示例-1' })
    await officer.records('intentionRecorded', { document: '意向书（演示）' })
    await refused('no-stage', finance.records('developmentEnded', { assetFormed: true }))
    await on('2026-03-10')
    await finance.records('stageDecided', {
      feasible: true,
      intended: true,
      useful: true,
      resourced: true,
      measurable: true,
      standard: '政府会计准则制度解释（演示）',
      evidence: [{ kind: 'appraisal', document: '评估报告（演示）' }],
      reasons: '条件齐备',
    })
    await on('2026-04-01')
    await finance.records('booked', { treatment: 'capitalise', voucher: '记-1' })
    await advised('sh-pilot-ledger#1-2/a9.p1')
    await finance.records('booked', { treatment: 'collect', voucher: '记-2', corrects: '记-1' })
    await on('2026-06-01')
    await officer.records('contractSigned', { number: '示例-1' })
    await finance.records('developmentEnded', { assetFormed: true })
    await finance.records('booked', { treatment: 'capitalise', voucher: '记-3' })
    const over = { summary: '已转让销账' }
    await refused('right-stands', finance.records('closed', over))
    await on('2026-07-01')
    await officer.records('rightLost', {
      cause: 'transferred',
      performanceChecked: true,
      titleChangeChecked: true,
      legalStatusChecked: true,
    })
    await finance.records('booked', { treatment: 'derecognise', voucher: '记-4' })
    await finance.records('closed', over)
    await ends({ status: 'closed', stage: 'closed', papers: ['asset_ledger-closing-report'] })
  },
}
