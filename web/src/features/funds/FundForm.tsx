import type { ReactNode } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { type Asked, SmallForm } from '../../ui/SmallForm.tsx'
import { type FundWire, projectStages, tellFund, useRereadFund } from './fund.api.ts'

/** The form that is open on the page of a fund. */
export type OpenFundForm =
  | { readonly is: 'payment' | 'commitment' | 'project' | 'assessment' | 'rule' }
  | { readonly is: 'correction'; readonly line: number }
  | { readonly is: 'stage'; readonly project: string; readonly stage: string }
  | { readonly is: 'addMilestone'; readonly project: string }
  | {
      readonly is: 'milestone' | 'takeBackMilestone'
      readonly project: string
      readonly place: number
      readonly title: string
    }

type Body = Readonly<Record<string, unknown>>

interface Form {
  readonly title: string
  readonly lead?: ReactNode
  readonly asked: readonly Asked[]
  readonly withFiles?: boolean
  readonly isDanger?: boolean
  readonly path: string
  readonly bodyOf?: (body: Body) => Body
}

/** Whatever is told of a fund, a few questions at a time. */
export function FundForm(props: { one: FundWire; open: OpenFundForm; onClose: () => void }) {
  const { one, open, onClose } = props
  const reread = useRereadFund(one.id)
  const { path, bodyOf = (body: Body) => body, ...form } = useForm(one, open)
  return (
    <SmallForm
      {...form}
      act={form.title}
      onSend={(body) => tellFund(`/funds/${one.id}${path}`, bodyOf(body))}
      onDone={reread}
      onClose={onClose}
    />
  )
}

function useForm(one: FundWire, open: OpenFundForm): Form {
  const { t } = useLanguage()
  const must = (name: string, as: Asked['as'], label: string): Asked => ({
    ...{ name, as, label, isRequired: true },
  })
  const yesNo = [
    { value: 'yes', label: t('general.yes') },
    { value: 'no', label: t('general.no') },
  ]
  const projects = one.supported.map(({ id, title }) => ({ value: id, label: title }))
  const project: Asked = { ...must('project', 'choice', t('funds.project')), choices: projects }
  const stage: Asked = {
    ...must('stage', 'choice', t('funds.stage')),
    choices: projectStages.map((value) => ({ value, label: t(`funds.stages.${value}`) })),
  }
  const amount = [
    must('fen', 'amount', t('funds.amount')),
    must('on', 'day', t('funds.day')),
    must('reference', 'line', t('funds.reference')),
  ]
  switch (open.is) {
    case 'payment':
      return {
        title: t('funds.enterPayment'),
        lead: t('funds.paymentNote'),
        path: '/payments',
        withFiles: true,
        bodyOf: ({ milestone, ...body }) => ({ ...body, milestone: numberOf(milestone) }),
        asked: paymentAsked(t, one, project, amount),
      }
    case 'commitment':
      return {
        title: t('funds.promise'),
        lead: t('funds.promiseNote'),
        path: '/commitments',
        withFiles: true,
        asked: [
          {
            ...must('kind', 'choice', t('funds.what')),
            choices: (['committed', 'released'] as const).map((value) => ({
              ...{ value, label: t(`funds.movements.${value}`) },
            })),
          },
          project,
          ...amount,
        ],
      }
    case 'project':
      return {
        title: t('funds.startProject'),
        path: '/projects',
        bodyOf: projectBody,
        asked: [
          must('title', 'line', t('funds.project')),
          must('lead', 'line', t('funds.leader')),
          { ...stage, first: 'concept' },
          must('startedOn', 'day', t('funds.startedOn')),
          {
            ...{ name: 'milestones', as: 'text', label: t('funds.milestones') },
            hint: t('funds.milestonesHint'),
          },
        ],
      }
    case 'assessment': {
      const told = one.assessment
      const asked = (name: 'periodsAssessedApart' | 'fundAssessedAsWhole'): Asked => ({
        ...{ ...must(name, 'choice', t(`funds.${name}`)), choices: yesNo },
        ...(told && { first: told[name] ? 'yes' : 'no' }),
      })
      const weight = (name: 'preservationWeight' | 'largestOtherWeight'): Asked => ({
        ...must(name, 'share', t(`funds.${name}`)),
        ...(told && { first: told[name] }),
      })
      return {
        title: t('funds.assess'),
        path: '/assessment',
        bodyOf: (body) => ({
          ...body,
          periodsAssessedApart: body['periodsAssessedApart'] === 'yes',
          fundAssessedAsWhole: body['fundAssessedAsWhole'] === 'yes',
        }),
        asked: [
          asked('periodsAssessedApart'),
          asked('fundAssessedAsWhole'),
          weight('preservationWeight'),
          weight('largestOtherWeight'),
        ],
      }
    }
    case 'rule':
      return {
        title: t('funds.changeRule'),
        path: '/rule',
        bodyOf: (body) => ({ ...body, byMilestone: body['byMilestone'] === 'yes' }),
        asked: [
          {
            ...{ name: 'rule', as: 'line', label: t('funds.fields.rule') },
            ...(one.rule !== null && { first: one.rule }),
          },
          {
            ...{ ...must('byMilestone', 'choice', t('funds.fields.byMilestone')), choices: yesNo },
            first: one.byMilestone ? 'yes' : 'no',
          },
          must('reason', 'text', t('funds.reason')),
        ],
      }
    case 'correction':
      return {
        title: t('funds.correct'),
        lead: t('funds.correctNote', { line: open.line }),
        path: '/corrections',
        withFiles: true,
        isDanger: true,
        bodyOf: (body) => ({ ...body, line: open.line }),
        asked: [must('reason', 'line', t('funds.reason'))],
      }
    case 'stage':
      return {
        title: t('funds.moveStage'),
        path: `/projects/${open.project}/stage`,
        asked: [{ ...stage, first: open.stage }, must('reason', 'text', t('funds.reason'))],
      }
    case 'addMilestone':
      return {
        title: t('funds.addMilestone'),
        path: `/projects/${open.project}/milestones`,
        asked: [
          must('title', 'line', t('funds.milestone')),
          must('dueOn', 'day', t('funds.day')),
          must('reason', 'text', t('funds.reason')),
        ],
      }
    case 'takeBackMilestone':
      return {
        title: t('funds.takeBackMilestone'),
        lead: open.title,
        isDanger: true,
        path: `/projects/${open.project}/milestones/${open.place}/take-back`,
        asked: [must('reason', 'text', t('funds.reason'))],
      }
    case 'milestone':
      return {
        title: t('funds.meet'),
        lead: open.title,
        path: `/projects/${open.project}/milestones/${open.place}/met`,
        withFiles: true,
        asked: [
          must('metOn', 'day', t('funds.day')),
          must('evidence', 'text', t('funds.evidence')),
        ],
      }
  }
}

