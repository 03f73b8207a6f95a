// The report an institution hands in each year (cn-transfer#a21, sh-draft#a21): prepared, reviewed by
// the university where there is one, handed in, and mended when it comes back.
import { z } from 'zod'
import { type ActsState, readers, type StepRule } from '../procedure/acts-state.ts'
import { flag, label, line, onDay, text, underPilot } from '../procedure/fields.ts'
import { procedureOf } from './machine.ts'
import { institutionFacts, ofInstitution } from './of-institution.ts'

const contents = {
  hasAchievements: flag('写明科技成果数量', 'It tells the number of achievements'),
  hasTransfers: flag('写明转化情况', 'It tells of the transfers'),
  hasDistribution: flag('写明收益分配', 'It tells of the distribution'),
  showsModes: flag('写明各类转化方式', 'It shows each kind of transfer'),
  hasCooperation: flag('写明产学研医合作', 'It tells of cooperation'),
  // Asked of the units of a pilot.
  measures: flag('写明试点典型举措', 'It names typical measures of the pilot').optional(),
  problems: flag('写明试点存在问题', 'It names problems of the pilot').optional(),
}

export const data = {
  annualReportPrepared: z.strictObject({
    title: line('报告名称', 'Title'),
    yearEndedOn: onDay('报告年度最后一日', 'Last day of the year'),
    dueOn: onDay('主管部门要求的报送日', 'Day the authority asks the report for').optional(),
    universityAffiliated: flag('高校附属', 'Affiliated to a university'),
    ...ofInstitution,
    pilotUnit: underPilot.pilotUnit,
  }),
  reportReviewedByUniversity: z.strictObject({ opinion: text('高校意见', 'Its opinion') }),
  annualReportSubmitted: z.strictObject({ to: line('报送部门', 'Authority'), ...contents }),
  annualReportReturned: z.strictObject({ reason: text('退回原因', 'Why it came back') }),
  annualReportMended: z.strictObject(contents),
  annualReportAccepted: z.strictObject({ receipt: text('回执', 'Receipt') }),
}
const { latest } = readers(data)

/** What only a report on the pilot tells. */
const pilotFit: StepRule['fits'] = (state) => {
  const prepared = state && latest(state as ActsState, 'annualReportPrepared')
  const asked = ['measures', 'problems']
  return prepared?.data.pilotUnit ? { hides: [], wants: asked } : { hides: asked, wants: [] }
}

export const annualReport = procedureOf({
  id: 'annual_report',
  label: label('年度报告', 'Annual report'),
  purpose: {
    words: label(
      '每年向主管部门报送成果数量、转化和收益分配情况；退回的补正后不算迟报。',
      'Tell the authority each year of achievements, transfers and distribution; what is mended after a return is not late.',
    ),
    cites: ['sh-draft#a21.p1'],
  },
  topics: ['report.annual', 'report.annual-content'],
  steps: [
    {
      type: 'annualReportPrepared',
      label: label('编制年度报告', 'Prepare the report'),
      data: data.annualReportPrepared,
      stage: label('编制', 'Preparing'),
    },
    {
      type: 'reportReviewedByUniversity',
      label: label('登记高校审核', "Record the university's review"),
      data: data.reportReviewedByUniversity,
      besides: true,
    },
    {
      type: 'annualReportSubmitted',
      label: label('报送年度报告', 'Hand the report in'),
      data: data.annualReportSubmitted,
      stage: label('报送', 'Handed in'),
      action: 'reportYear',
      inEffect: true,
      proves: ['annualReportOn'],
      fits: pilotFit,
    },
    {
      type: 'annualReportReturned',
      label: label('报告被退回', 'Record a return'),
      data: data.annualReportReturned,
      repeats: true,
    },
    {
      type: 'annualReportMended',
      label: label('补正报告', 'Mend the report'),
      data: data.annualReportMended,
      repeats: true,
      fits: pilotFit,
    },
    {
      type: 'annualReportAccepted',
      label: label('登记接收', 'Record the acceptance'),
      data: data.annualReportAccepted,
      stage: label('接收', 'Accepted'),
    },
  ],
  facts: (state) => {
    const prepared = latest(state, 'annualReportPrepared')?.data
    const submitted = latest(state, 'annualReportSubmitted')
    const told = latest(state, 'annualReportMended')?.data ?? submitted?.data
    return {
      matter: 'institution',
      ...(prepared && {
        ...institutionFacts(prepared),
        pilotUnit: prepared.pilotUnit,
        universityAffiliated: prepared.universityAffiliated,
        reportYearEndedOn: prepared.yearEndedOn,
        annualReportDueOn: prepared.dueOn ?? null,
      }),
      // The first submission counts for the day: what is mended later does not make it late.
      annualReportOn: submitted?.on ?? null,
      ...(told && {
        annualReportHasAchievements: told.hasAchievements,
        annualReportHasTransfers: told.hasTransfers,
        annualReportHasDistribution: told.hasDistribution,
        annualReportShowsModes: told.showsModes,
        annualReportHasCooperation: told.hasCooperation,
        ...(told.measures !== undefined && { pilotReportHasMeasures: told.measures }),
        ...(told.problems !== undefined && { pilotReportHasProblems: told.problems }),
      }),
    }
  },
  line: (state) => {
    const { title = '', yearEndedOn = '' } = latest(state, 'annualReportPrepared')?.data ?? {}
    return { title, about: [yearEndedOn.slice(0, 4)] }
  },
})
