import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../../api/client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { History } from '../../../ui/History.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, Nothing, Panel } from '../../../ui/Page.tsx'
import { PagedList } from '../../../ui/PagedList.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import { usePages } from '../../../ui/usePages.ts'
import { type ReceiptListLineWire, receiptListQuery, undoReceipts } from './fee.api.ts'
import { UploadReceipts } from './UploadReceipts.tsx'

/** The lists of receipts that were taken from files, newest first. */
export function ReceiptLists({ mayPay }: { mayPay: boolean }) {
  const { t, named } = useLanguage()
  const { query, items } = usePages<ReceiptListLineWire>('/fee-receipts', {})
  const [isUploading, upload] = useState(false)
  const [shown, show] = useState<string>()
  return (
    <Panel
      title={t('fees.receiptLists')}
      extra={
        <span className="actions">
          <ExportMenu path="/fee-receipts" />
          {mayPay && (
            <Button small kind="primary" onClick={() => upload(true)}>
              {t('fees.uploadReceipts')}
            </Button>
          )}
        </span>
      }
    >
      <PagedList
        query={query}
        isEmpty={items.length === 0}
        empty={<Nothing text={t('fees.noReceiptLists')} hint={t('fees.uploadLead')} />}
      >
        <ul className="rows">
          {items.map((one) => (
            <li key={one.id}>
              <span>
                <Button small kind="quiet" onClick={() => show(one.id)}>
                  {one.name}
                </Button>{' '}
                {t('fees.receiptCount', { count: one.lines })} <Money fen={one.sumFen} />{' '}
                {one.state === 'undone' && (
                  <span className="chip">{named('fees.listStates', one.state)}</span>
                )}{' '}
                <small className="muted">
                  {one.takenName} · {one.takenOn}
                  {one.undoReason !== null &&
                    ` · ${t('fees.undoneBy', { name: one.undoneName, reason: one.undoReason })}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </PagedList>
      {isUploading && <UploadReceipts onClose={() => upload(false)} />}
      {shown !== undefined && (
        <ReceiptList id={shown} mayPay={mayPay} onClose={() => show(undefined)} />
      )}
    </Panel>
  )
}

/** One list: its fees, its file, its history, and taking it back. */
function ReceiptList(props: { id: string; mayPay: boolean; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, mayPay, onClose } = props
  const client = useQueryClient()
  const query = useQuery(receiptListQuery(id))
  const [isUndoing, undo] = useState(false)
  const reread = () => {
    const keys = [
      ['fee-receipts', id],
      [`/fee-receipts/${id}/history`],
      ['/fee-receipts'],
      ['/fee-batches'],
      ['fee-batch'],
      ['fees'],
      ['docket'],
    ]
    return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  if (isUndoing) {
    return (
      <SmallForm
        title={t('fees.undoReceipts')}
        lead={t('fees.undoReceiptsLead')}
        asked={[{ name: 'reason', label: t('docket.reason'), as: 'text', isRequired: true }]}
        act={t('fees.undoReceipts')}
        isDanger
        onSend={({ reason }) => undoReceipts(id, String(reason))}
        onDone={reread}
        onClose={() => undo(false)}
      />
    )
  }
  return (
    <Dialog title={t('fees.receiptList')} onClose={onClose}>
      <Loaded query={query}>
        {(list) => (
          <>
            <p>
              <a href={address(`/files/${list.sha256}`)} download>
                {list.name}
              </a>
            </p>
            <ul className="rows">
              {list.fees.map((fee) => (
                <li key={`${fee.right}/${fee.year}`} className={fee.isStruck ? 'was' : ''}>
                  <span>
                    <a href={`/rights/${fee.right}`} className="figure">
                      {fee.number}
                    </a>{' '}
                    {fee.title} {t('docket.yearOf', { year: fee.year })} <Money fen={fee.fen} />{' '}
                    <small className="muted">
                      {fee.receipt} {fee.paidOn} ·{' '}
                      <a href={`/fee-batches/${fee.batch}`}>{fee.batchTitle}</a>
                    </small>
                  </span>
                </li>
              ))}
            </ul>
            <History path={`/fee-receipts/${id}/history`} group="fees" />
            <div className="dialog-foot">
              <Button onClick={onClose}>{t('general.close')}</Button>
              {mayPay && list.state === 'taken' && (
                <Button kind="danger" onClick={() => undo(true)}>
                  {t('fees.undoReceipts')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
