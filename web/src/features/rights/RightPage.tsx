import { useQuery, useQueryClient } from '@tanstack/react-query'
import { countryWords } from '@yizhuan/docket'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { FilingReview } from '../../ui/FilingReview.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { Agents } from './agents/Agents.tsx'
import { DocketPanels } from './docket/DocketPanels.tsx'
import { RightForm } from './RightForm.tsx'
import { amendRight, type RightWire, rightQuery } from './right.api.ts'
import { Shares } from './shares/Shares.tsx'
import { toneOf } from './status-tone.ts'

/** One right: what is registered of it, what it belongs to, and its history. */
export function RightPage(props: {
  id: string
  mayWrite: boolean
  /** Whether somebody decides on keeping rights, without keeping the register. */
  mayDecide: boolean
  /** Whether somebody claims shares of fees from others. */
  mayClaim: boolean
  /** Who holds which power over it. */
  trust?: ReactNode
}) {
  const { id, mayWrite, mayDecide, mayClaim } = props
  const { t, named, say } = useLanguage()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const query = useQuery(rightQuery(id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            note={
              <>
                {named('rights.kinds', one.kind)}
                {one.country && ` · ${say(countryWords[one.country])}`} ·{' '}
                {one.number ?? t('rights.noNumber')}{' '}
                {one.isNumberUnchecked && (
                  <span className="chip">{t('rights.numberUnchecked')}</span>
                )}{' '}
                {one.status && (
                  <span className={`chip ${toneOf(one.status)}`}>
                    {named('rights.statuses', one.status)}
                  </span>
                )}
              </>
            }
          >
            {mayWrite && (
              <Button kind="primary" onClick={() => setOpen(true)}>
                {t('rights.amend')}
              </Button>
            )}
          </PageHeader>
          {one.isStatusDerived && <p className="hint">{t('rights.statusDerived')}</p>}
          <div className="two wide-left">
            <Panel title={t('rights.registered')}>
              <Registered one={one} />
            </Panel>
            <Panel title={t('rights.belongsTo')}>
              <Belongs one={one} />
            </Panel>
          </div>
          {mayWrite && one.achievementId && (
            <FilingReview achievement={one.achievementId} right={id} />
          )}
          {props.trust}
          <DocketPanels id={id} mayWrite={mayWrite} mayDecide={mayDecide} />
          <Shares id={id} mayWrite={mayWrite} mayClaim={mayClaim} />
          <Agents id={id} mayWrite={mayWrite} />
          <Comments kind="right" id={id} />
          <Panel title={t('history.title')}>
            <History
              path={`/rights/${id}/history`}
              group="rights"
              restores={mayWrite && { kind: 'right', id }}
            />
          </Panel>
          {isOpen && (
            <Dialog title={t('rights.amend')} onClose={() => setOpen(false)}>
              <RightForm
                of={one}
                onSave={async (fields, reason) => {
                  await amendRight(id, { ...fields, reason, expectedSeq: one.seq })
                  await client.invalidateQueries({ queryKey: ['right', id] })
                  await client.invalidateQueries({ queryKey: ['docket', id] })
                  await client.invalidateQueries({ queryKey: [`/rights/${id}/history`] })
                  setOpen(false)
                }}
                onCancel={() => setOpen(false)}
              />
            </Dialog>
          )}
        </>
      )}
    </Loaded>
  )
}

function Registered({ one }: { one: RightWire }) {
  const { t } = useLanguage()
  const label = (field: FieldName) => t(`rights.fields.${field}`)
  return (
    <Facts>
      <Fact label={label('publicationNo')}>{one.publicationNo}</Fact>
      <Fact label={label('woody')}>{one.woody && t('general.yes')}</Fact>
      <Fact label={label('certificateNo')}>{one.certificateNo}</Fact>
      <Fact label={label('version')}>{one.version}</Fact>
      <Fact label={label('dosageForm')}>{one.dosageForm}</Fact>
      <Fact label={label('completedOn')}>
        {one.completedOn && <DayText day={one.completedOn} />}
      </Fact>
      <Fact label={label('firstPublishedOn')}>
        {one.firstPublishedOn && <DayText day={one.firstPublishedOn} />}
      </Fact>
      <Fact label={label('filedOn')}>{one.filedOn && <DayText day={one.filedOn} />}</Fact>
      <Fact label={label('grantedOn')}>{one.grantedOn && <DayText day={one.grantedOn} />}</Fact>
      <Fact label={label('validTo')}>{one.validTo && <DayText day={one.validTo} />}</Fact>
      <Fact label={label('feeDueOn')}>{one.feeDueOn && <DayText day={one.feeDueOn} />}</Fact>
      <Fact label={label('feePaidYear')}>
        {one.feePaidYear !== null && t('rights.feeYear', { year: one.feePaidYear })}
      </Fact>
      <Fact label={label('agency')}>{one.agency}</Fact>
      <Fact label={label('remark')}>{one.remark}</Fact>
    </Facts>
  )
}

type FieldName = keyof typeof import('../../locales/zh/rights.ts').rights.rights.fields

function Belongs({ one }: { one: RightWire }) {
  const { t, listed } = useLanguage()
  return (
    <Facts>
      <Fact label={t('rights.fields.inventors')}>{listed(one.inventors)}</Fact>
      <Fact label={t('rights.fields.coOwners')}>
        {one.coOwners.length > 0 ? listed(one.coOwners) : t('rights.ownedAlone')}
      </Fact>
      <Fact label={t('rights.fields.departments')}>{listed(one.departments)}</Fact>
      <Fact label={t('rights.fields.achievementId')}>
        {one.achievementId ? (
          <a href={`/achievements/${one.achievementId}`}>
            {one.achievementNumber} {one.achievementTitle}
          </a>
        ) : (
          (one.ledgerAchievement ?? t('rights.noAchievement'))
        )}
      </Fact>
      {one.number && (
        <Fact label={t('rights.contracts')}>
          <a href={`/contracts?patent=${encodeURIComponent(one.number)}`}>
            {t('rights.findContracts')}
          </a>
        </Fact>
      )}
    </Facts>
  )
}
