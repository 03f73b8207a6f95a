import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { CapTable } from './CapTable.tsx'
import { type HoldingWire, holdingQuery, toneOf } from './holding.api.ts'
import { Lapsed } from './Lapsed.tsx'
import { Dividends, Events } from './Life.tsx'
import { Appraisals, Clocks, Documents, PayIns } from './Standing.tsx'

/** One holding: who holds what since when, what befell it, what it brought, what comes up. */
export function HoldingPage({ id, readsTax }: { id: string; readsTax: boolean }) {
  const { t } = useLanguage()
  const query = useQuery(holdingQuery(id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.company}
            note={
              <>
                <span className="figure">{one.number}</span>{' '}
                <span className={`chip ${toneOf[one.stage]}`}>
                  {t(`holdings.stages.${one.stage}`)}
                </span>
              </>
            }
          >
            <ExportMenu path="/cap-tables" filter={{ holding: id }} />
            <LinkButton href={`/cases/${id}`} kind="primary">
              {t('holdings.openCase')}
            </LinkButton>
          </PageHeader>
          <Sums of={one} />
          <Panel title={t('holdings.capTable')}>
            <CapTable of={one} />
          </Panel>
          <div className="two wide-left">
            <Panel
              title={t('holdings.events')}
              extra={<ExportMenu path="/holding-events" filter={{ holding: id }} />}
            >
              <Events of={one} />
            </Panel>
            <Panel
              title={t('holdings.clocks')}
              extra={
                readsTax && (
                  <ExportMenu
                    path="/deferral-filings"
                    filter={{ holding: id }}
                    label={t('holdings.exportFilings')}
                  />
                )
              }
            >
              <Clocks of={one} />
            </Panel>
          </div>
          <Panel
            title={t('holdings.dividendsTitle')}
            extra={<ExportMenu path="/holding-dividends" filter={{ holding: id }} />}
          >
            <Dividends of={one} />
          </Panel>
          {one.payIns.length > 0 && (
            <Panel title={t('holdings.payIns')}>
              <PayIns of={one} />
            </Panel>
          )}
          <Panel title={t('holdings.appraisals')}>
            <Appraisals of={one} />
          </Panel>
          <div className="two wide-left">
            <Panel title={t('holdings.documents')} id="documents">
              <Documents of={one} />
            </Panel>
            <Panel title={t('holdings.fields.company')}>
              <About of={one} />
            </Panel>
          </div>
          <Comments kind="holding" id={id} />
        </>
      )}
    </Loaded>
  )
}

function Sums({ of }: { of: HoldingWire }) {
  const { t } = useLanguage()
  return (
    <dl className="money-sums">
      <div>
        <dt>{t('holdings.fields.ownShare')}</dt>
        <dd>
          <strong>
            <ShareText share={of.ownShare} />
          </strong>
        </dd>
      </div>
      <div>
        <dt>{t('holdings.fields.ownCost')}</dt>
        <dd>
          <Money fen={of.ownCostFen} />
        </dd>
      </div>
      <div>
        <dt>{t('holdings.fields.worth')}</dt>
        <dd>
          <Money fen={of.worthFen} />
          <Lapsed on={of.worthLapsedOn} />
        </dd>
      </div>
      <div>
        <dt>{t('holdings.fields.dividends')}</dt>
        <dd>
          <Money fen={of.dividendsFen} />
        </dd>
      </div>
    </dl>
  )
}

function About({ of }: { of: HoldingWire }) {
  const { t, named } = useLanguage()
  return (
    <Facts>
      <Fact label={t('holdings.fields.achievement')}>
        {of.achievementId ? (
          <a href={`/achievements/${of.achievementId}`}>{of.achievement}</a>
        ) : (
          of.achievement
        )}
      </Fact>
      <Fact label={t('holdings.fields.transferCase')}>{of.transferCase}</Fact>
      <Fact label={t('holdings.fields.formedOn')}>
        <DayText day={of.formedOn} isShort />
      </Fact>
      <Fact label={t('holdings.fields.value')}>
        <Money fen={of.valueFen} />
      </Fact>
      <Fact label={t('holdings.fields.registeredCapital')}>
        {of.registeredCapitalFen && <Money fen={of.registeredCapitalFen} />}
      </Fact>
      <Fact label={t('holdings.fields.uscc')}>{of.uscc}</Fact>
      <Fact label={t('holdings.fields.heldBy')}>{t(`holdings.heldBys.${of.heldBy}`)}</Fact>
      <Fact label={t('holdings.fields.listEntry')}>{of.listEntry}</Fact>
      <Fact label={t('holdings.fields.certificate')}>{of.certificate}</Fact>
      <Fact label={t('holdings.fields.tax')}>
        {of.tax && (
          <>
            {named('choice', of.tax.option)} {of.tax.filing}
          </>
        )}
      </Fact>
      <Fact label={t('holdings.fields.marketOn')}>
        {of.marketOn && (
          <>
            <DayText day={of.marketOn} isShort />{' '}
            {of.marketBasis && <small className="muted">{named('choice', of.marketBasis)}</small>}
          </>
        )}
      </Fact>
      <Fact label={t('holdings.fields.stay')}>{of.stay}</Fact>
      <Fact label={t('holdings.fields.windingUp')}>
        {of.windingUp && (
          <>
            <DayText day={of.windingUp.on} isShort /> {named('choice', of.windingUp.stage)}{' '}
            <small className="muted">
              {of.windingUp.body} {of.windingUp.document}
            </small>
          </>
        )}
      </Fact>
      <Fact label={t('holdings.fields.leftOn')}>
        {of.leftOn && <DayText day={of.leftOn} isShort />}
      </Fact>
      <Fact label={t('holdings.fields.spinOff')}>
        {of.spinOff && <a href={`/spin-offs/${of.spinOff.id}`}>{of.spinOff.name}</a>}
      </Fact>
      <Fact label={t('holdings.assessments')}>
        {of.assessments.length > 0 &&
          of.assessments.map(({ on, period, outcome }) => (
            <div key={`${on}-${period}`}>
              {period} <span className="said">{outcome}</span>
            </div>
          ))}
      </Fact>
    </Facts>
  )
}
