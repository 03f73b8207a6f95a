import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, NumberField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import {
  countStock,
  type StartCampaignWire,
  staffQuery,
  standingsQuery,
  startCampaign,
} from './stocktaking.api.ts'

const registers = ['all', 'rights', 'achievements'] as const
const levels = ['national', 'provincial', 'city', 'county', 'township'] as const
const ownerships = ['publicly_owned', 'privately_owned', 'military'] as const
const asked = ['name', 'dueOn', 'leadPerson', 'scope', 'level', 'ownership']

/** What an institution's own register says of whose it is, as procedures ask it. */
const ownershipOf: Draft = {
  public: 'publicly_owned',
  private: 'privately_owned',
  military: 'military',
}

type Draft = Readonly<Record<string, string | undefined>>

/** Begins a campaign: of what, until when inventors answer, who leads it. */
export function NewCampaign(props: {
  me: string
  onDone: (id: string) => void
  onCancel: () => void
}) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const staff = useQuery(staffQuery)
  const [told, setDraft] = useState<Draft>({
    register: params.get('idleYears') ? 'rights' : 'all',
    idleYears: params.get('idleYears'),
    leadPerson: props.me,
  })
  const house = useHouse()
  const draft: Draft = { ...house, ...told }
  const [saidResearch, setResearch] = useState<boolean>()
  const research = saidResearch ?? house.research !== 'no'
  const [byChoice, setByChoice] = useState(false)
  const count = useMutation({ mutationFn: () => countStock(scopeOf(draft)) })
  const start = useMutation({
    mutationFn: () => startCampaign({ ...bodyOf(draft), research, byChoice }),
    onSuccess: ({ id }) => props.onDone(id),
  })
  const wrong = fieldErrors(start.error ?? count.error, asked)
  const field = (name: string) => ({
    name,
    label: t(`stock.form.${name}` as 'stock.form.name'),
    value: draft[name],
    onChange: (value: string) => {
      setDraft({ ...told, [name]: value })
      count.reset()
    },
    error: wrong.at(name),
  })
  const choices = (group: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: named(group, value) }))
  return (
    <>
      <PageHeader title={t('stock.start')} note={t('stock.startLead')} />
      <Panel>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            start.mutate()
          }}
        >
          <TextField {...field('name')} isRequired maxLength={200} />
          <ChoiceField
            {...field('register')}
            error={wrong.at('scope')}
            choices={choices('stock.registers', registers)}
          />
          <NumberField
            {...field('idleYears')}
            hint={t('stock.form.idleYearsHint')}
            min={0}
            max={40}
          />
          <TextField {...field('department')} maxLength={100} width="medium" />
          <DayField {...field('dueOn')} hint={t('stock.form.dueOnHint')} isRequired />
          <ChoiceField
            {...field('leadPerson')}
            isFolded
            choices={(staff.data?.items ?? []).map(({ person, name }) => ({
              value: person,
              label: name,
            }))}
          />
          <ChoiceField
            {...field('level')}
            hint={t('stock.form.levelHint')}
            isRequired
            isFolded
            choices={choices('stock.levels', levels)}
          />
          <ChoiceField
            {...field('ownership')}
            isRequired
            choices={choices('stock.ownerships', ownerships)}
          />
          <FlagField label={t('stock.form.research')} value={research} onChange={setResearch} />
          <FlagField label={t('stock.form.byChoice')} value={byChoice} onChange={setByChoice} />
          {count.data && (
            <p role="status">
              <strong>{t('stock.found', { count: count.data.lines })}</strong>{' '}
              {t('stock.foundParts', { count: count.data.parts })}
            </p>
          )}
          <ProblemAlert error={start.error ?? count.error} shown={wrong.shown} />
          <div className="dialog-foot">
            <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
            <Button busy={count.isPending} onClick={() => count.mutate()}>
              {t('stock.count')}
            </Button>
            <Button kind="primary" type="submit" busy={start.isPending}>
              {t('stock.begin')}
            </Button>
          </div>
        </form>
      </Panel>
    </>
  )
}

/** What the institution is today by its own register; nothing where it has not entered it. */
function useHouse() {
  const { data } = useQuery(standingsQuery)
  const now = (aspect: string) =>
    data?.items.find((one) => one.aspect === aspect && one.to === null)?.value ?? undefined
  return {
    level: now('level'),
    ownership: ownershipOf[now('ownership') ?? ''],
    research: now('research'),
  }
}

function scopeOf({ register, idleYears, department }: Draft): StartCampaignWire['scope'] {
  return {
    register: registers.find((one) => one === register) ?? 'all',
    ...(idleYears && { idleYears: Number(idleYears) }),
    ...(department?.trim() && { department: department.trim() }),
  }
}

function bodyOf(draft: Draft): Omit<StartCampaignWire, 'research' | 'byChoice'> {
  const { name = '', dueOn = '', leadPerson, level, ownership } = draft
  return {
    ...{ name, dueOn, scope: scopeOf(draft) },
    ...(leadPerson && { leadPerson }),
    level: level as StartCampaignWire['level'],
    ownership: ownership as StartCampaignWire['ownership'],
  }
}
