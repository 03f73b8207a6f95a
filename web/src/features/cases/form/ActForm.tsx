import { useMutation } from '@tanstack/react-query'
import {
  actOf,
  type CaseState,
  type CitableKind,
  type CommonState,
  citableIn,
  procedureById,
} from '@yizhuan/procedures'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { AskedPaper } from '../../../ui/AskedPaper.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DraftNote } from '../../../ui/DraftNote.tsx'
import { DayField } from '../../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../../ui/fields/FilesField.tsx'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useDraft } from '../../../ui/useDraft.ts'
import type { MoneyBlock } from '../case.api.ts'
import { type ActField, fieldsOfAct, fitted, publishes } from './act-fields.ts'
import { ChiefHolds } from './ChiefHolds.tsx'
import { FieldInput, wrongWords } from './FieldInput.tsx'
import { dataOf, placeOf, type Values, withValue, wrongsIn } from './filled.ts'
import { HouseRule } from './HouseRule.tsx'
import { OthersParts } from './OthersParts.tsx'
import { PlanBalance } from './PlanBalance.tsx'
import { PriceBeside } from './PriceBeside.tsx'
import { moneyTaken } from './part-taken.ts'
import { RareFields } from './RareFields.tsx'
import { Review, Told } from './Review.tsx'
import { RewardShares } from './RewardShares.tsx'

/** What a filled form hands on. */
export interface FilledAct {
  readonly data: Record<string, unknown>
  readonly on?: string
  readonly lateReason?: string
  readonly files: StoredFile[]
}

interface Draft {
  readonly values: Values
  readonly on: string | undefined
  readonly lateReason?: string
  readonly files: readonly StoredFile[]
}

