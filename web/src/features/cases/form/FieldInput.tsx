import type { Citable, CitableKind } from '@yizhuan/procedures'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField, FlagField, YesNoField } from '../../../ui/fields/ChoiceFields.tsx'
import { Must } from '../../../ui/fields/Field.tsx'
import { DayField, MoneyField, NumberField, ShareField } from '../../../ui/fields/FigureFields.tsx'
import { PersonField } from '../../../ui/fields/PersonField.tsx'
import { LongTextField, TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import type { ActField } from './act-fields.ts'
import { CitedField } from './CitedField.tsx'
import { CiteWork } from './CiteWork.tsx'
import { answeredByRegister, LeadsByRegister } from './FromRegister.tsx'
import type { Values, Wrong } from './filled.ts'

/** What every field needs of its form. */
export interface FormSide {
  readonly change: (path: readonly string[], value: unknown) => void
  /** What stands in a field by now. */
  readonly valueAt: (path: readonly [string]) => unknown
  /** What is wrong at a place, in words. */
  readonly wrongAt: (place: string) => string | undefined
  readonly today: string
  /** The achievement the case is about, where it is registered. */
  readonly achievement?: string | undefined
  /** What of the record a field may name. */
  readonly citable: (kind: CitableKind) => readonly Citable[]
}

/** One field of an act, whatever its kind. */
export function FieldInput(props: {
  field: ActField
  path: readonly string[]
  value: unknown
  form: FormSide
  isInList?: boolean
}) {
  const { t, say, named } = useLanguage()
  const { field, path, value, form } = props
  const place = path.join('.')
  const shared = {
    label: say(field.label),
    name: place,
    isRequired: field.isRequired,
    error: form.wrongAt(place),
  }
  const text = {
    ...shared,
    value: value === undefined || value === null ? '' : String(value),
    onChange: (next: string) => form.change(path, next),
  }
  switch (field.kind) {
    // Chosen beside whom it is about.
    case 'workload':
      return null
    case 'group':
      return (
        <fieldset className="group">
          {field.label.zh && <legend>{shared.label}</legend>}
          {field.fields.map((inner) => (
            <FieldInput
              key={inner.name}
              field={inner}
              path={[...path, inner.name]}
              value={((value ?? {}) as Values)[inner.name]}
              form={form}
            />
          ))}
        </fieldset>
      )
    case 'list':
      return <ListInput field={field} path={path} value={value} form={form} />
    case 'flag': {
      const answer = {
        ...shared,
        value: value as boolean | undefined,
        onChange: (next: boolean) => form.change(path, next),
      }
      return props.isInList || !field.isRequired ? (
        <FlagField {...answer} label={shared.label.replace(/^是否/, '')} />
      ) : (
        <YesNoField {...answer} />
      )
    }
    case 'choice':
      return (
        <ChoiceField
          {...text}
          choices={field.choices.map((choice) => ({
            value: choice,
            label: named('choice', choice),
          }))}
          isFolded={props.isInList === true || field.choices.length > 4}
        />
      )
    case 'day':
      return <DayField {...text} {...(!field.isAhead && { max: form.today })} />
    case 'money':
      return <MoneyField {...text} isNarrow={props.isInList === true} />
    case 'share':
      return <ShareField {...text} />
    case 'number':
      return <NumberField {...text} />
    case 'text': {
      const citable = field.cites ? form.citable(field.cites) : []
      if (citable.length > 0) return <CitedField {...text} citable={citable} form={form} />
      const hint = !field.isRequired && !props.isInList && { hint: t('general.optional') }
      return field.isLine ? (
        <TextField {...text} maxLength={500} {...hint} />
      ) : (
        <LongTextField {...text} rows={1} maxLength={4000} {...hint} />
      )
    }
  }
}

/** Several of the same: people, holders, payments. */
function ListInput(props: {
  field: ActField
  path: readonly string[]
  value: unknown
  form: FormSide
}) {
  const { t, say } = useLanguage()
  const { field, path, form } = props
  const items = (props.value ?? []) as readonly unknown[]
  const wrong = form.wrongAt(path.join('.'))
  const replace = (next: readonly unknown[]) => form.change(path, next)
  return (
    <fieldset>
      <legend>
        {say(field.label)}
        {field.isRequired && <Must />}
      </legend>
      {items.map((item, at) => (
        <ListItem
          // Items are typed in place; their position is their name.
          // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity
          key={at}
          field={field}
          path={[...path, String(at)]}
          value={item}
          form={form}
          onRemove={() => replace(items.filter((_, index) => index !== at))}
        />
      ))}
      {wrong && <div className="wrong">{wrong}</div>}
      <Button
        small
        onClick={() => replace([...items, field.fields.length === 0 ? '' : {}])}
        data-field={path.join('.')}
      >
        + {t('general.add')}
      </Button>
    </fieldset>
  )
}

function ListItem(props: {
  field: ActField
  path: readonly string[]
  value: unknown
  form: FormSide
  onRemove: () => void
}) {
  const { t, say } = useLanguage()
  const { field, path, value, form } = props
  const remove = (
    <Button kind="quiet" small className="item-remove" onClick={props.onRemove}>
      {t('general.remove')}
    </Button>
  )
  if (field.fields.length === 0)
    return (
      <div className="item-plain">
        <input
          className="input"
          name={path.join('.')}
          aria-label={say(field.label)}
          value={String(value ?? '')}
          onChange={({ target }) => form.change(path, target.value)}
        />
        {remove}
      </div>
    )
  const item = (value ?? {}) as Values
  const isKnown = field.ofPeople && typeof item['person'] === 'string'
  const flags = field.fields.filter(
    ({ kind, name }) => kind === 'flag' && !(isKnown && answeredByRegister.includes(name)),
  )
  const cites = field.fields.find(({ kind }) => kind === 'workload')
  const input = (inner: ActField) =>
    field.ofPeople && inner.name === 'name' ? (
      <PersonField
        key="name"
        label={say(inner.label)}
        name={[...path, 'name'].join('.')}
        value={String(item['name'] ?? '')}
        isKnown={isKnown}
        isRequired={inner.isRequired}
        error={form.wrongAt([...path, 'name'].join('.'))}
        onChange={(name) => form.change(path, { ...item, name, person: undefined })}
        onPerson={({ id, name, isChief, holdsLeadingPost }) =>
          form.change(path, { ...item, name, person: id, isChief, holdsLeadingPost })
        }
      />
    ) : (
      <FieldInput
        key={inner.name}
        field={inner}
        path={[...path, inner.name]}
        value={item[inner.name]}
        form={form}
        isInList
      />
    )
  return (
    <div className="item">
      <div className="item-line">
        {field.fields.filter(({ kind }) => kind !== 'flag' && kind !== 'workload').map(input)}
      </div>
      <div className="item-flags">
        {flags.map(input)}
        {isKnown && <LeadsByRegister item={item} />}
        {remove}
      </div>
      {cites && form.achievement !== undefined && (
        <CiteWork
          label={say(cites.label)}
          achievement={form.achievement}
          item={item}
          error={form.wrongAt([...path, cites.name].join('.'))}
          onChange={(chosen) => form.change([...path, cites.name], chosen)}
        />
      )}
    </div>
  )
}

/** What is wrong with a field, as a key of the words. */
export const wrongWords = {
  required: 'form.required',
  money: 'form.money',
  share: 'form.share',
  number: 'form.number',
} as const satisfies Record<Wrong, string>
