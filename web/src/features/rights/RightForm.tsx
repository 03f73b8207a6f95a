import { countries, countryWords, isForeign } from '@yizhuan/docket'
import type { CreateRightWire } from '@yizhuan/server/wire/rights/right'
import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { FilingReview } from '../../ui/FilingReview.tsx'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import {
  type AboutAchievement,
  achievementOfRight,
  findAchievements,
} from './achievement-of-right.ts'
import { type RightWire, rightKinds, rightStatuses } from './right.api.ts'

type Draft = Readonly<Record<string, string>>

const days = [
  'completedOn',
  'firstPublishedOn',
  'filedOn',
  'grantedOn',
  'validTo',
  'feeDueOn',
] as const
const texts = ['certificateNo', 'publicationNo', 'version', 'dosageForm', 'agency'] as const
const lists = ['inventors', 'coOwners', 'departments'] as const

const patents = ['invention', 'utility_model', 'design', 'patent']

/** Fields that only rights of some kinds have; all others are of every kind. */
const kindsWith: Readonly<Record<string, readonly string[]>> = {
  version: ['software'],
  certificateNo: ['software'],
  firstPublishedOn: ['software'],
  // A layout lasts no longer than some years from its making, know-how is held from its making on.
  completedOn: ['software', 'layout', 'know_how'],
  dosageForm: ['preparation'],
  validTo: ['preparation', 'trademark', 'variety', 'layout'],
  publicationNo: [...patents, 'pct', 'variety', 'trademark'],
  feeDueOn: patents,
  feePaidYear: patents,
  woody: ['variety'],
}

/** Whether a right of a kind has a field at all; of no kind yet, what every kind has. */
function has(kind: string | undefined, field: string): boolean {
  if (field === 'filedOn') return kind !== 'know_how' && kind !== 'preparation'
  if (field === 'grantedOn') return kind !== 'know_how'
  return kindsWith[field]?.includes(kind ?? 'invention') ?? true
}

