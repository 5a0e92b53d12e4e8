/** The sheet in front of a print batch: numbers and units, no person. */
export const controlPage = `
#let sheet = json("/given.json")
#set document(title: sheet.title, date: datetime(..sheet.date))
#set text(font: "Open Sans", size: 10.5pt, lang: sheet.language, hyphenate: false)
#set page(paper: "a4", margin: (left: 20mm, right: 20mm, y: 20mm))
#set par(leading: 0.72em)
#show heading: set text(size: 18pt, weight: 600)

#heading(level: 1, sheet.title)
#par(sheet.how)
#v(4mm)
#table(columns: (auto, auto), inset: (x: 0mm, y: 1.4mm), column-gutter: 8mm, stroke: none,
  ..sheet.facts.map(((name, value)) => (text(weight: 600, name), value)).flatten())
#v(4mm)
#table(
  columns: (1fr, auto, auto, auto, auto, auto),
  align: (start, end, end, end, end, start),
  inset: (x: 2mm, y: 1.5mm),
  stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt }),
  table.header(..sheet.heads.map(head => text(weight: 600, head))),
  ..sheet.rows.flatten(),
)
`;
