import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { PersonField } from '../../ui/fields/PersonField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { AchievementPicker } from './AchievementPicker.tsx'
import type { NewProjectWire, ProjectWire } from './project.api.ts'

const kinds = ['public', 'enterprise', 'own'] as const
type Kind = (typeof kinds)[number]
interface Source {
  readonly kind: Kind
  readonly name: string
  readonly amount: string
  readonly startedOn: string
}
const asked = ['number', 'title', 'leader', 'fromDay', 'toDay', 'funding', 'achievements', 'remark']

/** Enters a project or changes what is registered of it. */
export function ProjectForm(props: {
  of?: ProjectWire
  onSave: (fields: Required<NewProjectWire>, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const { of, onSave, onCancel } = props
  const [draft, setDraft] = useState({
    number: of?.number ?? '',
    title: of?.title ?? '',
    leader: of?.leader ?? '',
    leaderPerson: of?.leaderPerson ?? null,
    fromDay: of?.fromDay ?? '',
    toDay: of?.toDay ?? '',
    remark: of?.remark ?? '',
    reason: '',
  })
  const [sources, setSources] = useState<readonly Source[]>(
    of?.funding.map(({ kind, name, amountFen, startedOn }) => ({
      ...{ kind, name, startedOn: startedOn ?? '' },
      amount: amountFen ? typedYuan(amountFen) : '',
    })) ?? [],
  )
  const [achievements, setAchievements] = useState(of?.achievements ?? [])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const field = (name: 'number' | 'title' | 'fromDay' | 'toDay' | 'remark') => ({
    label: t(`projects.fields.${name}`),
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: wrong.at(name),
  })
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const { number, title, leader, leaderPerson, fromDay, toDay, remark, reason } = draft
    const fields = {
      ...{ number, title, leader, leaderPerson },
      fromDay: fromDay || null,
      toDay: toDay || null,
      remark: remark.trim() || null,
      achievements: achievements.map(({ id }) => id),
      funding: sources.map(({ kind, name, amount, startedOn }) => ({
        ...{ kind, name },
        amountFen: amount === '' ? null : (fenText(amount) ?? amount),
        startedOn: startedOn || null,
      })),
    }
    await onSave(fields, reason).catch(setError)
    setBusy(false)
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField {...field('number')} isRequired maxLength={60} width="medium" />
      <TextField {...field('title')} isRequired maxLength={300} />
      <PersonField
        label={t('projects.fields.leader')}
        name="leader"
        value={draft.leader}
        isKnown={draft.leaderPerson !== null}
        isRequired
        hint={t('projects.leaderHint')}
        error={wrong.at('leader')}
        onChange={(leader) => setDraft((before) => ({ ...before, leader, leaderPerson: null }))}
        onPerson={({ id, name }) =>
          setDraft((before) => ({ ...before, leader: name, leaderPerson: id }))
        }
      />
      <div className="item-line">
        <DayField {...field('fromDay')} />
        <DayField {...field('toDay')} />
      </div>
      <Sources sources={sources} onChange={setSources} error={wrong.at('funding')} />
      <AchievementPicker chosen={achievements} onChange={setAchievements} />
      <LongTextField {...field('remark')} maxLength={2000} />
      {of && (
        <TextField
          label={t('history.why')}
          name="reason"
          value={draft.reason}
          onChange={(reason) => setDraft((before) => ({ ...before, reason }))}
          isRequired
          maxLength={500}
        />
      )}
      <ProblemAlert error={error} shown={wrong.shown} />
      <div className="dialog-foot">
        <Button onClick={onCancel}>{t('general.cancel')}</Button>
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('assets.record')}
        </Button>
      </div>
    </form>
  )
}

function Sources(props: {
  sources: readonly Source[]
  onChange: (sources: readonly Source[]) => void
  error: string | undefined
}) {
  const { t, named } = useLanguage()
  const { sources, onChange, error } = props
  const put = (at: number, changes: Partial<Source>) =>
    onChange(sources.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  return (
    <fieldset>
      <legend>{t('projects.fields.funding')}</legend>
      {sources.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source has no other identity
        <div className="item" key={at}>
          <ChoiceField
            label={t('assets.fields.funding')}
            value={one.kind}
            isFolded
            choices={kinds.map((value) => ({ value, label: named('assets.funding', value) }))}
            onChange={(kind) => put(at, { kind: kind as Kind })}
            isRequired
          />
          <TextField
            label={t('projects.sourceName')}
            value={one.name}
            onChange={(name) => put(at, { name })}
            isRequired
            maxLength={200}
          />
          <div className="item-line">
            <MoneyField
              label={t('assets.fields.amountFen')}
              value={one.amount}
              onChange={(amount) => put(at, { amount })}
              isNarrow
            />
            <DayField
              label={named('projects.starts', one.kind)}
              value={one.startedOn}
              onChange={(startedOn) => put(at, { startedOn })}
            />
          </div>
          <Button
            kind="quiet"
            small
            className="item-remove"
            onClick={() => onChange(sources.filter((_, index) => index !== at))}
          >
            {t('general.remove')}
          </Button>
        </div>
      ))}
      {error && <div className="wrong">{error}</div>}
      <Button
        small
        onClick={() =>
          onChange([...sources, { kind: 'public', name: '', amount: '', startedOn: '' }])
        }
      >
        + {t('general.add')}
      </Button>
    </fieldset>
  )
}
