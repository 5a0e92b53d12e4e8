# LibreOffice's own mail merge over a CSV: one PDF a recipient. Called by letters.ts: mail-merge.py FOLDER PORT. Prints seconds.
# FOLDER has recipients.csv (columns name, street, place, first) and letter.txt, form.txt with <name> where a column goes.
import os, re, sys, time, uno
from com.sun.star.beans import PropertyValue


def value(name, of):
    one = PropertyValue()
    one.Name, one.Value = name, of
    return one


folder, port = sys.argv[1], sys.argv[2]
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
text, cursor = doc.Text, doc.Text.createTextCursor()
cursor.CharFontName = "Open Sans"


def put(line):
    for part in re.split(r"(<\w+>)", line):
        if re.fullmatch(r"<\w+>", part):
            field = doc.createInstance("com.sun.star.text.TextField.Database")
            master = doc.createInstance("com.sun.star.text.FieldMaster.Database")
            master.DataBaseName, master.DataTableName, master.DataColumnName = "recipients", "recipients", part[1:-1]
            field.attachTextFieldMaster(master)
            text.insertTextContent(cursor, field, False)
        else:
            text.insertString(cursor, part, False)
    text.insertControlCharacter(cursor, 0, False)


for name in ("letter.txt", "form.txt"):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        for line in file.read().split("\n"):
            put(line)
    if name == "letter.txt":
        cursor.BreakType = uno.Enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
template = uno.systemPathToFileUrl(os.path.join(folder, "template.odt"))
doc.storeAsURL(template, ())
doc.close(True)

out = os.path.join(folder, "out")
os.makedirs(out, exist_ok=True)
merge = make("com.sun.star.text.MailMerge")
merge.DataSourceName, merge.CommandType, merge.Command = "recipients", 0, "recipients"
merge.DocumentURL, merge.OutputURL, merge.OutputType = template, uno.systemPathToFileUrl(out), 2
merge.SaveFilter, merge.SaveAsSingleFile, merge.FileNamePrefix = "writer_pdf_Export", False, "letter"
began = time.time()
merge.execute(())
print(time.time() - began, len(os.listdir(out)), flush=True)
sources.revokeObject("recipients")
try:
    desktop.terminate()
except Exception:
    pass
