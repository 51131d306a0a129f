### Bringing in projects from a file.

web-bring-ways = Ways to bring in
web-bring-one = One project
web-bring-file = From a file
web-table-projects-title = Bring in projects from a file
web-table-projects-title-lead = Do you have a list of running projects? Bring them in at once. You first see for each row what comes in.
web-table-template = 1. Make your list
web-table-projects-template-lead = Use the example file. Each row is one project. You can also use your own list, if the names above the columns are the same.
web-table-template-excel = Example for Excel
web-table-template-csv = Example as CSV
web-table-columns = What goes into each column?
web-table-projects-column-titel = title: what the project is called
web-table-projects-column-samenvatting = summary: what the project is about
web-table-projects-column-trechter = funnel: the name of the funnel. Is there only one? Then this may stay empty.
web-table-projects-column-fase = phase: the phase the project is really in
web-table-projects-column-projectleider = lead: the e-mail address of who leads the project
web-table-projects-column-waarom = reason: why the project comes in now
web-table-projects-column-wie-lost-op = owner: the e-mail address of who sees to what is missing
web-table-projects-column-wanneer = due: the day on which that is done, such as 31-12-2027
web-table-projects-column-facts = After that a column for each fact that you know already. Those may stay empty.
web-table-choose = 2. Choose your file
web-table-projects-file = Your list of projects
web-table-file-hint = An Excel file (.xlsx) or a CSV file. At most 500 rows and 4 MB. You first see what is in it. Nothing is stored yet.
web-table-reading = We are reading your file…
web-table-look = 3. Check what comes in
web-table-read = Read: { $name }.
web-table-read-sheet = Read: { $name }, sheet '{ $sheet }'.
web-table-counted = { $count ->
    [one] There is 1 row in it.
   *[other] There are { $count } rows in it.
    } { $bad ->
    [0] All rows can be read.
    [one] 1 row cannot come along.
   *[other] { $bad } rows cannot come along.
    }
web-table-file-wrong = Nothing can come in like this. Mend it in your file and choose the file again.
web-table-bad = { $count ->
    [one] 1 row cannot come along
   *[other] { $count } rows cannot come along
    }
web-table-bad-lead = Mend these rows in your file and choose the file again. Or bring in the other rows first.
web-table-row-column = Row
web-table-wrong = What is wrong?
web-table-row = Row { $row }
web-table-untitled = without a title
web-table-cell = { $cell } ({ $column }):
web-table-cell-value = { $cell } ({ $column }) '{ $value }':
web-table-rows = { $count ->
    [one] 1 row is fine
   *[other] { $count } rows are fine
    }
web-table-projects-rows-lead = Untick a project that you do not want to bring in now.
web-table-project = Project
web-table-phase = Phase
web-table-lead = Project lead
web-table-owner = Sees to what is missing
web-table-state = State
web-table-not-now = Not now
web-table-good = Can come in
web-table-doubtful = Check this
web-table-here = Is in already
web-table-done = Brought in
web-table-failed = Did not work
web-table-open = Open the project
web-table-projects-bring = { $count ->
    [one] Bring in 1 project
   *[other] Bring in { $count } projects
    }
web-table-projects-again = { $count ->
    [one] Try 1 project again
   *[other] Try { $count } projects again
    }
web-table-once = The same row of the same file never comes in twice.
web-table-projects-progress = { $done } of { $total } projects were handled.
web-table-projects-result = { $count ->
    [0] No project was brought in yet.
    [one] 1 project was brought in.
   *[other] { $count } projects were brought in.
    }
web-table-projects-result-failed = { $count ->
    [one] 1 project did not work. Read at its row why.
   *[other] { $count } projects did not work. Read at the rows why.
    }

### Suppliers and their evidence.

web-table-suppliers-title = Bring in suppliers from a file
web-table-suppliers-title-lead = Do you have a list of suppliers and their certificates? Bring them in at once. You first see for each row what comes in. After that the right party judges each piece of evidence once.
web-table-suppliers-template-lead = Use the example file. Each row is one piece of evidence of one supplier. You can also use your own list, if the names above the columns are the same.
web-table-suppliers-column-leverancier = supplier: what the supplier is called. Repeat the name in each row with evidence of that supplier.
web-table-suppliers-column-sleutel = key: a short name without spaces. It may stay empty.
web-table-suppliers-column-soort = kind of evidence: the name of the kind of evidence. Empty: then only the supplier comes in.
web-table-suppliers-column-omschrijving = description: what the evidence is, who gave it and where it is kept
web-table-suppliers-column-nummer = number: the number of the certificate or contract
web-table-suppliers-column-geldig = valid until: the last day on which it counts, such as 31-12-2027. It may stay empty.
web-table-suppliers-file = Your list of suppliers
web-table-suppliers-rows-lead = Untick a row that you do not want to bring in now.
web-table-suppliers-bring = { $count ->
    [one] Bring in 1 row
   *[other] Bring in { $count } rows
    }
web-table-suppliers-again = { $count ->
    [one] Try 1 row again
   *[other] Try { $count } rows again
    }
web-table-suppliers-progress = { $done } of { $total } rows were handled.
web-table-suppliers-result = { $count ->
    [0] Nothing was brought in yet.
    [one] 1 row was brought in.
   *[other] { $count } rows were brought in.
    }
web-table-suppliers-result-failed = { $count ->
    [one] 1 row did not work. Read at its row why.
   *[other] { $count } rows did not work. Read at the rows why.
    }
web-table-supplier = Supplier
web-table-evidence = Evidence
web-table-no-evidence = no evidence: only the supplier comes in
web-table-until = Valid until
web-table-until-none = no date
web-table-judges = Judges it
web-table-see-suppliers = See the suppliers
web-table-others = Only an administrator can bring in suppliers.
