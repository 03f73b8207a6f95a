import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { useDepartments } from '../../ui/useDepartments.ts'
import type { DisclosureListsWire } from './achievement.api.ts'
import type { Card, Disclosure, Lack } from './disclosure.ts'
import { FundedFields } from './FundedFields.tsx'
import { MatureFields } from './MatureFields.tsx'
import { PublicFields } from './PublicFields.tsx'
import { SendFields } from './SendFields.tsx'
import { Similar } from './Similar.tsx'
import { TeamFields } from './TeamFields.tsx'

interface CardProps {
  readonly told: Disclosure
  readonly lists: DisclosureListsWire
  /** The record that is told again or corrected. */
  readonly own?: string | undefined
  readonly lacks: readonly Lack[]
  readonly onChange: (changes: Partial<Disclosure>) => void
  readonly onOpen: (card: number) => void
}

/** What one card asks. */
export function CardFields(props: CardProps & { card: Card }) {
  switch (props.card) {
    case 'what':
      return <What {...props} />
    case 'who':
      return <TeamFields team={props.told.team} lacks={props.lacks} onChange={props.onChange} />
    case 'public':
      return (
        <>
          <PublicFields {...props} />
          <Texts {...props} fields={['stateOfTheArt']} />
        </>
      )
    case 'benefit':
      return <Texts {...props} fields={['benefit', 'market', 'need']} />
    case 'mature':
      return (
        <>
          <MatureFields {...props} />
          <Texts {...props} fields={['maturity', 'risks']} />
        </>
      )
    case 'funded':
      return <FundedFields {...props} />
    case 'send':
      return <SendFields {...props} />
  }
}

type TextName = 'stateOfTheArt' | 'benefit' | 'market' | 'risks' | 'need' | 'maturity'

function Texts(props: CardProps & { fields: readonly TextName[] }) {
  const { t } = useLanguage()
  return props.fields.map((field) => (
    <LongTextField
      key={field}
      label={t(`achievements.asks.${field}`)}
      hint={t(`achievements.askHints.${field}`)}
      name={field}
      value={props.told[field]}
      rows={2}
      maxLength={2000}
      onChange={(text) => props.onChange({ [field]: text })}
    />
  ))
}

function What({ told, lists, lacks, own, onChange }: CardProps) {
  const { t, named } = useLanguage()
  const departments = useDepartments()
  return (
    <>
      <TextField
        label={t('achievements.asks.title')}
        name="title"
        value={told.title}
        maxLength={300}
        error={lacks.includes('title') ? t('achievements.lack.title') : undefined}
        onChange={(title) => onChange({ title })}
        isRequired
      />
      <Similar title={told.title} own={own} />
      <ChoiceField
        label={t('achievements.kind')}
        name="kind"
        value={told.kind}
        choices={lists.kinds.kinds.map(({ code }) => ({
          value: code,
          label: named('achievements.kinds', code),
        }))}
        isFolded
        error={lacks.includes('kind') ? t('achievements.lack.kind') : undefined}
        onChange={(kind) => onChange({ kind })}
        isRequired
      />
      <LongTextField
        label={t('achievements.asks.type')}
        hint={t('achievements.askHints.type')}
        name="type"
        rows={3}
        maxLength={2000}
        value={told.type}
        onChange={(type) => onChange({ type })}
      />
      <TextField
        label={t('achievements.department')}
        hint={t('disclosure.departmentHint')}
        name="department"
        offers={departments.names}
        maxLength={100}
        value={told.department}
        onChange={(department) => onChange({ department })}
      />
      <DayField
        label={t('disclosure.madeOn')}
        name="madeOn"
        value={told.madeOn}
        onChange={(madeOn) => onChange({ madeOn })}
      />
    </>
  )
}
