// Joining a pilot of reform, and what its units owe from then on (sh-pilot#h1.i3, h3, h5.i2).
import { z } from 'zod'
import { has, readers } from '../procedure/acts-state.ts'
import { code, flag, label, line, onDay, text, underPilot } from '../procedure/fields.ts'
import { procedureOf } from './machine.ts'

const ruleTopics = [
  'empowerment',
  'separate_list',
  'diligence_exemption',
  'income_distribution',
  'founding',
] as const

const data = {
  pilotNoticed: z.strictObject({
    title: line('事项名称', 'Title'),
    notice: line('申报通知文号', 'Number of the call'),
    optedIn: underPilot.optedIn,
  }),
  pilotApplied: z.strictObject({
    plan: text('试点工作实施方案', 'Work plan'),
    willStrong: flag('改革试点意愿强烈', 'The will to take part is strong'),
    mechanismComplete: flag('转化机制完备', 'The mechanism of transfer is complete'),
    demonstrates: flag('示范作用突出', 'The institution shows others the way'),
  }),
  pilotReviewed: z.strictObject({ opinion: text('专家论证意见', 'Opinion of the experts') }),
  pilotListed: z.strictObject({
    document: line('试点名单文号', 'Number of the list'),
    startedOn: onDay('试点启动日', 'Day the pilot began').optional(),
  }),
  pilotRuleMade: z.strictObject({
    topic: code(ruleTopics, '制度', 'Rule'),
    document: line('制度文号', 'Number of the rule'),
    inForceOn: onDay('施行日', 'First day in force'),
  }),
  pilotMeetingHeld: z.strictObject({
    quarter: line('季度', 'Quarter'),
    summary: text('交流会情况', 'What was said'),
  }),
  pilotYearReported: z.strictObject({
    yearEndedOn: onDay('报告年度最后一日', 'Last day of the year'),
    measures: flag('写明典型举措', 'It names typical measures'),
    problems: flag('写明存在问题', 'It names problems'),
  }),
}
const { latest, all } = readers(data)

export const pilot = procedureOf({
  id: 'pilot',
  label: label('改革试点', 'Pilot of reform'),
  purpose: {
    words: label(
      '申报创新改革试点，列入名单后按期建立制度、参加交流、逐年报告。',
      'Apply for the pilot; once listed, make its rules, meet and report each year.',
    ),
    cites: ['sh-pilot#h5.i2.p1'],
  },
  topics: [
    'pilot.criteria',
    'pilot.listing',
    'pilot.term',
    'rules.empowerment',
    'rules.separate-list',
    'rules.diligence-exemption',
    'rules.income-distribution',
    'rules.founding',
    'report.annual',
    'report.annual-content',
  ],
  steps: [
    {
      type: 'pilotNoticed',
      label: label('登记申报通知', 'Record the call'),
      data: data.pilotNoticed,
      stage: label('申报通知', 'Call'),
    },
    {
      type: 'pilotApplied',
      label: label('提交试点申请', 'Apply'),
      data: data.pilotApplied,
      stage: label('申请', 'Application'),
      proves: ['pilotPlanMade'],
    },
    {
      type: 'pilotReviewed',
      label: label('登记专家论证', 'Record the review of experts'),
      data: data.pilotReviewed,
      stage: label('专家论证', 'Review'),
    },
    {
      type: 'pilotListed',
      label: label('列入试点名单', 'Listed'),
      data: data.pilotListed,
      stage: label('列入名单', 'Listing'),
      action: 'joinPilot',
      inEffect: true,
    },
    {
      type: 'pilotRuleMade',
      label: label('登记配套制度', 'Record a supporting rule'),
      data: data.pilotRuleMade,
      repeats: true,
    },
    {
      type: 'pilotMeetingHeld',
      label: label('登记季度交流会', 'Record the meeting of a quarter'),
      data: data.pilotMeetingHeld,
      repeats: true,
    },
    {
      type: 'pilotYearReported',
      label: label('提交年度报告', 'Hand in the report of a year'),
      data: data.pilotYearReported,
      action: 'reportYear',
      repeats: true,
    },
  ],
  facts: (state) => {
    const noticed = latest(state, 'pilotNoticed')?.data
    const applied = latest(state, 'pilotApplied')?.data
    const listed = latest(state, 'pilotListed')
    const report = latest(state, 'pilotYearReported')
    return {
      matter: 'institution',
      pilotUnit: listed !== undefined,
      ...(noticed && { optedIn: noticed.optedIn }),
      pilotListedOn: listed?.on ?? null,
      pilotStartedOn: listed?.data.startedOn ?? null,
      pilotPlanMade: has(state, 'pilotApplied'),
      pilotReviewedOn: latest(state, 'pilotReviewed')?.on ?? null,
      ...(applied && {
        pilotWillStrong: applied.willStrong,
        transferMechanismComplete: applied.mechanismComplete,
        demonstratesTransfer: applied.demonstrates,
      }),
      internalRules: all(state, 'pilotRuleMade').map(({ data: { topic, inForceOn } }) => ({
        topic,
        inForceOn,
      })),
      ...(report && {
        reportYearEndedOn: report.data.yearEndedOn,
        annualReportOn: report.on,
        pilotReportHasMeasures: report.data.measures,
        pilotReportHasProblems: report.data.problems,
      }),
    }
  },
  line: (state) => {
    const { title = '', notice = '' } = latest(state, 'pilotNoticed')?.data ?? {}
    return { title, about: [notice] }
  },
})
