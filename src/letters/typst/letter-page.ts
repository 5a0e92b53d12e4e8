/**
 * The letter as Typst sees it. Everything of a recipient comes in as JSON and is only ever set as text, so nothing in a template or a
 * name can become Typst. Measures are for a Norwegian window envelope: the address 20 mm from the left and 45 mm from the top.
 */
export const letterPage = `
#let letter = json("/given.json")
#let ink = rgb("#1c2b39")
#let quiet = rgb("#55636f")
#let lead = rgb("#0b4f6c")
#let margin-top = 15mm
#let margin-left = 20mm

#set document(title: letter.title, author: letter.sender.county, date: datetime(..letter.date))
#set text(font: "Open Sans", size: 10.5pt, lang: letter.language, fill: ink, hyphenate: false)
#set strong(delta: 200)
#set par(leading: 0.72em, spacing: 1.2em, justify: false)
#set list(marker: [–], spacing: 0.75em, indent: 0mm, body-indent: 3mm)
#show list: set block(above: 3.4mm)
#show heading: set text(fill: lead)
#show heading.where(level: 1): set text(size: 14.5pt, weight: 600)
#show heading.where(level: 2): set text(size: 11.5pt, weight: 600)
#show heading.where(level: 1): set block(above: 0mm, below: 5mm)
#show heading.where(level: 2): set block(above: 6mm, below: 3.3mm)

#let runs(parts) = for part in parts { if part.isStrong { strong(part.text) } else { part.text } }
#let blocks(all) = for each in all {
  if each.kind == "heading" { heading(level: 2, runs(each.parts)) }
  else if each.kind == "list" { list(..each.items.map(runs)) }
  else { par(runs(each.parts)) }
}

// A crease for folding in three, at the edge of the sheet.
#let creases = for height in (99mm, 198mm) { place(dx: 5mm, dy: height, line(length: 4mm, stroke: 0.4pt + quiet)) }
// The letter's own key is on every page: so sheets that were dropped find together. The foot is a setting that all the text carries, so it
// reads the key for itself: were the key part of it, no paragraph would be the same as in the letter before, and each would be set anew,
// which took four times as long. Page numbers would need a second layout.
#let foot = context {
  let letter = json("/given.json")
  set text(size: 7.5pt, fill: quiet)
  line(length: 100%, stroke: 0.4pt + lead)
  v(1.2mm, weak: true)
  grid(columns: (1fr, auto), column-gutter: 6mm, letter.sender.foot.join("   ·   "), letter.mark.key.join())
}
#set page(paper: "a4", margin: (left: margin-left, right: 25mm, top: margin-top, bottom: 24mm), background: pdf.artifact(creases), footer: foot, footer-descent: 7mm)

#block(height: 46.5mm - margin-top, width: 100%, grid(columns: (1fr, auto), column-gutter: 8mm,
  {
    text(size: 15pt, weight: 600, fill: lead, letter.sender.county)
    linebreak()
    text(size: 10pt, fill: quiet, letter.sender.office)
  },
  align(end, { set text(size: 8pt, fill: quiet); set par(leading: 0.55em); letter.sender.lines.join(linebreak()) })
))
// What is each letter's own stands beside each other by place, not by grid: a grid sets every cell twice, half a letter's time.
#block(height: 38.5mm, width: 90mm, above: 0mm, below: 0mm, {
  {
    set par(leading: 0.5em)
    set text(size: letter.addressSize * 1pt)
    block(width: 70mm, (letter.names + letter.address).join(linebreak()))
  }
  place(top + left, dx: 73mm, {
    set text(size: 5.5pt, fill: quiet)
    set par(leading: 0.4em)
    pdf.artifact(image(bytes(letter.mark.picture), format: "svg", width: 12mm))
    letter.mark.key.join(linebreak())
  })
})
#block(width: 100%, above: 0mm, below: 8mm, grid(columns: (1fr, auto),
  if letter.isCopy { text(weight: 600, letter.words.copy) } else { [] },
  letter.dateWritten,
))

#heading(level: 1, letter.title)
#blocks(letter.blocks)

#v(6mm)
#block(breakable: false, { par(letter.words.greeting); v(2mm); letter.signed.join(linebreak()) })

#if letter.form != none {
  // A new page within the same run of pages; a page break begins another, and is dearer.
  colbreak()
  let form = letter.form
  show list: set block(above: 4.4mm)
  let box-mark = box(width: 3.6mm, height: 3.6mm, baseline: 0.5mm, stroke: 0.7pt + ink)
  let write-line(label) = block(above: 5.5mm, below: 0mm, grid(columns: (auto, 1fr), column-gutter: 3mm, label, align(bottom, line(length: 100%, stroke: 0.5pt + quiet))))
  block(width: 100% - 38mm, {
    heading(level: 1, form.title)
    par(form.intro)
    par(strong(form.replyBy))
    par[#form.nameLabel: #strong(form.name)]
  })
  place(top + right, block(width: 30mm, align(center, {
    set text(size: 7pt, fill: quiet)
    set par(leading: 0.45em)
    image(bytes(form.picture), format: "svg", width: 30mm, alt: form.pictureAlt)
    if form.at != "" { form.at; linebreak() }
    form.key
  })))
  for question in form.questions {
    heading(level: 2, question.title)
    list(marker: box-mark, spacing: 1.05em, body-indent: 3mm, ..question.choices)
  }
  heading(level: 2, form.reachTitle)
  for label in form.reach { write-line(label) }
  heading(level: 2, form.moreTitle)
  for at in range(3) { block(above: 7mm, below: 0mm, pdf.artifact(line(length: 100%, stroke: 0.5pt + quiet))) }
  v(6mm)
  block(breakable: false, { set text(size: 8.5pt, fill: quiet); par(form.sendTo) })
}
`;
