// The page of every PDF, in Typst. The paper comes as data, so nothing it says can be taken for markup.
// Margins and sizes follow the usual official paper: A4, title centred, tables ruled, date at the right.

/** The document; `sys.inputs.paper` is the paper as JSON. */
export const PAGE = `
#let paper = json(bytes(sys.inputs.at("paper")))
#set document(title: paper.title, author: paper.institution, date: datetime(
  year: paper.day.at(0), month: paper.day.at(1), day: paper.day.at(2),
  hour: 0, minute: 0, second: 0,
))
#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: 13pt)
#set page(
  paper: "a4",
  flipped: paper.isWide,
  margin: (top: 30mm, bottom: 34mm, left: 28mm, right: 26mm),
  background: if paper.isDraft {
    rotate(-35deg, text(size: 44pt, fill: luma(222))[规则草案　仅供参考])
  },
  footer: context {
    set text(size: 7.5pt, fill: luma(70))
    set par(leading: 0.5em, first-line-indent: 0pt, justify: false)
    line(length: 100%, stroke: 0.4pt + luma(120))
    v(-0.6em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8pt,
      paper.proof.map(part => [#part]).join(linebreak()),
      align(right + bottom)[第 #counter(page).display() 页　共 #counter(page).final().at(0) 页],
    )
  },
  footer-descent: 12%,
)
#set par(leading: 0.95em, spacing: 0.95em, justify: true, first-line-indent: (amount: 2em, all: true))
// A hash or an address is longer than a column: it may break after every eighth sign.
#show regex("[0-9A-Za-z/_.:?=&%-]{24,}"): it => it.text.clusters().chunks(8).map(part => box(part.join())).join()
#let rule = 0.6pt + luma(40)

#let said(runs) = runs.map(run => if "lines" in run {
  range(run.lines).map(_ => box(stroke: (bottom: 0.6pt + luma(40)), outset: (bottom: 2pt), width: 100%, " ")).join(linebreak())
} else if "blank" in run {
  box(stroke: (bottom: 0.6pt + luma(40)), outset: (bottom: 2pt), width: 5em, " ")
} else {
  run.text.split("\\n").map(part => [#part]).join(linebreak())
}).join()

#let cell(runs, at: left) = {
  set par(first-line-indent: 0pt, justify: false, leading: 0.7em)
  align(at + horizon, said(runs))
}

#let plain(body, at: left) = {
  set par(first-line-indent: 0pt)
  block(width: 100%, align(at, body))
}

#let blocks = (
  heading: b => {
    v(0.35em)
    block(sticky: true, {
      set par(first-line-indent: 0pt)
      text(weight: "bold", { if "number" in b { b.number + "　" }; said(b.runs) })
    })
  },
  text: b => if b.at == "body" { par(said(b.runs)) } else {
    plain(at: if b.at == "right" { right } else { left }, said(b.runs))
  },
  articles: b => {
    v(0.4em)
    set text(size: 10pt, fill: luma(50))
    set par(leading: 0.7em)
    plain(said(b.runs))
  },
  facts: b => {
    set text(size: 12pt)
    table(
      columns: (30%, 1fr), stroke: rule, inset: (x: 8pt, y: 7pt),
      fill: (x, y) => if x == 0 { luma(245) },
      ..b.rows.map(row => (cell(((text: row.name),), at: center), cell(row.runs))).flatten(),
    )
  },
  rows: b => {
    set text(size: if paper.isWide { 8pt } else { 11pt })
    let side(at) = if b.figures.at(at) { right } else { left }
    table(
      columns: b.widths.map(width => width * 1fr), stroke: rule, inset: if paper.isWide { (x: 3pt, y: 4pt) } else { (x: 6pt, y: 6pt) },
      fill: (x, y) => if y == 0 { luma(245) },
      table.header(..b.columns.map(name => cell(((text: name),), at: center))),
      ..b.rows.map(row => row.enumerate().map(((at, runs)) => cell(runs, at: side(at)))).flatten(),
      ..b.foot.enumerate().map(((at, runs)) => text(weight: "bold", cell(runs, at: side(at)))),
    )
  },
  sign: b => {
    v(0.8em)
    set text(size: 12pt)
    for who in b.who {
      block(breakable: false, above: 1.3em, grid(
        columns: (auto, 1fr, auto), column-gutter: 4pt, align: bottom,
        [#who],
        box(width: 100%, stroke: (bottom: 0.6pt + luma(40)), height: 1em),
        [　　年　　月　　日],
      ))
    }
  },
  seal: b => {
    v(1.6em)
    block(breakable: false, width: 100%, {
      set par(first-line-indent: 0pt, leading: 1em)
      align(right, grid(align: center, row-gutter: 1em, said(b.who), said(b.on)))
    })
  },
)

#{
  set par(first-line-indent: 0pt, justify: false)
  align(center, text(size: 22pt, weight: "bold", paper.title))
  v(0.9em)
}
#for b in paper.blocks { (blocks.at(b.is))(b) }
`
