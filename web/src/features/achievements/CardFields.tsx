import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { kinds } from './achievement.api.ts'
import type { Card, Disclosure, Lack } from './disclosure.ts'
import { TeamFields } from './TeamFields.tsx'

interface CardProps {
  readonly told: Disclosure
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
      return <Texts {...props} fields={['publication', 'stateOfTheArt']} />
    case 'benefit':
      return <Texts {...props} fields={['benefit', 'market']} />
    case 'mature':
      return <Mature {...props} />
    case 'funded':
      return <Funded {...props} />
    case 'send':
      return <Send {...props} />
  }
}

type TextName =
  | 'publication'
  | 'stateOfTheArt'
  | 'benefit'
  | 'market'
  | 'risks'
  | 'need'
  | 'maturity'

function Texts(props: CardProps & { fields: readonly TextName[] }) {
  const { t } = useLanguage()
  return props.fields.map((field) => (
    <LongTextField
      key={field}
      label={t(`achievements.asks.${field}`)}
      hint={t(`achievements.askHints.${field}`)}
      name={field}
      value={props.told[field]}
      rows={3}
      maxLength={2000}
      onChange={(text) => props.onChange({ [field]: text })}
    />
  ))
}

function What({ told, lacks, onChange }: CardProps) {
  const { t } = useLanguage()
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
      <ChoiceField
        label={t('achievements.kind')}
        name="kind"
        value={told.kind}
        choices={kinds.map((value) => ({ value, label: t(`achievements.kinds.${value}`) }))}
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
        name="department"
        maxLength={100}
        value={told.department}
        onChange={(department) => onChange({ department })}
      />
    </>
  )
}

const levels = ['1', '3', '4', '6', '8'] as const

/** Pictures of how far it has come: each a step further to the right. */
function Mature(props: CardProps) {
  const { t } = useLanguage()
  const { told, onChange } = props
  return (
    <>
      <fieldset className="field">
        <legend>{t('achievements.asks.level')}</legend>
        <div className="levels">
          {levels.map((level, at) => (
            <label key={level} className="choice level">
              <input
                type="radio"
                name="level"
                checked={told.level === level}
                onChange={() => onChange({ level })}
              />
              <span>
                <svg viewBox="0 0 40 22" width="40" height="22" aria-hidden="true">
                  {levels.map((step, index) => (
                    <rect
                      key={step}
                      x={index * 8 + 1}
                      y={18 - index * 4}
                      width="6"
                      height={index * 4 + 3}
                      fill={index <= at ? 'currentColor' : 'none'}
                      stroke="currentColor"
                      strokeWidth="0.8"
                    />
                  ))}
                </svg>
                {t(`achievements.levels.l${level}`)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Texts {...props} fields={['maturity', 'risks']} />
    </>
  )
}

function Funded(props: CardProps) {
  const { t } = useLanguage()
  const { told, onChange } = props
  return (
    <>
      <TextField
        label={t('achievements.funding')}
        hint={t('achievements.askHints.funding')}
        name="fundingSource"
        maxLength={200}
        value={told.fundingSource}
        onChange={(fundingSource) => onChange({ fundingSource })}
      />
      <TextField
        label={t('achievements.project')}
        name="projectNo"
        maxLength={200}
        value={told.projectNo}
        onChange={(projectNo) => onChange({ projectNo })}
      />
      <Texts {...props} fields={['need']} />
    </>
  )
}

/** The last card: papers, what was told and what was not, and what happens next. */
function Send({ told, onChange, onOpen }: CardProps) {
  const { t } = useLanguage()
  const untold = (
    [
      ['type', 0],
      ['stateOfTheArt', 2],
      ['benefit', 3],
      ['market', 3],
      ['maturity', 4],
      ['risks', 4],
      ['need', 5],
    ] as const
  ).filter(([group]) => told[group].trim() === '')
  return (
    <>
      <FilesField
        files={told.files}
        withCamera
        onChange={(change) => onChange({ files: change(told.files) })}
      />
      <dl className="told">
        <dt>{t('achievements.name')}</dt>
        <dd>{told.title}</dd>
        <dt>{t('achievements.team')}</dt>
        <dd>{told.team.map(({ name, share }) => `${name} ${share}%`).join('、')}</dd>
      </dl>
      {untold.length > 0 && (
        <div className="callout callout-due">
          <strong>{t('achievements.untold', { count: untold.length })}</strong>
          {untold.map(([group, card]) => (
            <button key={group} type="button" className="link untold" onClick={() => onOpen(card)}>
              {t(`achievements.groups.${group}`)}
            </button>
          ))}
        </div>
      )}
      <h3>{t('achievements.nextSteps')}</h3>
      <ol className="plain">
        <li>{t('achievements.nextStep1')}</li>
        <li>{t('achievements.nextStep2')}</li>
        <li>{t('achievements.nextStep3')}</li>
      </ol>
    </>
  )
}
