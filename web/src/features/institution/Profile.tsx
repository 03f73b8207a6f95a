import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  changeInstitution,
  type InstitutionWire,
  institutionQuery,
  placesQuery,
  provincesQuery,
} from './institution.api.ts'
import { PlatformStart } from './PlatformStart.tsx'
import { Responsible } from './Responsible.tsx'
import { Standings } from './Standings.tsx'

const kinds = ['hospital', 'maternal_child', 'cdc', 'institute', 'other'] as const

const pilots = ['none', 'listed', 'voluntary'] as const

/** What the institution says of itself: which law applies to it, and what its forms begin with. */
export function Profile({ roles }: { roles: readonly string[] }) {
  const mayChange = roles.includes('admin')
  const { t } = useLanguage()
  const query = useQuery(institutionQuery)
  return (
    <>
      <PageHeader title={t('institution.title')} note={t('institution.note')} />
      <Loaded query={query}>
        {(one) => (
          <>
            {one.province === null && (
              <Callout tone="due" title={t('institution.noProvince')}>
                {t('institution.noProvinceHint')}
              </Callout>
            )}
            <Panel className="form-panel">
              {mayChange ? <ProfileForm key={one.seq} one={one} /> : <ProfileShown one={one} />}
            </Panel>
            <Responsible mayChange={mayChange} />
            <Standings mayChange={mayChange} />
            <PlatformStart roles={roles} />
            <Panel title={t('history.title')}>
              <History path="/institution/history" group="institution" />
            </Panel>
          </>
        )}
      </Loaded>
    </>
  )
}

function ProfileShown({ one }: { one: InstitutionWire }) {
  const { t, say, named } = useLanguage()
  const { data: provinces } = useQuery(provincesQuery)
  const province = provinces?.find(({ code }) => code === one.province)?.name
  const answer = one.universityAffiliated === null ? null : one.universityAffiliated
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [t('institution.name'), one.name],
    [t('institution.kind'), one.kind && named('institution.kinds', one.kind)],
    [t('institution.province'), province && say(province)],
    ...(one.pilot === null
      ? []
      : [[t('institution.pilot'), named('institution.pilots', one.pilot)] as const]),
    [
      t('institution.universityAffiliated'),
      answer === null ? null : answer ? (one.university ?? t('general.yes')) : t('general.no'),
    ],
    [t('institution.platformCompany'), one.platformCompany],
    [t('institution.noticeDepartment'), one.noticeDepartment],
    [t('institution.objectionProcedure'), one.objectionProcedure],
  ]
  return (
    <dl className="defs">
      {lines.map(([label, value]) => (
        <Line key={label} label={label} value={value ?? t('institution.notSaid')} />
      ))}
    </dl>
  )
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd style={{ whiteSpace: 'pre-wrap' }}>{value}</dd>
    </>
  )
}

const texts = [
  'name',
  'university',
  'platformCompany',
  'noticeDepartment',
  'objectionProcedure',
] as const
const fields = [...texts, 'kind', 'province', 'pilot', 'universityAffiliated']

function ProfileForm({ one }: { one: InstitutionWire }) {
  const { t, say, named } = useLanguage()
  const client = useQueryClient()
  const { data: provinces = [] } = useQuery(provincesQuery)
  const { data: places = [] } = useQuery(placesQuery)
  const [values, setValues] = useState(one)
  const save = useMutation({
    mutationFn: () => changeInstitution({ ...differing(one, values), expectedSeq: one.seq }),
    onSuccess: async (saved) => {
      client.setQueryData(institutionQuery.queryKey, saved)
      // Another province is another law, and another name is shown above every page.
      await client.invalidateQueries()
    },
  })
  const wrong = fieldErrors(save.error, fields)
  const text = (name: (typeof texts)[number]) => ({
    name,
    label: t(`institution.${name}`),
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: wrong.at(name),
  })
  const hasLaw = (code: string) => places.some(({ province }) => province === code)
  const onlyDrafts = (code: string) =>
    places.some(
      ({ province, packs }) =>
        province === code && packs.every(({ status }) => status !== 'published'),
    )
  const hasPilot = (code: string | null) =>
    places.some(({ province, packs }) => province === code && packs.some(({ isPilot }) => isPilot))
  const affiliated = values.universityAffiliated
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={save.error} shown={wrong.shown} />
      <TextField {...text('name')} isRequired />
      <ChoiceField
        label={t('institution.kind')}
        value={values.kind ?? undefined}
        onChange={(kind) => setValues({ ...values, kind: kind as InstitutionWire['kind'] })}
        choices={kinds.map((value) => ({ value, label: named('institution.kinds', value) }))}
        error={wrong.at('kind')}
      />
      <ChoiceField
        label={t('institution.province')}
        hint={t('institution.provinceHint')}
        value={values.province ?? undefined}
        onChange={(province) => setValues({ ...values, province: province || null })}
        choices={provinces
          .toSorted((a, b) => Number(hasLaw(b.code)) - Number(hasLaw(a.code)))
          .map(({ code, name }) => ({
            value: code,
            label: hasLaw(code) ? say(name) : t('institution.withoutLaw', { place: say(name) }),
          }))}
        isFolded
        error={wrong.at('province')}
      />
      {values.province !== null && !hasLaw(values.province) && (
        <Callout tone="due" title={t('institution.noLaw')}>
          {t('institution.noLawHint')}
        </Callout>
      )}
      {values.province !== null && onlyDrafts(values.province) && (
        <Callout tone="due" title={t('institution.onlyDrafts')}>
          {t('institution.onlyDraftsHint')}
        </Callout>
      )}
      {hasPilot(values.province) && (
        <ChoiceField
          label={t('institution.pilot')}
          hint={t('institution.pilotHint')}
          value={values.pilot ?? 'none'}
          onChange={(pilot) =>
            setValues({
              ...values,
              pilot: pilot === 'none' ? null : (pilot as InstitutionWire['pilot']),
            })
          }
          choices={pilots.map((value) => ({ value, label: named('institution.pilots', value) }))}
          error={wrong.at('pilot')}
        />
      )}
      <ChoiceField
        label={t('institution.universityAffiliated')}
        hint={t('institution.affiliatedHint')}
        value={affiliated === null ? undefined : String(affiliated)}
        onChange={(value) => setValues({ ...values, universityAffiliated: value === 'true' })}
        choices={[
          { value: 'true', label: t('general.yes') },
          { value: 'false', label: t('general.no') },
        ]}
        error={wrong.at('universityAffiliated')}
      />
      {affiliated === true && <TextField {...text('university')} />}
      <TextField {...text('platformCompany')} hint={t('institution.platformHint')} />
      <TextField {...text('noticeDepartment')} hint={t('institution.departmentHint')} />
      <LongTextField
        {...text('objectionProcedure')}
        hint={t('institution.procedureHint')}
        rows={4}
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t('institution.save')}
        </Button>
        {save.isSuccess && <span className="muted">{t('institution.saved')}</span>}
      </div>
    </form>
  )
}

/** The fields that were changed; an emptied text is taken back. */
function differing(before: InstitutionWire, values: InstitutionWire) {
  const { id: _id, seq: _seq, ...told } = values
  return Object.fromEntries(
    Object.entries(told)
      .map(([field, value]) => [field, value === '' ? null : value] as const)
      .filter(([field, value]) => value !== before[field as keyof InstitutionWire]),
  )
}