/** Enters a right, or changes one: then only what differs is sent, with a reason. */
export function RightForm(props: {
  of?: RightWire
  /** The achievement that a new right belongs to, where it is entered from there. */
  about?: AboutAchievement | undefined
  onSave: (fields: CreateRightWire, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t, named, say } = useLanguage()
  const before = draftOf(props.of)
  const [draft, setDraft] = useState<Draft>({
    country: 'CN',
    ...(props.about ? draftAbout(props.about) : before),
  })
  const [achievement, setAchievement] = useState(props.about ?? achievementOfRight(props.of))
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const put = (field: string) => (value: string) => setDraft({ ...draft, [field]: value })
  const wrong = (field: string) =>
    error instanceof ApiProblem
      ? error.body.errors?.find(({ pointer }) => pointer === `#/${field}`)?.detail
      : undefined
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      const whole = { ...draft, achievementId: achievement?.id ?? '' }
      await props.onSave(fieldsOf(whole, before, !props.of), draft['reason'] ?? '')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  /** A field of another kind stays in view while something stands in it. */
  const isShown = (name: string) => has(draft['kind'], name) || Boolean(draft[name])
  const field = (name: string) => ({
    label: named('rights.fields', name),
    name,
    value: draft[name],
    onChange: put(name),
    error: wrong(name),
  })
  return (
    <form onSubmit={send} className="form">
      <ChoiceField
        {...field('kind')}
        isRequired
        isFolded
        choices={rightKinds.map((value) => ({ value, label: named('rights.kinds', value) }))}
      />
      <ChoiceField
        {...field('country')}
        hint={t('rights.countryHint')}
        isFolded
        choices={[
          { value: 'CN', label: t('rights.china') },
          ...countries.map((value) => ({ value, label: say(countryWords[value]) })),
        ]}
      />
      {isForeign(draft['country'] ?? null) && mayBeSecret.has(draft['kind'] ?? '') && (
        <p className="hint">{t('rights.secrecyHint')}</p>
      )}
      <TextField {...field('title')} isRequired maxLength={300} />
      <TextField {...field('number')} hint={t('rights.numberHint')} maxLength={60} width="medium" />
      {props.of?.isStatusDerived ? (
        <p className="hint">
          {t('rights.fields.status')} · {t('rights.statusDerived')}
        </p>
      ) : (
        <ChoiceField
          {...field('status')}
          isFolded
          choices={rightStatuses.map((value) => ({
            value,
            label: named('rights.statuses', value),
          }))}
        />
      )}
      <RecordPicker
        label={t('rights.fields.achievementId')}
        findLabel={t('rights.findAchievement')}
        chosen={achievement ? [achievement] : []}
        // A right belongs to one achievement: what is chosen last replaces what was.
        onChange={(chosen) => setAchievement(chosen.at(-1))}
        name="achievements-of-rights"
        find={findAchievements}
        text={({ number, title }) => `${number} ${title}`}
        error={wrong('achievementId')}
      />
      {!props.of && achievement && isPatent.has(draft['kind'] ?? '') && (
        <FilingReview achievement={achievement.id} isAhead />
      )}
      <div className="item-line">
        {days.filter(isShown).map((name) => (
          <DayField key={name} {...field(name)} />
        ))}
      </div>
      {isShown('woody') && (
        <FlagField
          label={t('rights.fields.woody')}
          value={draft['woody'] === 'yes'}
          onChange={(isWoody) => put('woody')(isWoody ? 'yes' : '')}
        />
      )}
      {isShown('feePaidYear') && (
        <TextField
          {...field('feePaidYear')}
          hint={t('rights.feeYearHint')}
          inputMode="numeric"
          width="short"
        />
      )}
      {lists.map((name) => (
        <TextField key={name} {...field(name)} hint={t('rights.listHint')} />
      ))}
      {texts.filter(isShown).map((name) => (
        <TextField key={name} {...field(name)} width="medium" />
      ))}
      <LongTextField {...field('remark')} />
      {(wrong('despite') || draft['despite']) && (
        <LongTextField {...field('despite')} isRequired maxLength={500} />
      )}
      {props.of && (
        <LongTextField
          label={t('history.why')}
          name="reason"
          value={draft['reason']}
          onChange={put('reason')}
          error={wrong('reason')}
          isRequired
        />
      )}
      <ProblemAlert error={error} />
      <div className="dialog-foot">
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
        <Button kind="primary" type="submit" busy={isBusy}>
          {props.of ? t('rights.save') : t('rights.enter')}
        </Button>
      </div>
    </form>
  )
}

/** What is applied for as a patent. */
const isPatent: ReadonlySet<string> = new Set([
  'patent',
  'invention',
  'utility_model',
  'design',
  'pct',
])

/** What is examined for secrecy before it is filed abroad. */
const mayBeSecret: ReadonlySet<string> = new Set(['invention', 'utility_model', 'patent'])

/** A right as the form shows it: lists are joined, nothing is an empty text. */
function draftOf(of: RightWire | undefined): Draft {
  if (!of) return { country: 'CN' }
  const { inventors, coOwners, departments, feePaidYear } = of
  const plain = ['kind', 'title', 'number', 'status', 'remark', 'achievementId'] as const
  return {
    ...Object.fromEntries([...plain, ...days, ...texts].map((field) => [field, of[field] ?? ''])),
    country: of.country ?? 'CN',
    woody: of.woody ? 'yes' : '',
    feePaidYear: feePaidYear === null ? '' : String(feePaidYear),
    inventors: inventors.join('、'),
    coOwners: coOwners.join('、'),
    departments: departments.join('、'),
  }
}

/** What an achievement tells of a right in it; all of it may still be changed. */
function draftAbout({ title, inventors, department }: AboutAchievement): Draft {
  return { title, inventors: inventors.join('、'), departments: department ?? '' }
}

/** What is sent: of a new right all that was filled in, of an old one what differs. */
function fieldsOf(draft: Draft, before: Draft, isNew: boolean): CreateRightWire {
  const changed = Object.entries(draft).filter(
    ([field, value]) => field !== 'reason' && value !== (before[field] ?? ''),
  )
  const fields = changed.map(([field, value]) => {
    if ((lists as readonly string[]).includes(field)) return [field, namesIn(value)]
    if (value.trim() === '' || (field === 'country' && value === 'CN')) return [field, null]
    if (field === 'woody') return [field, true]
    return [field, field === 'feePaidYear' ? Number(value) : value.trim()]
  })
  const sent = Object.fromEntries(isNew ? fields.filter(([, value]) => value !== null) : fields)
  return sent as CreateRightWire // The server checks every field and names the one that is wrong.
}

function namesIn(text: string): readonly string[] {
  return text
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter(Boolean)
}
