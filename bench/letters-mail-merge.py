# LibreOffice's own mail merge over a CSV: one PDF a recipient, first as it comes, then as tagged PDF/UA, both by a program that is warm.
# Called by letters-mail-merge.ts: mail-merge.py FOLDER PORT GROUP. Prints a line of JSON for each.
# FOLDER has recipients.csv and letter.txt, form.txt, foot.txt with <name> where a column goes and # before a heading.
import glob, json, os, re, sys, time, uno
from com.sun.star.beans import PropertyValue


def value(name, of):
    one = PropertyValue()
    one.Name, one.Value = name, of
    return one


folder, port, group = sys.argv[1], sys.argv[2], int(sys.argv[3])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for attempt in range(100):
    try:
        ctx = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.3)
make = lambda name: ctx.ServiceManager.createInstanceWithContext(name, ctx)

sources = make("com.sun.star.sdb.DatabaseContext")
source = sources.createInstance()
source.URL = "sdbc:flat:" + uno.systemPathToFileUrl(folder)
source.Info = (value("Extension", "csv"), value("HeaderLine", True), value("FieldDelimiter", ";"), value("CharSet", "UTF-8"))
base = uno.systemPathToFileUrl(os.path.join(folder, "recipients.odb"))
source.DatabaseDocument.storeAsURL(base, ())
sources.registerObject("recipients", source)

desktop = make("com.sun.star.frame.Desktop")
doc = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))
styles = doc.StyleFamilies.getByName("ParagraphStyles")
for name, height in (("Standard", 10.5), ("Heading 1", 14.5), ("Heading 2", 11.5), ("Footer", 7.5)):
    style = styles.getByName(name)
    style.CharFontName, style.CharHeight = "Open Sans", height
page = doc.StyleFamilies.getByName("PageStyles").getByName("Standard")
page.Width, page.Height, page.FooterIsOn = 21000, 29700, True
marks = {"# ": "Heading 1", "## ": "Heading 2"}


def put(text, cursor, line):
    mark = next((mark for mark in marks if line.startswith(mark)), "")
    if mark:
        cursor.ParaStyleName = marks[mark]
    for part in re.split(r"(<\w+>)", line[len(mark):]):
        if re.fullmatch(r"<\w+>", part):
            field = doc.createInstance("com.sun.star.text.TextField.Database")
            master = doc.createInstance("com.sun.star.text.FieldMaster.Database")
            master.DataBaseName, master.DataTableName, master.DataColumnName = "recipients", "recipients", part[1:-1]
            field.attachTextFieldMaster(master)
            text.insertTextContent(cursor, field, False)
        else:
            text.insertString(cursor, part, False)


def lines(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read().split("\n")


body = doc.Text.createTextCursor()
for name in ("letter.txt", "form.txt"):
    for line in lines(name):
        put(doc.Text, body, line)
        doc.Text.insertControlCharacter(body, 0, False)
        body.ParaStyleName = "Standard"
    if name == "letter.txt":
        body.BreakType = uno.Enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
foot = page.FooterText.createTextCursor()
for line in lines("foot.txt"):
    put(page.FooterText, foot, line)
doc.DocumentProperties.Title = "Letter"
template = uno.systemPathToFileUrl(os.path.join(folder, "template.odt"))
doc.storeAsURL(template, ())
doc.close(True)


def processor():
    """Seconds of processor time of the office's processes so far."""
    ticks = 0
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            told = open(path).read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(told[2]) == group:
            ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def merged(name, options):
    out = os.path.join(folder, name)
    os.makedirs(out, exist_ok=True)
    merge = make("com.sun.star.text.MailMerge")
    merge.DataSourceName, merge.CommandType, merge.Command = "recipients", 0, "recipients"
    merge.DocumentURL, merge.OutputURL, merge.OutputType = template, uno.systemPathToFileUrl(out), 2
    merge.SaveFilter, merge.SaveAsSingleFile, merge.FileNamePrefix = "writer_pdf_Export", False, "letter"
    uno.invoke(merge, "setPropertyValue", ("SaveFilterData", uno.Any("[]com.sun.star.beans.PropertyValue", options)))
    began, used = time.time(), processor()
    merge.execute(())
    seconds, used = time.time() - began, processor() - used
    files = [os.stat(os.path.join(out, name)) for name in os.listdir(out)]
    ends = sorted(one.st_mtime for one in files)
    return {
        "seconds": seconds,
        "cpuSeconds": used,
        "files": len(files),
        "kb": sum(one.st_size for one in files) / len(files) / 1000,
        "ms": [(later - sooner) * 1000 for sooner, later in zip(ends, ends[1:])],
    }


plain = (value("UseTaggedPDF", False), value("PDFUACompliance", False))
tagged = (value("UseTaggedPDF", True), value("PDFUACompliance", True))
merged("warm", plain)
print(json.dumps({"plain": merged("plain", plain), "tagged": merged("tagged", tagged)}), flush=True)
sources.revokeObject("recipients")
try:
    desktop.terminate()
except Exception:
    pass
