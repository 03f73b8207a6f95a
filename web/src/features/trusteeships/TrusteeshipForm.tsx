import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { PartyFields, type TypedParty } from './PartyFields.tsx'
import {
  findSubjects,
  listsQuery,
  type NewTrusteeshipWire,
  type Subject,
  type TrusteeshipWire,
} from './trusteeship.api.ts'

const texts = ['number', 'title', 'trustee', 'trusteeUscc', 'trusteeKind', 'payer'] as const
const terms = ['fromDay', 'toDay', 'duties', 'feeWords', 'approvedBy', 'approvedOn'] as const
const asked = [...texts, ...terms, 'subjects', 'parties', 'feeFen', 'files', 'despite', 'remark']
type Name = (typeof texts)[number] | (typeof terms)[number] | 'feeFen' | 'despite' | 'remark'

/** Enters an agreement or changes one. */
export function TrusteeshipForm(props: {
  of?: TrusteeshipWire
  /** What is to be held in trust, where somebody came from there. */
  subjects?: readonly Subject[]
  owner: string
  onSave: (fields: Required<NewTrusteeshipWire>, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t, say } = useLanguage()
  const { of, owner } = props
  const { data: lists } = useQuery(listsQuery)
  const [draft, setDraft] = useState<Readonly<Record<Name | 'reason', string>>>(draftOf(of))
  const [subjects, setSubjects] = useState<readonly Subject[]>(of?.subjects ?? props.subjects ?? [])
  const [parties, setParties] = useState<readonly TypedParty[]>(partiesOf(of, owner))
  const [files, setFiles] = useState<readonly StoredFile[]>(of?.files ?? [])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const field = (name: Name) => ({
    label: t(`trusteeships.fields.${name}`),
    name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: wrong.at(name),
  })
  const mustSayWhy = wrong.at('despite') !== undefined || draft.despite !== ''
  const send = async () => {
    setBusy(true)
    setError(undefined)
    await props.onSave(fieldsOf(draft, { subjects, parties, files }), draft.reason).catch(setError)
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
      <RecordPicker
        label={t('trusteeships.fields.subjects')}
        findLabel={t('trusteeships.find')}
        isRequired
        chosen={subjects}
        onChange={setSubjects}
        name="trusteeship-subjects"
        find={findSubjects}
        text={({ kind, number, title }) =>
          `${number ?? ''} ${title} · ${t(`trusteeships.kinds.${kind}`)}`.trim()
        }
        error={wrong.at('subjects')}
      />
      <TextField {...field('trustee')} isRequired maxLength={200} />
      <ChoiceField
        {...field('trusteeKind')}
        isRequired
        choices={Object.entries(lists?.trustees ?? {}).map(([value, label]) => ({
          value,
          label: say(label),
        }))}
      />
      <TextField {...field('trusteeUscc')} maxLength={18} width="medium" />
      <PartyFields
        parties={parties}
        known={[owner, draft.trustee.trim()]}
        onChange={setParties}
        error={wrong.at('parties')}
      />
      <div className="item-line">
        <DayField {...field('fromDay')} isRequired />
        <DayField {...field('toDay')} hint={t('trusteeships.toDayHint')} />
      </div>
      <ChoiceField
        {...field('payer')}
        isFolded
        choices={(['third_party', 'institution'] as const).map((value) => ({
          value,
          label: t(`trusteeships.payers.${value}`),
        }))}
      />
      <LongTextField {...field('duties')} isRequired maxLength={4000} />
      <MoneyField {...field('feeFen')} />
      <TextField {...field('feeWords')} maxLength={1000} />
      <TextField {...field('approvedBy')} maxLength={200} />
      <DayField {...field('approvedOn')} />
      <FilesField
        label={t('trusteeships.fields.files')}
        files={files}
        onChange={(change) => setFiles(change)}
      />
      <LongTextField {...field('remark')} maxLength={2000} />
      {mustSayWhy && <LongTextField {...field('despite')} maxLength={1000} />}
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
          {t('trusteeships.save')}
        </Button>
      </div>
    </form>
  )
}

function draftOf(of: TrusteeshipWire | undefined): Record<Name | 'reason', string> {
  return {
    ...{ number: of?.number ?? '', title: of?.title ?? '', trustee: of?.trustee ?? '' },
    ...{ trusteeUscc: of?.trusteeUscc ?? '', trusteeKind: of?.trusteeKind ?? '' },
    ...{ payer: of?.payer ?? '', fromDay: of?.fromDay ?? '', toDay: of?.toDay ?? '' },
    ...{ duties: of?.duties ?? '', feeFen: of?.feeFen ? typedYuan(of.feeFen) : '' },
    ...{ feeWords: of?.feeWords ?? '', approvedBy: of?.approvedBy ?? '' },
    ...{ approvedOn: of?.approvedOn ?? '', despite: of?.despite ?? '', remark: of?.remark ?? '' },
    reason: '',
  }
}

/** The owner keeps what nobody says it gives away. */
function partiesOf(of: TrusteeshipWire | undefined, owner: string): readonly TypedParty[] {
  if (!of) {
    return [
      { key: 1, power: 'ownership', name: owner, uscc: '', share: '' },
      { key: 2, power: 'operation', name: '', uscc: '', share: '' },
      { key: 3, power: 'income', name: owner, uscc: '', share: '' },
    ]
  }
  return of.parties.map(({ power, name, uscc, share }, key) => ({
    ...{ key, power, name, uscc: uscc ?? '', share: share ?? '' },
  }))
}

interface Chosen {
  readonly subjects: readonly Subject[]
  readonly parties: readonly TypedParty[]
  readonly files: readonly StoredFile[]
}

function fieldsOf(
  draft: Readonly<Record<Name | 'reason', string>>,
  { subjects, parties, files }: Chosen,
): Required<NewTrusteeshipWire> {
  const said = (name: Name) => draft[name].trim() || null
  return {
    ...{ number: draft.number, title: draft.title, trustee: draft.trustee },
    ...{ trusteeKind: draft.trusteeKind, trusteeUscc: said('trusteeUscc') },
    payer: said('payer') as 'third_party' | 'institution' | null,
    ...{ fromDay: draft.fromDay, toDay: said('toDay'), duties: draft.duties },
    feeFen: draft.feeFen === '' ? null : (fenText(draft.feeFen) ?? draft.feeFen),
    ...{ feeWords: said('feeWords'), approvedBy: said('approvedBy') },
    ...{ approvedOn: said('approvedOn'), despite: said('despite'), remark: said('remark') },
    subjects: subjects.map(({ kind, id }) => ({ kind, id })),
    parties: parties.map(({ power, name, uscc, share }) => ({
      ...{ power, name, uscc: uscc.trim() || null },
      share: power === 'income' ? share.trim() || null : null,
    })),
    files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
  }
}
