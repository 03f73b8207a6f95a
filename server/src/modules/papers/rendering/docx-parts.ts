// The parts of a DOCX that are the same in every paper: styles, page, kinds of content.

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"`

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = (more: string) =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/>${more}</Types>`

/** Those of a document that counts its clauses have one part more. */
export const contentTypesOf = (isNumbered: boolean) =>
  contentTypes(
    isNumbered
      ? `<Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/>`
      : '',
  )

export const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`

const documentRelations = (more: string) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/>${more}</Relationships>`

export const documentRelationsOf = (isNumbered: boolean) =>
  documentRelations(
    isNumbered ? `<Relationship Id="rId4" Type="${OFFICE}/numbering" Target="numbering.xml"/>` : '',
  )

/** Clauses count themselves as 第一条, 第二条: one put in between moves those after it. */
export const NUMBERING = `${HEAD}<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="space"/><w:lvlText w:val="第%1条"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

export const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

const fonts = (chinese: string) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${chinese}" w:cs="Times New Roman"/>`

const style = (id: string, name: string, paragraph: string, run: string, based = 'Normal') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>` +
  `${based === id ? '' : `<w:basedOn w:val="${based}"/>`}` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`

/** The usual faces of official papers: 宋体 for the title, 黑体 for headings, 仿宋 for the text. */
export const STYLES = `${HEAD}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}${size(28)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', '<w:spacing w:line="480" w:lineRule="exact"/><w:jc w:val="both"/>', ''),
  style(
    'Title',
    'Title',
    '<w:spacing w:before="120" w:after="360" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
    `${fonts('宋体')}<w:b/>${size(44)}`,
  ),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="0"/>',
    fonts('黑体'),
  ),
  style('Body', 'Body Text', '<w:ind w:firstLineChars="200" w:firstLine="560"/>', ''),
  style(
    'Cell',
    'Cell',
    '<w:spacing w:before="50" w:after="50" w:line="340" w:lineRule="exact"/><w:jc w:val="left"/>',
    size(24),
  ),
  style(
    'Articles',
    'Articles',
    '<w:spacing w:before="200" w:line="320" w:lineRule="exact"/>',
    `${size(20)}<w:color w:val="505050"/>`,
  ),
  style(
    'Small',
    'Small',
    '<w:spacing w:line="220" w:lineRule="exact"/><w:jc w:val="left"/>',
    `${size(15)}<w:color w:val="505050"/>`,
  ),
].join('')}</w:styles>`

/** A header without words; over drafts of law it carries the mark across the page. */
export function headerOf(isDraft: boolean): string {
  const mark = isDraft
    ? '<w:r><w:pict><v:shapetype id="mark" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e" xmlns:o="urn:schemas-microsoft-com:office:office"><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="draft" type="#mark" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:52pt;rotation:325;z-index:-1;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f"><v:textpath style="font-family:SimSun" string="规则草案　仅供参考"/></v:shape></w:pict></w:r>'
    : ''
  return `${HEAD}<w:hdr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>${mark}</w:p></w:hdr>`
}

const pageField = (name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** The footer: by what the paper is checked, and the number of the page. */
export function footerOf(proof: string): string {
  const top = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>'
  return `${HEAD}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Small"/>${top}</w:pPr>${proof}</w:p><w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="right"/></w:pPr>${words('第 ')}${pageField('PAGE')}${words(' 页　共 ')}${pageField('NUMPAGES')}${words(' 页')}</w:p></w:ftr>`
}

/** How a page lies: its section, and the width between its margins in twentieths of a point. */
export interface DocxPage {
  readonly section: string
  readonly width: number
}

/** A4 with the margins of official papers, upright or across. */
export const pageOf = (isWide: boolean): DocxPage => (isWide ? across : upright)

const [short, long] = [11_906, 16_838]
const [left, right] = [1_588, 1_474]

const sectionOf = (size: string) =>
  `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz ${size}/><w:pgMar w:top="1701" w:right="${right}" w:bottom="1701" w:left="${left}" w:header="851" w:footer="680" w:gutter="0"/></w:sectPr>`

const upright: DocxPage = {
  section: sectionOf(`w:w="${short}" w:h="${long}"`),
  width: short - left - right,
}
const across: DocxPage = {
  section: sectionOf(`w:w="${long}" w:h="${short}" w:orient="landscape"`),
  width: long - left - right,
}

/** Documents begin with the same line. */
export const documentOf = (body: string, { section }: DocxPage) =>
  `${HEAD}<w:document ${NAMESPACES}><w:body>${body}${section}</w:body></w:document>`
