import { readLedger } from '@yizhuan/ledger'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './workbook.ts'

// Invented patents, in the elements of the two standards.

const st36 = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE exchange-documents SYSTEM "exchange-documents.dtd">
<exch:exchange-documents xmlns:exch="urn:example">
  <exch:exchange-document country="CN" doc-number="112345678" kind="A">
    <exch:bibliographic-data>
      <exch:publication-reference><document-id>
        <country>CN</country><doc-number>112345678</doc-number><kind>A</kind><date>20210805</date>
      </document-id></exch:publication-reference>
      <exch:publication-reference><document-id>
        <country>CN</country><doc-number>112345678</doc-number><kind>B</kind><date>20230606</date>
      </document-id></exch:publication-reference>
      <exch:application-reference><document-id>
        <country>CN</country><doc-number>202110000001</doc-number><date>20210302</date>
      </document-id></exch:application-reference>
      <exch:priority-claims><exch:priority-claim sequence="1"><document-id>
        <country>CN</country><doc-number>202010000009</doc-number><date>20200310</date>
      </document-id></exch:priority-claim></exch:priority-claims>
      <exch:parties>
        <exch:applicants>
          <exch:applicant sequence="1"><addressbook>
            <orgname>示例市虚构医院</orgname><address><country>CN</country></address>
          </addressbook></exch:applicant>
          <exch:applicant sequence="2"><exch:applicant-name><name>示例大学</name></exch:applicant-name></exch:applicant>
        </exch:applicants>
        <exch:inventors>
          <exch:inventor><exch:inventor-name><name>LIN, JIAMU</name></exch:inventor-name></exch:inventor>
          <exch:inventor><addressbook><last-name>林</last-name><first-name>甲木</first-name></addressbook></exch:inventor>
          <exch:inventor><addressbook><name>周乙</name></addressbook></exch:inventor>
        </exch:inventors>
        <agents><agent><addressbook><orgname>示例专利代理所</orgname></addressbook></agent></agents>
      </exch:parties>
      <exch:invention-title lang="en">Foldable stent (example)</exch:invention-title>
      <exch:invention-title lang="zh">一种可折叠的示例支架</exch:invention-title>
    </exch:bibliographic-data>
  </exch:exchange-document>
</exch:exchange-documents>`

const st96 = `<?xml version="1.0" encoding="UTF-8"?>
<pat:PatentGrantBag xmlns:pat="urn:example:pat" xmlns:com="urn:example:com"><pat:BibliographicData>
  <pat:PatentGrantIdentification>
    <com:IPOfficeCode>CN</com:IPOfficeCode><pat:PatentNumber>212345679</pat:PatentNumber>
    <com:PatentDocumentKindCode>U</com:PatentDocumentKindCode><pat:GrantDate>2022-01-04</pat:GrantDate>
  </pat:PatentGrantIdentification>
  <pat:ApplicationIdentification>
    <com:IPOfficeCode>CN</com:IPOfficeCode>
    <com:ApplicationNumber><com:ApplicationNumberText>202120000002</com:ApplicationNumberText></com:ApplicationNumber>
    <pat:FilingDate>2021-06-07</pat:FilingDate>
  </pat:ApplicationIdentification>
  <pat:InventionTitle com:languageCode="zh">示例引流装置</pat:InventionTitle>
  <pat:PartyBag>
    <pat:ApplicantBag><pat:Applicant><com:Contact><com:Name><com:OrganizationName>
      <com:OrganizationStandardName>示例市虚构医院</com:OrganizationStandardName>
    </com:OrganizationName></com:Name></com:Contact></pat:Applicant></pat:ApplicantBag>
    <pat:InventorBag>
      <pat:Inventor><com:Contact><com:Name><com:PersonName>
        <com:PersonFullName>吴丙</com:PersonFullName>
      </com:PersonName></com:Name></com:Contact></pat:Inventor>
    </pat:InventorBag>
  </pat:PartyBag>
</pat:BibliographicData></pat:PatentGrantBag>`

const patentsIn = async (xml: string) => {
  const { tables, problems } = readLedger(
    await readWorkbook(Buffer.from(xml), '检索结果.xml'),
    '2026-03-02',
  )
  return { table: tables[0]?.table, records: tables[0]?.records, problems }
}

describe('patents as an office hands them out', () => {
  test('ST.36: names in Chinese, the publication of the grant, a check character made', async () => {
    const { table, records, problems } = await patentsIn(st36)
    expect(table).toBe('patents')
    expect(records).toMatchObject([
      {
        title: '一种可折叠的示例支架',
        kind: 'invention',
        applicationNo: expect.stringMatching(/^202110000001\.[\dX]$/),
        publicationNo: 'CN112345678B',
        filedOn: '2021-03-02',
        grantedOn: '2023-06-06',
        inventors: ['林甲木', '周乙'],
        agency: '示例专利代理所',
      },
    ])
    expect(problems).toEqual([])
  })

  test('ST.96: a utility model with its grant', async () => {
    const { records, problems } = await patentsIn(st96)
    expect(records).toMatchObject([
      {
        title: '示例引流装置',
        kind: 'utility_model',
        publicationNo: 'CN212345679U',
        filedOn: '2021-06-07',
        grantedOn: '2022-01-04',
        inventors: ['吴丙'],
        coOwners: [],
      },
    ])
    expect(problems).toEqual([])
  })

  const claim = (office: string, number: string, day: string) => `<pat:PriorityClaim>
    <com:IPOfficeCode>${office}</com:IPOfficeCode>
    <com:ApplicationNumber><com:ApplicationNumberText>${number}</com:ApplicationNumberText></com:ApplicationNumber>
    <pat:FilingDate>${day}</pat:FilingDate></pat:PriorityClaim>`
  const claims = [claim('CN', '202010000009', '2020-03-10'), claim('US', '63123456', '2020-05-04')]
  const bag = `<pat:PriorityClaimBag>${claims.join('')}</pat:PriorityClaimBag>`

  test.each([
    ['after the application', st96.replace('<pat:InventionTitle', `${bag}<pat:InventionTitle`)],
    ['before it', st96.replace('<pat:ApplicationIdentification>', `${bag}$&`)],
  ])(
    'ST.96: priorities of two offices, told %s, are not its own number or day',
    async (_where, xml) => {
      const { records, problems } = await patentsIn(xml)
      expect(records).toMatchObject([
        {
          applicationNo: expect.stringMatching(/^202120000002\.[\dX]$/),
          filedOn: '2021-06-07',
          priorities: [expect.stringMatching(/^202010000009\.[\dX]$/), 'US63123456'],
        },
      ])
      expect(problems).toEqual([])
    },
  )

  test.each([
    ['entities of its own', st36.replace('.dtd">', '.dtd" [<!ENTITY a "甲甲甲甲">]>')],
    ['an unknown entity', st36.replace('周乙', '&a;')],
    ['no end', st36.slice(0, 900)],
  ])('XML with %s is refused', async (_what, xml) => {
    await expect(patentsIn(xml)).rejects.toMatchObject({ rule: 'workbook-damaged' })
  })

  test('an element may be called anything', async () => {
    const odd = '<constructor><name>甲</name></constructor>'
    const { records } = await patentsIn(st96.replaceAll(/(<\w+:InventionTitle)/g, `${odd}$1`))
    expect(records).toMatchObject([{ title: '示例引流装置' }])
  })

  test('XML about anything else is refused', async () => {
    await expect(patentsIn('<?xml version="1.0"?><a><b/></a>')).rejects.toMatchObject({
      rule: 'workbook-no-patents',
    })
  })
})