type Translate = ReturnType<typeof useLanguage>['t']

/** Money in or out: of a project only where it is drawn or comes back. */
function paymentAsked(
  t: Translate,
  one: FundWire,
  project: Asked,
  amount: readonly Asked[],
): readonly Asked[] {
  const kinds = one.supported.length > 0 ? paymentKinds : paymentKinds.slice(0, 2)
  const isOfProject = ({ kind }: Readonly<Record<string, string>>) =>
    kind === 'drawn' || kind === 'returned'
  const metOf = (id: string | undefined) =>
    one.supported.find((each) => each.id === id)?.milestones.filter(({ metOn }) => metOn) ?? []
  const milestones = one.supported.flatMap(({ id, milestones: some }) =>
    some
      .filter(({ metOn }) => metOn)
      .map(({ place, title }) => ({ value: `${place}`, label: title, of: id })),
  )
  return [
    {
      ...{ name: 'kind', as: 'choice', label: t('funds.what'), isRequired: true },
      choices: kinds.map((value) => ({ value, label: t(`funds.movements.${value}`) })),
    },
    { ...project, when: isOfProject },
    ...one.supported.map(
      ({ id }): Asked => ({
        ...{ name: 'milestone', as: 'choice', label: t('funds.milestone') },
        choices: milestones.filter(({ of }) => of === id),
        ...(one.byMilestone && { isRequired: true }),
        when: (draft) =>
          draft['kind'] === 'drawn' && draft['project'] === id && metOf(id).length > 0,
      }),
    ),
    { name: 'party', as: 'line', label: t('funds.party') },
    {
      ...{ name: 'through', as: 'choice', label: t('funds.through'), isRequired: true },
      hint: t('funds.throughHint'),
      choices: (['bank', 'house'] as const).map((value) => ({
        ...{ value, label: t(`funds.throughs.${value}`) },
      })),
    },
    ...amount,
  ]
}

const paymentKinds = ['contributed', 'givenBack', 'drawn', 'returned'] as const

const numberOf = (value: unknown) => (typeof value === 'string' ? Number(value) : null)

/** Milestones are typed a line each: the day, then what is to be reached. */
function projectBody({ milestones, ...body }: Body): Body {
  const lines = typeof milestones === 'string' ? milestones.split('\n').filter(Boolean) : []
  return {
    ...body,
    milestones: lines.map((line) => {
      const [, dueOn = '', title = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? []
      return { dueOn, title }
    }),
  }
}
