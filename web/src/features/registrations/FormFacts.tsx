import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Files } from './Events.tsx'
import { groups, isAmount, isDay, listOf } from './form-fields.ts'
import { listsQuery, type RegistrationWire } from './registration.api.ts'

/** The form as it is filled in, and what the registrar made of it. */
export function FormFacts({ one }: { one: RegistrationWire }) {
  const { t } = useLanguage()
  // What went to the registrar, or came from a ledger, is not asked for any more.
  const isUnasked = one.state !== 'draft' && one.lacking.length > 0
  return (
    <>
      {isUnasked && <p className="hint">{t('registrations.unaskedHint')}</p>}
      <Form one={one} />
    </>
  )
}

function Form({ one }: { one: RegistrationWire }) {
  const { t } = useLanguage()
  return (
    <div className="two">
      {groups.map(({ name, fields }) => (
        <section key={name}>
          <h3>{t(`registrations.groups.${name}`)}</h3>
          <Facts>
            {fields.map((field) => (
              <Fact key={field} label={t(`registrations.fields.${field}`)}>
                <Said one={one} field={field} />
              </Fact>
            ))}
            {one.otherParties
              .filter(({ side }) => side === name)
              .map((party) => (
                <Fact key={party.name} label={t(`registrations.party.${party.side}`)}>
                  {[party.name, party.uscc, party.nature, party.country, party.region]
                    .filter(Boolean)
                    .join(' · ')}
                </Fact>
              ))}
          </Facts>
        </section>
      ))}
      <section>
        <h3>{t('registrations.groups.outcome')}</h3>
        <Facts>
          <Fact label={t('registrations.fields.registrar')}>{one.registrar ?? '—'}</Fact>
          <Fact label={t('registrations.fields.number')}>
            {one.number && <span className="figure">{one.number}</span>}
          </Fact>
          <Fact label={t('registrations.fields.decidedOn')}>
            {one.decidedOn && <DayText day={one.decidedOn} />}
          </Fact>
          <Fact label={t('registrations.fields.recognisedFen')}>
            {one.recognisedFen && <Money fen={one.recognisedFen} />}
          </Fact>
          <Fact label={t('registrations.fields.certificate')}>
            {one.certificate.length > 0 && <Files files={one.certificate} />}
          </Fact>
          <Fact label={t('registrations.fields.remark')}>{one.remark}</Fact>
        </Facts>
      </section>
    </div>
  )
}

function Said(props: {
  one: RegistrationWire
  field: (typeof groups)[number]['fields'][number]
}): ReactNode {
  const { t, say } = useLanguage()
  const { data } = useQuery(listsQuery)
  const { one, field } = props
  const value = one[field]
  if (value === null) {
    if (!one.lacking.includes(field)) return <span className="muted">—</span>
    return one.state === 'draft' ? (
      <span className="lacking">{t('registrations.toFillIn')}</span>
    ) : (
      <span className="muted">{t('registrations.notRecorded')}</span>
    )
  }
  const list = listOf[field]
  if (list && !data) return '…'
  if (list) {
    const label = data?.lists[list]?.codes.find(({ code }) => code === value)?.label
    return (
      <>
        {say(label) || value} {/^\d+$/.test(value) && <small className="muted">{value}</small>}
      </>
    )
  }
  if (isAmount(field)) return <Money fen={value} />
  return isDay(field) ? <DayText day={value} /> : value
}
