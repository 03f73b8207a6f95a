import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { Button } from '../../../ui/Button.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, typedYuan } from '../../../ui/Money.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../../ui/RecordPicker.tsx'
import { MemberFields, type TypedMember } from './MemberFields.tsx'
import {
  findLinks,
  holdingsQuery,
  type Link,
  listsQuery,
  type NewSpinOffWire,
  type SpinOffWire,
} from './spin-off.api.ts'

const names = ['name', 'uscc', 'state', 'stateSince', 'foundedOn', 'business'] as const
const others = ['capitalFen', 'holdingId', 'remark'] as const
type Name = (typeof names)[number] | (typeof others)[number]
const asked = [...names, ...others, 'links', 'people', 'files']

/** Enters a company or changes one. */
export function SpinOffForm(props: {
  of?: SpinOffWire
  onSave: (fields: Required<NewSpinOffWire>, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t, say } = useLanguage()
  const { of } = props
  const { data: lists } = useQuery(listsQuery)
  const { data: held } = useQuery(holdingsQuery)
  const [draft, setDraft] = useState<Readonly<Record<Name | 'reason', string>>>(draftOf(of))
  const [links, setLinks] = useState<readonly Link[]>(of?.links ?? [])
  const [people, setPeople] = useState<readonly TypedMember[]>(peopleOf(of))
  const [files, setFiles] = useState<readonly StoredFile[]>(of?.files ?? [])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const field = (name: Name) => ({
    label: t(`spinOffs.fields.${name}`),
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: wrong.at(name),
  })
  const send = async () => {
    setBusy(true)
    setError(undefined)
    await props.onSave(fieldsOf(draft, { links, people, files }), draft.reason).catch(setError)
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
      <TextField {...field('name')} isRequired maxLength={200} />
      <ChoiceField
        {...field('state')}
        isRequired
        isFolded
        choices={Object.entries(lists?.states ?? {}).map(([value, label]) => ({
          value,
          label: say(label),
        }))}
      />
      <div className="item-line">
        <DayField {...field('stateSince')} isRequired />
        <DayField {...field('foundedOn')} />
      </div>
      <LongTextField {...field('business')} isRequired maxLength={2000} />
      <div className="item-line">
        <TextField {...field('uscc')} maxLength={18} />
        <MoneyField {...field('capitalFen')} isNarrow />
      </div>
      <ChoiceField
        {...field('holdingId')}
        isFolded
        choices={(held?.items ?? []).map(({ id, number, company }) => ({
          value: id,
          label: `${number} ${company}`,
        }))}
      />
      <RecordPicker
        label={t('spinOffs.fields.links')}
        findLabel={t('spinOffs.find')}
        chosen={links}
        onChange={setLinks}
        name="spin-off-links"
        find={findLinks}
        text={({ kind, number, title }) =>
          `${number ?? ''} ${title ?? t('spinOffs.closedLink')} · ${t(`spinOffs.linkKinds.${kind}`)}`.trim()
        }
        error={wrong.at('links')}
      />
      <MemberFields people={people} onChange={setPeople} error={wrong.at('people')} />
      <FilesField
        error={wrong.at('files')}
        label={t('spinOffs.fields.files')}
        files={files}
        onChange={(change) => setFiles(change)}
      />
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
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
        <Button kind="primary" type="submit" busy={isBusy}>
          {t('spinOffs.save')}
        </Button>
      </div>
    </form>
  )
}

function draftOf(of: SpinOffWire | undefined): Record<Name | 'reason', string> {
  return {
    ...{ name: of?.name ?? '', uscc: of?.uscc ?? '', state: of?.state ?? '' },
    ...{ stateSince: of?.stateSince ?? '', foundedOn: of?.foundedOn ?? '' },
    ...{ business: of?.business ?? '', holdingId: of?.holdingId ?? '', remark: of?.remark ?? '' },
    capitalFen: of?.capitalFen ? typedYuan(of.capitalFen) : '',
    reason: '',
  }
}

function peopleOf(of: SpinOffWire | undefined): readonly TypedMember[] {
  return (of?.people ?? []).map(({ toDay, approvedBy, approvedOn, ...one }, key) => ({
    ...one,
    key,
    toDay: toDay ?? '',
    approvedBy: approvedBy ?? '',
    approvedOn: approvedOn ?? '',
  }))
}

interface Chosen {
  readonly links: readonly Link[]
  readonly people: readonly TypedMember[]
  readonly files: readonly StoredFile[]
}

function fieldsOf(
  draft: Readonly<Record<Name | 'reason', string>>,
  { links, people, files }: Chosen,
): Required<NewSpinOffWire> {
  const said = (name: Name) => draft[name].trim() || null
  return {
    ...{ name: draft.name, state: draft.state, stateSince: draft.stateSince },
    ...{ business: draft.business, uscc: said('uscc'), foundedOn: said('foundedOn') },
    capitalFen: draft.capitalFen === '' ? null : (fenText(draft.capitalFen) ?? draft.capitalFen),
    ...{ holdingId: said('holdingId'), remark: said('remark') },
    links: links.map(({ kind, id }) => ({ kind, id })),
    people: people.map(({ name, role, way, fromDay, toDay, approvedBy, approvedOn }) => ({
      ...{ name, role, way, fromDay, toDay: toDay || null },
      ...{ approvedBy: approvedBy.trim() || null, approvedOn: approvedOn || null },
    })),
    files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
  }
}