/** The form of one act, made from the schema that will check it. */
export function ActForm(props: {
  procedure: string
  /** The case as it stands; none while it is opened. */
  state?: CommonState
  /** The facts that the law waits for. */
  missing?: readonly string[]
  type: string
  title: string
  draftKey: string
  /** The name under which other devices of the same person find the draft. */
  draftForm?: string | undefined
  /** What is known beforehand, and which of it cannot be changed. */
  known: Values
  /** What the registers say of the act: it decides what is asked, and the service fills it in. */
  gathered?: Values
  fixed?: readonly string[]
  today: string | undefined
  /** The first day the act may bear. */
  earliest?: string | undefined
  money?: MoneyBlock | undefined
  /** What can be made and put among the files of the act. */
  papers?: (
    onAttach: (file: StoredFile) => void,
    filled: () => Pick<FilledAct, 'data' | 'on'> | undefined,
  ) => ReactNode
  onSubmit: (act: FilledAct) => Promise<unknown>
  onSent?: (values: Values) => void
  onTyping?: () => void
  /** What confirming does, where it does not record the act at once. */
  confirm?: string | undefined
  onCancel?: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const { procedure, type, today, fixed = [] } = props
  const every = fieldsOfAct(procedure, type)
  // What is put before the public happens on the day it is recorded.
  const isPublication = publishes(procedure, type)
  const draft = useDraft<Draft>(
    props.draftKey,
    () => ({
      values: withFirstItems(every, props.known),
      on: today,
      files: [],
    }),
    props.draftForm,
  )
  const { values, on, lateReason = '', files } = draft.value
  const known = procedureById(procedure)
  const rule = known && actOf(known, type)
  // Amounts as the act will carry them: what is typed is yuan.
  const told = { ...values, ...dataOf(every, values), ...props.gathered }
  const fit = rule?.fits?.(props.state, told, props.missing)
  const all = fit ? fitted(every, fit) : every
  const fields = all.filter(({ name }) => !fixed.includes(name))
  const usual = fields.filter(({ isRare, name }) => !isRare && !heldAgainstRule.includes(name))
  const isLate = Boolean(on && today && on < today) && !isPublication
  const asked = files.length === 0 ? rule?.asksPaper?.(values) : undefined
  const place = useRef<HTMLFormElement>(null)
  const [isTried, setTried] = useState(false)
  const [isReviewed, review] = useState(false)
  const isDated = on !== undefined && on !== '' && !isPublication
  const act = () => ({ data: dataOf(all, values), ...(isDated && { on }) })
  const send = useMutation({
    mutationFn: () => {
      return props.onSubmit({
        ...act(),
        files: [...files],
        ...(isLate && lateReason.trim() && { lateReason: lateReason.trim() }),
      })
    },
    onSuccess: () => {
      draft.drop()
      props.onSent?.(values)
    },
    onSettled: () => review(false),
  })
  const wrongs = isTried ? wrongsIn(fields, values) : {}
  const refused = refusedFields(send.error)
  const form = {
    change: (path: readonly string[], value: unknown) => {
      send.reset()
      props.onTyping?.()
      draft.change((before) => ({ ...before, values: withValue(before.values, path, value) }))
    },
    valueAt: ([name]: readonly [string]) => values[name],
    wrongAt: (at: string) => {
      const wrong = wrongs[at]
      return wrong ? t(wrongWords[wrong]) : refused.get(at)
    },
    today: today ?? '',
    achievement: achievementIn(props.state),
    citable: (kind: CitableKind) =>
      procedure === 'transfer' && props.state ? citableIn(props.state as CaseState, kind) : [],
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = Object.keys(wrongsIn(fields, values))
    if (first === undefined) review(true)
    else focusField(place.current, first)
  }
  return (
    <form ref={place} className="act-form" onSubmit={submit} noValidate aria-label={props.title}>
      <DraftNote draft={draft} />
      <ProblemAlert error={send.error} shown={({ pointer }) => refused.has(placeOf(pointer))} />
      {fixed.length > 0 && (
        <div className="fixed-fields">
          <Told fields={all.filter(({ name }) => fixed.includes(name))} values={values} />
          <p className="hint">{t('form.fixed')}</p>
        </div>
      )}
      {usual.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          path={[field.name]}
          value={values[field.name]}
          form={form}
        />
      ))}
      {Array.isArray(values['holders']) && <ChiefHolds data={dataOf(all, values)} />}
      <PriceBeside of={`${procedure}/${type}`} values={values} achievement={form.achievement} />
      {type === 'planDrafted' && (
        <PlanBalance
          values={values}
          money={moneyTaken(props.money, values)}
          onRest={(rest) => form.change(['toInstitution'], rest)}
        />
      )}
      {type === 'rewardPlanned' && <RewardShares values={values} />}
      {type === 'receiptRecorded' && props.state && (
        <OthersParts state={props.state as CaseState} values={values} form={form} />
      )}
      {type === 'planDrafted' && props.state && (
        <HouseRule
          state={props.state as CaseState}
          values={values}
          money={moneyTaken(props.money, values)}
          on={on || (today ?? '')}
          form={form}
        />
      )}
      <RareFields fields={fields.filter(({ isRare }) => isRare)} values={values} form={form} />
      {!isPublication && (
        <DayField
          label={t('cases.on')}
          name="on"
          value={on}
          {...(props.earliest && { min: props.earliest })}
          max={form.today}
          error={refused.get('on')}
          onChange={(day) => draft.change((before) => ({ ...before, on: day }))}
        />
      )}
      {isLate && (
        <LongTextField
          label={t('cases.lateReason')}
          hint={t('cases.lateHint')}
          name="lateReason"
          rows={1}
          maxLength={500}
          value={lateReason}
          error={refused.get('lateReason')}
          onChange={(reason) => draft.change((before) => ({ ...before, lateReason: reason }))}
        />
      )}
      {props.papers?.(
        (file) =>
          draft.change((before) => ({
            ...before,
            files: [...before.files.filter(({ sha256 }) => sha256 !== file.sha256), file],
          })),
        () => (Object.keys(wrongsIn(fields, values)).length > 0 ? undefined : act()),
      )}
      {asked && (
        <p className="hint">
          <AskedPaper asked={asked} />
        </p>
      )}
      <FilesField
        files={files}
        isRequired={rule?.wrongPapers !== undefined}
        onChange={(change) =>
          draft.change((before) => ({ ...before, files: change(before.files) }))
        }
      />
      {isTried && Object.keys(wrongs).length > 0 && (
        <p className="wrong" role="alert">
          {t('form.incomplete', { count: Object.keys(wrongs).length })}
        </p>
      )}
      <div className="actions">
        <Button type="submit" kind="primary">
          {t('form.check', { act: props.title })}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{t('general.cancel')}</Button>}
        <span className="hint">{t('drafts.kept')}</span>
      </div>
      {isReviewed && (
        <Review
          title={props.title}
          fields={all}
          values={values}
          on={isPublication ? undefined : on}
          files={files}
          isPublic={isPublication}
          differences={
            props.state === undefined
              ? []
              : (rule?.differs?.(props.state, dataOf(all, values)) ?? [])
          }
          isBusy={send.isPending}
          confirm={props.confirm}
          onConfirm={() => send.mutate()}
          onBack={() => review(false)}
        />
      )}
    </form>
  )
}

/** Asked beside the rule of the house, where a plan departs from it. */
const heldAgainstRule = ['ruleDeparture']

/** A list that must not be empty begins with one item. */
function withFirstItems(fields: readonly ActField[], known: Values): Values {
  const first = fields
    .filter(({ kind, isRequired, name }) => kind === 'list' && isRequired && !known[name])
    .map(({ name }) => [name, [{}]])
  return { ...known, ...Object.fromEntries(first) }
}

/** What the server found wrong, by the place of the field. */
function refusedFields(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ApiProblem)) return new Map()
  return new Map((error.body.errors ?? []).map(({ pointer, detail }) => [placeOf(pointer), detail]))
}

function focusField(form: HTMLFormElement | null, place: string): void {
  const found = form?.querySelector<HTMLElement>(
    `[name="${CSS.escape(place)}"],[data-field="${CSS.escape(place)}"]`,
  )
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}

/** The achievement that a case is about, where its opening names one of the register. */
function achievementIn(state: unknown): string | undefined {
  const id = (state as { opened?: { data?: { achievementId?: unknown } } } | undefined)?.opened
    ?.data?.achievementId
  return typeof id === 'string' ? id : undefined
}
