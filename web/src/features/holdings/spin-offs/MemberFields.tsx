import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../../ui/fields/FigureFields.tsx'
import { PersonField } from '../../../ui/fields/PersonField.tsx'
import { TextField } from '../../../ui/fields/TextFields.tsx'
import { type Bilingual, useLanguage } from '../../../ui/language.ts'
import { listsQuery } from './spin-off.api.ts'

/** Somebody of the house in a company, as typed. */
export interface TypedMember {
  readonly key: number
  readonly name: string
  readonly role: string
  readonly way: string
  readonly fromDay: string
  readonly toDay: string
  readonly approvedBy: string
  readonly approvedOn: string
}

const blank = {
  ...{ name: '', role: '', way: '', fromDay: '' },
  ...{ toDay: '', approvedBy: '', approvedOn: '' },
}

/** Who of the house works there, as what, on what footing, how long, and who approved it. */
export function MemberFields(props: {
  people: readonly TypedMember[]
  onChange: (people: readonly TypedMember[]) => void
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { people, onChange, error } = props
  const put = (key: number, changes: Partial<TypedMember>) =>
    onChange(people.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const add = () => {
    const key = Math.max(0, ...people.map((one) => one.key)) + 1
    onChange([...people, { key, ...blank }])
  }
  return (
    <fieldset>
      <legend>{t('spinOffs.people')}</legend>
      {people.map((one) => (
        <Member
          key={one.key}
          of={one}
          put={(changes) => put(one.key, changes)}
          onRemove={() => onChange(people.filter(({ key }) => key !== one.key))}
        />
      ))}
      <Button small onClick={add}>
        + {t('spinOffs.addMember')}
      </Button>
      {error && <div className="wrong">{error}</div>}
    </fieldset>
  )
}

function Member(props: {
  of: TypedMember
  put: (changes: Partial<TypedMember>) => void
  onRemove: () => void
}) {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  const { of, put } = props
  const field = (name: Exclude<keyof TypedMember, 'key'>) => ({
    label: t(`spinOffs.member.${name}`),
    value: of[name],
    onChange: (value: string) => put({ [name]: value }),
  })
  const choices = (labels: Readonly<Record<string, Bilingual>> | undefined) =>
    Object.entries(labels ?? {}).map(([value, label]) => ({ value, label: say(label) }))
  return (
    <div className="item">
      <div className="item-line">
        <PersonField
          {...field('name')}
          name={`member-${of.key}`}
          isKnown={false}
          isRequired
          onPerson={({ name }) => put({ name })}
        />
        <ChoiceField {...field('role')} isRequired isFolded choices={choices(lists?.roles)} />
        <ChoiceField {...field('way')} isRequired isFolded choices={choices(lists?.ways)} />
      </div>
      <div className="item-line">
        <DayField {...field('fromDay')} isRequired />
        <DayField {...field('toDay')} />
      </div>
      <div className="item-line">
        <TextField {...field('approvedBy')} maxLength={200} />
        <DayField {...field('approvedOn')} />
      </div>
      <div className="row-acts">
        <Button kind="quiet" small onClick={props.onRemove}>
          {t('general.remove')}
        </Button>
      </div>
    </div>
  )
}
